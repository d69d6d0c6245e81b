// Pages of small tables in the order of a text: an index is walked from where the last page ended, and what no column says is asked of each
// row on the way. For tables of some thousands of rows; plans and projects have statements of their own (list-statement.ts).
import { z } from 'zod';
import type { TextCursor } from '#shared/contract/ipc.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import type { Replica } from '../db/replica/replica.ts';
import { parse } from './records.ts';

export type Walk<R extends Row> = {
  readonly kind: Entity<R>;
  /** The index that begins with the equal column, if any, and goes on with `order`. */
  readonly index: string;
  readonly equal: { readonly column: string; readonly value: string } | null;
  readonly order: string;
  readonly after: TextCursor | null;
  readonly limit: number;
  keep(row: R): boolean;
};

export type Walked<R> = { readonly rows: readonly R[]; readonly next: TextCursor | null };

const stepSchema = z.tuple([z.string(), z.int(), z.string()]);

/** Rows that this program cannot read are passed over: one of them must not empty the list. */
export function walk<R extends Row>(replica: Replica, request: Walk<R>): Walked<R> {
  const { kind, index, equal, order, after, limit, keep } = request;
  const { sql, values } = walkStatement(kind.name, { index, equal, order, after });
  const found: { readonly row: R; readonly cursor: TextCursor }[] = [];
  const steps = replica.connection.db
    .prepare<(string | number)[]>(sql)
    .raw()
    .iterate(...values);
  for (const step of steps) {
    const [value, rowNo, body] = stepSchema.parse(step);
    const row = parse(kind, body);
    if (row.ok && keep(row.value)) found.push({ row: row.value, cursor: { value, row: rowNo } });
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  return {
    rows: shown.map(({ row }) => row),
    next: found.length > limit ? (shown.at(-1)?.cursor ?? null) : null,
  };
}

export function walkStatement(
  table: string,
  { index, equal, order, after }: Pick<Walk<Row>, 'index' | 'equal' | 'order' | 'after'>,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const tests: string[] = [];
  const values: (string | number)[] = [];
  if (equal !== null) {
    tests.push(`${equal.column} = ?`);
    values.push(equal.value);
  }
  if (after !== null) {
    tests.push(`(${order}, row_no) > (?, ?)`);
    values.push(after.value, after.row);
  }
  const where = tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
  return {
    sql: `SELECT ${order}, row_no, body FROM ${table} INDEXED BY ${index}${where} ORDER BY ${order}, row_no`,
    values,
  };
}
