// 导出: every row of a view of the list into one workbook. Which rows these are is read in one go as far as that is short, and again from the
// beginning when rows have changed meanwhile; contents follow slice by slice, and calls in between are answered.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { codeName } from '#shared/codes/code-table.ts';
import { codeTables } from '#shared/codes/tables.ts';
import { mostExportedRows } from '#shared/contract/excel.ts';
import type { ListCursor } from '#shared/contract/ipc.ts';
import { planContentSchema, planStatuses } from '#shared/domain/plans/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { label } from '#shared/text/index.ts';
import { excelSheets, exportHeaders } from '#shared/text/zh-CN/excel.ts';
import type { Account } from '../account.ts';
import { planList } from '../db/replica/list-shapes.ts';
import { writeUserFile } from '../files/user-file.ts';
import { listKeys } from '../query/list-page.ts';
import { type ListRequest, totalOf } from '../query/list-statement.ts';
import { dateCell, instantCell, moneyCell, numberCell, textCell } from './cells.ts';
import { type Cell, writeWorkbook } from './xlsx-writer.ts';

/** The open account: its replica at each moment. */
type Source = Pick<Account, 'replica'>;
export type PlansView = Omit<ListRequest, 'after'> & {
  readonly search: string;
  /** Of the view, these alone; null for all of it. */
  readonly ids: readonly string[] | null;
};

/** Rows between two looks at whether anybody else wants the thread. */
const keysAtOnce = 1000;
const rowsAtOnce = 40;
/** Rows change seldom while their places are read; who is disturbed this often takes what there is. */
const mostRestarts = 5;

/** Error codes: too_large {rows, most}, and those of writing; not_signed_in when the account is closed meanwhile. */
export async function exportPlans(
  account: Source,
  view: PlansView,
  path: string,
  most = mostExportedRows,
): Promise<Result<{ readonly rows: number; readonly bytes: number }>> {
  const known = view.search === '' && view.ids === null ? totalOf(planList, view, account.replica) : null;
  if (known !== null && known > most) return err({ code: 'too_large', params: { rows: known, most } });
  const places = await placesOf(account, view, most);
  if (!places.ok) return places;
  return writeUserFile(path, async (write) => {
    const counted = { rows: 0 };
    await writeWorkbook(write, [
      {
        name: excelSheets.plans,
        widths: columns.map(({ width }) => width),
        frozenRows: 1,
        rows: sheetRows(account, chosen(account, places.value, view.ids), counted),
      },
    ]);
    return ok({ rows: counted.rows });
  });
}

/** Those of the rows with these ids, in the order of the view. */
function chosen(
  { replica }: Source,
  places: readonly ListCursor[],
  ids: readonly string[] | null,
): readonly ListCursor[] {
  if (ids === null) return places;
  const find = replica.connection.db
    .prepare<[string], number>('SELECT row_no FROM plans WHERE id = ?')
    .pluck();
  const rows = new Set(ids.map((id) => find.get(id)));
  return places.filter(({ row }) => rows.has(row));
}

async function placesOf(
  account: Source,
  view: PlansView,
  most: number,
): Promise<Result<readonly ListCursor[]>> {
  for (let round = 0; ; round += 1) {
    const places = await placesOnce(account, view, most, round < mostRestarts);
    if (places !== 'disturbed') return places;
  }
}

async function placesOnce(
  account: Source,
  view: PlansView,
  most: number,
  startOver: boolean,
): Promise<Result<readonly ListCursor[]> | 'disturbed'> {
  const table = tableOf(account);
  const begun = table?.changes;
  const places: ListCursor[] = [];
  let after: ListCursor | null = null;
  for (;;) {
    const { keys, more } = listKeys(account.replica, planList, { ...view, after, limit: keysAtOnce });
    places.push(...keys);
    if (places.length > most || (places.length === most && more)) {
      return err({ code: 'too_large', params: { rows: more ? null : places.length, most } });
    }
    after = keys.at(-1) ?? null;
    if (!more || after === null) return ok(places);
    await nextTurn();
    const disturbed = tableOf(account) !== table || table?.changes !== begun;
    if (startOver && disturbed) return 'disturbed';
  }
}

/** The account's replica may be exchanged for a newer one: then its table is another, too. */
function tableOf({ replica }: Source) {
  return replica.table(planList.entity);
}

async function* sheetRows(
  account: Source,
  places: readonly ListCursor[],
  counted: { rows: number },
): AsyncIterable<readonly Cell[]> {
  yield columns.map(({ header }) => ({ text: header, style: 'head' as const }));
  const names = namesOf(account);
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    // The replica may have been exchanged for a newer one since the last slice.
    const body = account.replica.connection.db
      .prepare<[number], string>('SELECT body FROM plans WHERE row_no = ?')
      .pluck();
    for (const { row } of places.slice(from, from + rowsAtOnce)) {
      const text = body.get(row);
      const plan = text === undefined ? undefined : exportedSchema.safeParse(JSON.parse(text));
      // Gone since, or of a newer program.
      if (plan?.success !== true) continue;
      counted.rows += 1;
      yield columns.map(({ cell }) => cell(plan.data, names));
    }
    await nextTurn();
  }
}

