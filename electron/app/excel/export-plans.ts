// 导出: every row of a view of the list into one workbook. Which rows these are is read in one go as far as that is short, and again from the
// beginning when rows have changed meanwhile; contents follow slice by slice, and calls in between are answered.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { mostExportedRows } from '#shared/contract/excel.ts';
import type { ListCursor } from '#shared/contract/ipc.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import type { Account } from '../account.ts';
import { planList } from '../db/replica/list-shapes.ts';
import { writeUserFile } from '../files/user-file.ts';
import { listKeys } from '../query/list-page.ts';
import { type ListRequest, totalOf } from '../query/list-statement.ts';
import { writeInThread } from './excel-thread.ts';
import { exportColumns, exportedSchema, type Names } from './export-columns.ts';
import type { SheetPlan } from './workbook.ts';

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
    const wanted = chosen(account, places.value, view.ids);
    const bytes = await writeInThread([sheet], sheetRows(account, wanted, counted));
    if (bytes === undefined) {
      // Extraordinarily long texts.
      const fewer = Math.floor(counted.rows / 2);
      return err({ code: 'too_large', params: { rows: wanted.length, most: fewer } });
    }
    await write(bytes);
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
): AsyncIterable<SheetPlan['rows']> {
  const names = namesOf(account);
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    // The replica may have been exchanged for a newer one since the last slice.
    const body = account.replica.connection.db
      .prepare<[number], string>('SELECT body FROM plans WHERE row_no = ?')
      .pluck();
    const rows = places.slice(from, from + rowsAtOnce).flatMap(({ row }) => {
      const text = body.get(row);
      const plan = text === undefined ? undefined : exportedSchema.safeParse(JSON.parse(text));
      // Gone since, or of a newer program.
      return plan?.success === true ? [exportColumns.map(({ cell }) => cell(plan.data, names))] : [];
    });
    yield rows;
    counted.rows += rows.length;
    await nextTurn();
  }
}

const sheet: SheetPlan = {
  name: excelSheets.plans,
  columns: exportColumns.map(({ width, format = 'plain' }) => ({ width, format })),
  heads: 1,
  rows: [exportColumns.map(({ header }) => header)],
};

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
