// 导出: every row of a view of a list into one workbook. Which rows these are is read in one go as far as that is short, and again from the
// beginning when rows have changed meanwhile; contents follow slice by slice, and calls in between are answered.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { policyName } from '#shared/codes/procurement-policies.ts';
import { mostExportedRows } from '#shared/contract/excel.ts';
import type { ListCursor } from '#shared/contract/ipc.ts';
import type { List } from '#shared/domain/list.ts';
import type { ExportNames, ListExport } from '#shared/domain/list-export.ts';
import { presentRow } from '#shared/domain/stored-body.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Desk } from '../desk.ts';
import { writeUserFile } from '../files/user-file.ts';
import { chosenKeys, listKeys, type PageRequest } from '../query/list-page.ts';
import { totalOf } from '../query/list-statement.ts';
import { settingOf } from '../query/settings.ts';
import type { SearchIndexer } from '../search/indexer.ts';
import { exportCell } from './cells.ts';
import { writeInThread } from './excel-thread.ts';
import type { SheetPlan } from './workbook.ts';

/** The open account: its replica at each moment. */
type Source = Pick<Account, 'replica'>;
export type ExportView = Omit<PageRequest, 'after' | 'limit'> & {
  /** Of the view, these alone; null for all of it. */
  readonly ids: readonly string[] | null;
};
type Counted = { readonly rows: number; readonly unreadable: number; readonly bytes: number };

/** Rows between two looks at whether anybody else wants the thread. */
const keysAtOnce = 1000;
const rowsAtOnce = 40;
/** Rows change seldom while their places are read; who is disturbed this often takes what there is. */
const mostRestarts = 5;

/**
 * As `writeList`, of everything that is found. Error codes: those, not_signed_in when the account is closed meanwhile, and with a search why the index
 * cannot be written.
 */
export async function exportList(
  list: List,
  account: Account,
  desk: Desk,
  view: ExportView,
  path: string,
): Promise<Result<Counted>> {
  try {
    const searched = view.search === '' ? ok('done') : await searchable(account, desk);
    return searched.ok ? await writeList(list, account, view, path) : searched;
  } catch (thrown) {
    // Signed out, or locked, in the middle of it: nothing is left of the file.
    if (isClosed(account)) return err({ code: 'not_signed_in' });
    throw thrown;
  }
}

/** The replica is another than the one in which the places of the rows were read: there those are the places of other records. */
class ReplicaExchanged extends Error {}

/** Error codes: too_large {rows, most}, and those of writing. */
export async function writeList(
  list: List,
  account: Source,
  view: ExportView,
  path: string,
  most = mostExportedRows,
): Promise<Result<Counted>> {
  for (let round = 0; ; round += 1) {
    try {
      return await writeOnce(list, account, view, path, most);
    } catch (thrown) {
      if (!(thrown instanceof ReplicaExchanged) || round === mostRestarts) throw thrown;
    }
  }
}

async function writeOnce(
  list: List,
  account: Source,
  view: ExportView,
  path: string,
  most: number,
): Promise<Result<Counted>> {
  const exported = list.export;
  if (exported === null) return err({ code: 'unknown_name' });
  const table = tableOf(list, account);
  const known = view.search === '' && view.ids === null ? totalOf(list, view, account.replica) : null;
  if (known !== null && known > most) return err({ code: 'too_large', params: { rows: known, most } });
  // Of chosen rows the rest of the view is not looked at, however long it is.
  const places =
    view.ids === null
      ? await placesOf(list, account, view, most)
      : ok(chosenKeys(account.replica, list, view, view.ids));
  if (!places.ok) return places;
  return writeUserFile(path, async (write) => {
    const counted = { rows: 0, unreadable: 0 };
    const bytes = await writeInThread(
      [sheetOf(exported)],
      sheetRows(list, exported, account, { table, places: places.value }, counted),
    );
    if (bytes === undefined) {
      // Extraordinarily long texts.
      const fewer = Math.floor(counted.rows / 2);
      return err({ code: 'too_large', params: { rows: places.value.length, most: fewer } });
    }
    await write(bytes);
    // Those that stand apart have no columns: whether they belong to the view nobody can say, and they may not be missed in silence.
    const apart = view.ids === null ? account.replica.unreadable.count(list.kind.name) : 0;
    return ok({ rows: counted.rows, unreadable: counted.unreadable + apart });
  });
}