/** What a row of the file is made of; the rest of a plan is not looked at. */
const exportedSchema = z.object({
  status: z.enum(planStatuses),
  planNo: z.string().nullable(),
  purchaserName: z.string(),
  purchaserUscc: z.string(),
  createdAt: z.int(),
  submittedAt: z.int().nullable(),
  filedAt: z.int().nullable(),
  content: z.object({
    ...planContentSchema.pick({
      fiscalYear: true,
      projectName: true,
      category: true,
      regionCode: true,
      method: true,
      orgForm: true,
      agencyId: true,
      budgetAmount: true,
      ceilingPrice: true,
      smeMode: true,
      smeAmount: true,
      plannedStart: true,
      platformId: true,
      contact: true,
      phone: true,
    }).shape,
    items: z.array(z.object({ catalogCode: z.string().nullable(), name: z.string() })),
    funds: z.array(z.object({ source: z.string().nullable() })),
  }),
});
type Exported = z.infer<typeof exportedSchema>;
type Names = {
  readonly agency: (id: string) => string;
  readonly platform: (id: string) => string;
};
type Column = {
  readonly header: string;
  readonly width: number;
  cell(plan: Exported, names: Names): Cell;
};

const coded = (table: Parameters<typeof codeName>[0], code: string | null): Cell =>
  textCell(code === null ? null : (codeName(table, code) ?? code));
const joined = (parts: readonly string[]) => textCell([...new Set(parts)].join('\n'));

const columns: readonly Column[] = [
  { header: exportHeaders.planNo, width: 24, cell: ({ planNo }) => textCell(planNo) },
  { header: exportHeaders.projectName, width: 44, cell: ({ content }) => textCell(content.projectName) },
  {
    header: exportHeaders.status,
    width: 16,
    cell: ({ status }) => textCell(label(`plans.status.${status}`)),
  },
  { header: exportHeaders.purchaserName, width: 30, cell: (plan) => textCell(plan.purchaserName) },
  { header: exportHeaders.purchaserUscc, width: 22, cell: (plan) => textCell(plan.purchaserUscc) },
  { header: exportHeaders.fiscalYear, width: 10, cell: ({ content }) => numberCell(content.fiscalYear) },
  {
    header: exportHeaders.category,
    width: 10,
    cell: ({ content }) => coded(codeTables.projectCategories, content.category),
  },
  {
    header: exportHeaders.region,
    width: 18,
    cell: ({ content }) => coded(codeTables.regions, content.regionCode),
  },
  {
    header: exportHeaders.method,
    width: 14,
    cell: ({ content }) => coded(codeTables.procurementMethods, content.method),
  },
  {
    header: exportHeaders.orgForm,
    width: 16,
    cell: ({ content }) => coded(codeTables.organisationForms, content.orgForm),
  },
  {
    header: exportHeaders.agency,
    width: 30,
    cell: ({ content }, names) => textCell(content.agencyId === null ? null : names.agency(content.agencyId)),
  },
  { header: exportHeaders.budgetAmount, width: 18, cell: ({ content }) => moneyCell(content.budgetAmount) },
  { header: exportHeaders.ceilingPrice, width: 18, cell: ({ content }) => moneyCell(content.ceilingPrice) },
  {
    header: exportHeaders.items,
    width: 34,
    cell: ({ content }) =>
      joined(content.items.map(({ catalogCode, name }) => [catalogCode ?? '', name].join(' ').trim())),
  },
  {
    header: exportHeaders.funds,
    width: 22,
    cell: ({ content }) =>
      joined(
        content.funds.flatMap(({ source }) =>
          source === null ? [] : [codeName(codeTables.fundSources, source) ?? source],
        ),
      ),
  },
  {
    header: exportHeaders.smeMode,
    width: 24,
    cell: ({ content }) => coded(codeTables.smeReserveModes, content.smeMode),
  },
  { header: exportHeaders.smeAmount, width: 18, cell: ({ content }) => moneyCell(content.smeAmount) },
  { header: exportHeaders.plannedStart, width: 13, cell: ({ content }) => dateCell(content.plannedStart) },
  {
    header: exportHeaders.platform,
    width: 24,
    cell: ({ content }, names) =>
      textCell(content.platformId === null ? null : names.platform(content.platformId)),
  },
  { header: exportHeaders.contact, width: 10, cell: ({ content }) => textCell(content.contact) },
  { header: exportHeaders.phone, width: 16, cell: ({ content }) => textCell(content.phone) },
  { header: exportHeaders.createdAt, width: 17, cell: (plan) => instantCell(plan.createdAt) },
  { header: exportHeaders.submittedAt, width: 17, cell: (plan) => instantCell(plan.submittedAt) },
  { header: exportHeaders.filedAt, width: 17, cell: (plan) => instantCell(plan.filedAt) },
];

/** Each name is looked up once; a file has few agencies and many rows. */
function namesOf(account: Source): Names {
  const known = new Map<string, string>();
  const nameIn = (entity: 'organisations' | 'platforms') => (id: string) => {
    const key = `${entity}/${id}`;
    const name = known.get(key) ?? storedName(account, entity, id);
    known.set(key, name);
    return name;
  };
  return { agency: nameIn('organisations'), platform: nameIn('platforms') };
}

const namedSchema = z.object({ name: z.string() });

function storedName(account: Source, entity: string, id: string): string {
  const stored = account.replica.table(entity)?.stored(id);
  const row = stored === undefined ? undefined : namedSchema.safeParse(JSON.parse(stored.body));
  return row?.success === true ? row.data.name : id;
}
