// The SQL of tasks. All rows of one record type that wait for one thing are a range of one index, oldest first: a page is its beginning or its end and
// never a sort, a count is read from the index alone.
import { titleOf } from '#shared/domain/entity.ts';
import type { Claim, TaskKind } from '#shared/domain/task.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';

export type TaskRange = {
  readonly kind: TaskKind;
  readonly waitsFor: string;
  readonly claim: Claim;
  readonly purchaserId: string | null;
  /** From which `within` is counted. */
  readonly today: PlainDate;
  /** What the rows must say. */
  readonly words: readonly string[];
  /** An expression of the words for the search index, where that names few rows; null: the range is walked. */
  readonly rare: string | null;
  /** The name of its index, or null while that is still being made. */
  readonly index: string | null;
};

type Statement = { readonly sql: string; readonly values: readonly (string | number)[] };

export function pageStatement(
  range: TaskRange,
  direction: 'asc' | 'desc',
  after: { readonly updatedAt: number; readonly row: number } | null,
  limit: number,
): Statement {
  const { entity, columns: shown } = range.kind;
  const columns = [
    'r.id',
    `r.${snakeCase(titleOf(entity))} AS title`,
    `${columnOrNull(shown.detail)} AS detail`,
    'r.purchaser_name',
    `${columnOrNull(shown.amount)} AS amount`,
    `r.${snakeCase(shown.shownOn?.column ?? 'id')} AS page`,
    'r.status',
    `${columnOrNull(shown.states)} AS states`,
    'r.updated_at',
    'r.row_no',
  ];
  const { from, tests, values } = selection(range);
  if (after !== null) {
    tests.push(`(r.updated_at, r.row_no) ${direction === 'desc' ? '<' : '>'} (?, ?)`);
    values.push(after.updatedAt, after.row);
  }
  return {
    sql:
      `SELECT ${columns.join(', ')} FROM ${from} WHERE ${tests.join(' AND ')} ` +
      `ORDER BY r.updated_at ${direction}, r.row_no ${direction} LIMIT ${limit}`,
    values,
  };
}

export function countStatement(range: TaskRange): Statement {
  const { from, tests, values } = selection(range);
  return { sql: `SELECT count(*) FROM ${from} WHERE ${tests.join(' AND ')}`, values };
}

function selection({ kind, waitsFor, claim, purchaserId, today, words, rare, index }: TaskRange): {
  readonly from: string;
  readonly tests: string[];
  readonly values: (string | number)[];
} {
  const { name } = kind.entity;
  const tests: string[] = [];
  const values: (string | number)[] = [];
  const test = (sql: string, value: string) => {
    tests.push(sql);
    values.push(value);
  };
  if (rare !== null) values.push(rare);
  // A plus keeps a term from being looked for in an index that is not the one named.
  test(`${rare === null ? '' : '+'}r.waits_for = ?`, waitsFor);
  if (purchaserId !== null) test('+r.purchaser_id = ?', purchaserId);
  for (const [column, value] of Object.entries(claim.only ?? {})) {
    if (value === null || value === undefined) tests.push('false');
    else test(`+r.${snakeCase(column)} = ?`, value);
  }
  for (const [column, value] of Object.entries(claim.except ?? {})) {
    if (value === null || value === undefined) tests.push(`+r.${snakeCase(column)} IS NOT NULL`);
    else test(`+r.${snakeCase(column)} IS NOT ?`, value);
  }
  for (const [column, days = 0] of Object.entries(claim.within ?? {})) {
    test(`+r.${snakeCase(column)} <= ?`, addDays(today, days));
  }
  if (claim.while !== undefined) {
    const { entity, status, same } = claim.while;
    const alike = Object.entries<string | undefined>(same).flatMap(([own, its]) =>
      its === undefined ? [] : [`o.${snakeCase(its)} = r.${snakeCase(own)} AND `],
    );
    test(`EXISTS (SELECT 1 FROM ${entity} o WHERE ${alike.join('')}o.status = ?)`, status);
  }
  for (const word of words) test('instr(w.text, ?) > 0', word);
  const indexed = index === null ? '' : ` INDEXED BY ${index}`;
  const from =
    rare !== null
      ? `(SELECT rowid AS hit FROM ${name}_search WHERE ${name}_search MATCH ?) s
         CROSS JOIN ${name}_words w ON w.row_no = s.hit CROSS JOIN ${name} r ON r.row_no = s.hit`
      : `${name} r${indexed}${words.length === 0 ? '' : ` CROSS JOIN ${name}_words w ON w.row_no = r.row_no`}`;
  return { from, tests, values };
}

function columnOrNull(column: string | undefined): string {
  return column === undefined ? 'NULL' : `r.${snakeCase(column)}`;
}
