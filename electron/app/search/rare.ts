// Whether the search index is worth asking: a rare word is found through it, a common one sooner by walking the list in its order.
import { matchExpression } from '#shared/replica-format/terms.ts';
import type { Replica } from '../db/replica/replica.ts';

/** What to ask the index of a table for; undefined where it can say nothing of these words, or has more than `most` rows with them. */
export function rareExpression(
  { connection }: Pick<Replica, 'connection'>,
  table: string,
  words: readonly string[],
  most: number,
): string | undefined {
  const expression = matchExpression(words);
  if (expression === undefined) return undefined;
  const hits = connection.db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT rowid FROM ${table}_search WHERE ${table}_search MATCH ? LIMIT ?)`,
    )
    .pluck()
    .get(expression, most + 1);
  return hits === undefined || hits > most ? undefined : expression;
}
