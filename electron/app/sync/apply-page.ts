// Applies one page of a pull in one transaction: restore the base images, apply the lines, replay what is not confirmed, save the state. The
// restoring and replaying only happens when incoming rows meet rows that unconfirmed commands read or wrote.
import { noCoverage, union } from '#shared/contract/coverage.ts';
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import { presentBody } from '#shared/domain/stored-body.ts';
import { matches, rowKey } from '#shared/domain/working-set.ts';
import type { OutboxCommand } from '../db/outbox/outbox.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Page, PageLine } from './page.ts';
import { type Rules, replay, shown } from './rebase.ts';

export type Applied = { readonly rows: number; readonly rebased: boolean };

/** `live` says which commands are not in the rows once everything up to the page's cursor is. */
export function applyPage(
  replica: Replica,
  page: Page,
  live: (cursor: number) => readonly OutboxCommand[],
  rules: Rules,
): Applied {
  const { lines, end } = page;
  const remaining = live(end.state.cursor);
  const unconfirmed = new Set(shown(remaining).map(({ id }) => id));
  const rebased =
    replica.overlays().some(({ id }) => !unconfirmed.has(id)) ||
    (replica.overlays().length > 0 && end.lost.length > 0) ||
    meetsOverlays(replica, lines);
  return replica.write(() => {
    if (rebased) replica.restoreBase();
    const rows = putLines(replica, lines);
    if (end.lost.length > 0) {
      replica.dropScopes(end.lost, union(end.state.held, end.state.gaining?.of ?? noCoverage));
    }
    replica.saveState(end.state);
    if (rebased) replay(replica, remaining, rules);
    return { rows, rebased };
  });
}

/** Part of a page, into a replica that nothing has been written above. Its state stays: the page counts with its end. */
export function applyLines(replica: Replica, lines: readonly PageLine[]): number {
  return replica.write(() => putLines(replica, lines));
}

function putLines(replica: Replica, lines: readonly PageLine[]): number {
  let rows = 0;
  for (const line of lines) {
    if (applyLine(replica, line)) rows += 1;
  }
  return rows;
}

function applyLine(replica: Replica, line: PageLine): boolean {
  const table = replica.table(line.entity);
  // A record type of a newer server: not for this program.
  if (table === undefined) return false;
  if (line.kind === 'gone') return replica.removeBase(table, line.id, line.version);
  return replica.putBase(table, line.id, line.version, line.scopes, line.body, line.row);
}

type SetRead = { readonly where: { readonly [column: string]: ColumnValue } };

function meetsOverlays(replica: Replica, lines: readonly PageLine[]): boolean {
  if (replica.overlays().length === 0) return false;
  const rows = new Set<string>();
  const sets = new Map<string, Map<string, SetRead>>();
  for (const { reads, writes } of replica.overlays()) {
    for (const key of [...reads, ...writes]) {
      const set = parseSetKey(key);
      if (set === undefined) rows.add(key);
      else sets.set(set.entity, (sets.get(set.entity) ?? new Map()).set(key, set));
    }
  }
  return lines.some((line) => {
    if (rows.has(rowKey(line.entity, line.id))) return true;
    const table = replica.table(line.entity);
    const asked = sets.get(line.entity);
    if (table === undefined || asked === undefined) return false;
    return [...asked.values()].some(
      ({ where }) =>
        (line.kind === 'put' && mayMatch(table.kind, line.row, where)) || table.holds(line.id, where),
    );
  });
}

/** A row that this program cannot read may be any. */
function mayMatch(kind: Entity, body: Row, where: SetRead['where']): boolean {
  try {
    return matches(kind, presentBody(kind, body), where);
  } catch {
    return true;
  }
}

/** Reads a key that `setKey` made; undefined for the key of a single row. Ids of rows contain no `?` before a `/`. */
export function parseSetKey(key: string): (SetRead & { readonly entity: string }) | undefined {
  const mark = key.indexOf('?');
  const slash = key.indexOf('/');
  if (mark < 0 || (slash >= 0 && slash < mark)) return undefined;
  const where: Record<string, ColumnValue> = {};
  const part = /([A-Za-z0-9_]+)=("(?:[^"\\]|\\.)*"|[^&]*)(?:&|$)/gy;
  part.lastIndex = mark + 1;
  for (let found = part.exec(key); found !== null; found = part.exec(key)) {
    const value: unknown = JSON.parse(found[2] ?? 'null');
    if (typeof value === 'string' || typeof value === 'number' || value === null)
      where[found[1] ?? ''] = value;
    if (part.lastIndex >= key.length) break;
  }
  return { entity: key.slice(0, mark), where };
}