/** A page may leave out what is not in the search index yet, a file may not. */
async function searchable(account: Account, desk: Desk): Promise<ReturnType<SearchIndexer['catchUp']>> {
  for (;;) {
    const left = desk.search.catchUp();
    if (!left.ok || left.value === 'done') return left;
    await nextTurn();
    if (isClosed(account)) return err({ code: 'not_signed_in' });
  }
}

export function isClosed({ replica }: Source): boolean {
  return !replica.connection.db.open;
}

async function placesOf(
  list: List,
  account: Source,
  view: ExportView,
  most: number,
): Promise<Result<readonly ListCursor[]>> {
  for (let round = 0; ; round += 1) {
    const places = await placesOnce(list, account, view, most, round < mostRestarts);
    if (places !== 'disturbed') return places;
  }
}

async function placesOnce(
  list: List,
  account: Source,
  view: ExportView,
  most: number,
  startOver: boolean,
): Promise<Result<readonly ListCursor[]> | 'disturbed'> {
  const table = tableOf(list, account);
  const begun = table?.changes;
  const places: ListCursor[] = [];
  let after: ListCursor | null = null;
  for (;;) {
    const { keys, more } = listKeys(account.replica, list, { ...view, after, limit: keysAtOnce });
    places.push(...keys);
    if (places.length > most || (places.length === most && more)) {
      return err({ code: 'too_large', params: { rows: more ? null : places.length, most } });
    }
    after = keys.at(-1) ?? null;
    if (!more || after === null) return ok(places);
    await nextTurn();
    const disturbed = tableOf(list, account) !== table || table?.changes !== begun;
    if (startOver && disturbed) return 'disturbed';
  }
}

/** The account's replica may be exchanged for a newer one: then its table is another, too. */
function tableOf({ kind }: List, { replica }: Source) {
  return replica.table(kind.name);
}

async function* sheetRows(
  list: List,
  { columns }: ListExport,
  account: Source,
  { table, places }: { readonly table: ReturnType<typeof tableOf>; readonly places: readonly ListCursor[] },
  counted: { rows: number; unreadable: number },
): AsyncIterable<SheetPlan['rows']> {
  const names = namesOf(account);
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    if (tableOf(list, account) !== table) throw new ReplicaExchanged(list.name);
    const { kind = list.kind } = table ?? {};
    const body = account.replica.connection.db
      .prepare<[number], string>(`SELECT body FROM ${kind.name} WHERE row_no = ?`)
      .pluck();
    const rows = places.slice(from, from + rowsAtOnce).flatMap(({ row }) => {
      const text = body.get(row);
      if (text === undefined) return [];
      try {
        // Not held against its schema, as little as for the columns that lists show of it.
        const present = presentRow(kind, text) as never;
        return [columns.map(({ cell, format }) => exportCell(cell(present, names), format))];
      } catch {
        // Of a newer program: whoever reads it stumbles over its shape.
        counted.unreadable += 1;
        return [];
      }
    });
    yield rows;
    counted.rows += rows.length;
    await nextTurn();
  }
}

function sheetOf({ sheet, columns }: ListExport): SheetPlan {
  return {
    name: sheet,
    columns: columns.map(({ width, format }) => ({ width, format: format ?? 'plain' })),
    heads: 1,
    rows: [columns.map(({ head }) => head)],
  };
}

/** Each name is looked up once; a file has few agencies and many rows. */
function namesOf(account: Source): ExportNames {
  const known = new Map<string, string>();
  const nameIn = (entity: 'organisations' | 'platforms') => (id: string) => {
    const key = `${entity}/${id}`;
    const name = known.get(key) ?? storedName(account, entity, id);
    known.set(key, name);
    return name;
  };
  const policies = settingOf(account)('policies');
  return {
    organisation: nameIn('organisations'),
    platform: nameIn('platforms'),
    policy: (code) => policyName(policies, code),
  };
}

const namedSchema = z.object({ name: z.string() });

function storedName(account: Source, entity: string, id: string): string {
  const stored = account.replica.table(entity)?.stored(id);
  const row = stored === undefined ? undefined : namedSchema.safeParse(JSON.parse(stored.body));
  return row?.success === true ? row.data.name : id;
}
