// What an announcement is found by: pairs of neighbouring characters, made here because PostgreSQL has no Chinese words. Filters are terms of
// the same index (they begin with #, pairs of the unit's name with @, which no pair can), so that one look into it answers words and filters.
import { type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import { bigrams, normaliseText } from '#shared/kernel/text.ts';

/** A tsvector holds a megabyte; what is behind these is not found by its words. */
const maxChars = 200_000;
const maxTerms = 40_000;
const maxWords = 8;

export type Filed = {
  readonly title: string;
  readonly body: string;
  readonly projectName: string;
  readonly projectNo: string;
  readonly planNo: string;
  readonly purchaserName: string;
  readonly columnCode: string;
  readonly regionCode: string;
  readonly method: string | null;
  readonly publishedAt: Instant;
};

export function termsOf(filed: Filed): readonly string[] {
  const { title, projectName, projectNo, planNo, purchaserName, body } = filed;
  const words = [title, projectName, projectNo, planNo, purchaserName, body.slice(0, maxChars)];
  const month = toPlainDate(filed.publishedAt).slice(0, 7);
  const terms = new Set([
    filterTerm('column', filed.columnCode),
    filterTerm('region', filed.regionCode),
    ...(filed.method === null ? [] : [filterTerm('method', filed.method)]),
    monthTerm(month),
    yearTerm(month),
    ...unitTerms(purchaserName),
    ...words.flatMap((text) => bigrams(text)),
  ]);
  return [...terms].slice(0, maxTerms);
}

export type FilterName = 'column' | 'region' | 'method';
export const filterTerm = (name: FilterName, code: string): string => `#${name}:${code}`;
export const monthTerm = (month: string): string => `#month:${month}`;
export const yearTerm = (month: string): string => `#year:${month.slice(0, 4)}`;

/** Those of the unit's name alone; none for a single character. */
export function unitTerms(name: string): readonly string[] {
  return pairsOf(name).map((pair) => `@${pair}`);
}

/** Words of a question, comparable with what is stored; each must occur. */
export function wordsOf(question: string): readonly string[] {
  const words = normaliseText(question)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, maxWords);
}

/** The pairs that all of the words have; none where every word is a single character. */
export function wordTerms(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => pairsOf(word)))];
}

function pairsOf(text: string): readonly string[] {
  const pairs = bigrams(text);
  // A sign that stands alone is a term only of words that have longer ones: alone it would be found nowhere else.
  return pairs.some((term) => [...term].length > 1) ? pairs.filter((term) => [...term].length > 1) : [];
}

/** In the notation of tsquery: all of these, and one of those. */
export function queryOf(all: readonly string[], oneOf: readonly string[] = []): string {
  const parts = all.map(quoted);
  if (oneOf.length > 0) parts.push(`(${oneOf.map(quoted).join(' | ')})`);
  return parts.join(' & ');
}

function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
