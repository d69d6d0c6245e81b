// What a visitor's address asks for. Nothing in it is ever an error: what makes no sense is left out, and the page says so.
import { z } from 'zod';
import { type WebsiteColumn, websiteColumns } from '#shared/domain/announcements/model.ts';
import { type PlainDate, plainDateSchema } from '#shared/kernel/dates.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { type Choice, methodChoices, regionChoices } from './names.ts';
import { type Cursor, readPlace } from './read/cursor.ts';
import type { Filters } from './read/filters.ts';
import { unitTerms, wordsOf, wordTerms } from './search-terms.ts';

const longestQuestion = 100;
const longestUnit = 60;

/** A name that comes several times counts once: its first value. */
const single = z
  .union([z.string(), z.array(z.string()).transform(([first]) => first)])
  .optional()
  .transform((value) => (value === undefined || value === '' ? undefined : value));
const querySchema = z.object({
  q: single,
  column: single,
  region: single,
  method: single,
  from: single,
  to: single,
  unit: single,
  before: single,
  after: single,
});

export type ListRequest = {
  readonly question: string;
  readonly words: readonly string[];
  readonly filters: Filters;
  readonly cursor: Cursor | undefined;
  /** Sentences about what was left out. */
  readonly notices: readonly string[];
};

const { notices: noticeTexts, filters: filterTexts } = websiteText;

/** `column` is given where the page itself is one. */
export function readListRequest(query: unknown, column?: WebsiteColumn): ListRequest {
  const parsed = querySchema.safeParse(query);
  const asked: Partial<z.infer<typeof querySchema>> = parsed.success ? parsed.data : {};
  const notices: string[] = [];
  const known = <T>(value: string | undefined, name: string, read: (text: string) => T | undefined) => {
    if (value === undefined) return undefined;
    const found = read(value);
    if (found === undefined) notices.push(noticeTexts.unknown(name));
    return found;
  };
  const filters: Filters = {
    column: column ?? known(asked.column, filterTexts.column, columnOf),
    region: known(asked.region, filterTexts.region, codeIn(regionChoices)),
    method: known(asked.method, filterTexts.method, codeIn(methodChoices)),
    from: known(asked.from, filterTexts.from, dateOf),
    to: known(asked.to, filterTexts.to, dateOf),
    unit: unitOf(asked.unit, notices),
  };
  const reversed = filters.from !== undefined && filters.to !== undefined && filters.from > filters.to;
  if (reversed) notices.push(noticeTexts.datesReversed);
  const question = column === undefined ? questionOf(asked.q, notices) : '';
  const words = wordsOf(question);
  if (words.length > 0 && wordTerms(words).length === 0) notices.push(noticeTexts.wordShort);
  return {
    question,
    words,
    filters: reversed ? { ...filters, to: undefined } : filters,
    cursor: cursorOf(asked.before, asked.after, notices),
    notices,
  };
}

export function idOf(text: string | undefined): Id | undefined {
  const parsed = idSchema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

export const columnOf = (text: string): WebsiteColumn | undefined =>
  websiteColumns.find((column) => column === text);

const codeIn = (choices: readonly Choice[]) => (text: string) =>
  choices.find(({ code }) => code === text)?.code;

function dateOf(text: string): PlainDate | undefined {
  const parsed = plainDateSchema.safeParse(text.trim());
  // What the search may count a year back from, and on.
  return parsed.success && parsed.data >= '1901-01-01' && parsed.data < '2199-01-01'
    ? parsed.data
    : undefined;
}

function unitOf(text: string | undefined, notices: string[]): string | undefined {
  const signs = [...storable(cleanText((text ?? '').slice(0, 10_000)))];
  if (signs.length > longestUnit) notices.push(noticeTexts.unitLong(longestUnit));
  const unit = signs.slice(0, longestUnit).join('');
  if (unit === '') return undefined;
  if (unitTerms(unit).length > 0) return unit;
  notices.push(noticeTexts.unitShort);
  return undefined;
}

function questionOf(text: string | undefined, notices: string[]): string {
  const signs = [...storable(cleanText((text ?? '').slice(0, 10_000)))];
  if (signs.length <= longestQuestion) return signs.join('');
  notices.push(noticeTexts.tooLong(longestQuestion));
  return signs.slice(0, longestQuestion).join('');
}

/** Signs that no text of the database can hold. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

function cursorOf(
  before: string | undefined,
  after: string | undefined,
  notices: string[],
): Cursor | undefined {
  const text = before ?? after;
  if (text === undefined) return undefined;
  const place = readPlace(text);
  if (place === undefined) notices.push(noticeTexts.place);
  return place === undefined ? undefined : { place, side: before === undefined ? 'newer' : 'older' };
}

/** The address of a list under these conditions; conditions that are not there leave no trace in it. */
export function listAddress(
  { question, filters }: Pick<ListRequest, 'question' | 'filters'>,
  page?: { readonly column: WebsiteColumn },
  cursor: { readonly before?: string; readonly after?: string } = {},
): string {
  const { column, ...others } = filters;
  const named = { q: question, ...(page === undefined ? { column } : {}), ...others, ...cursor };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined && value !== '') query.set(name, value);
  }
  const path = page === undefined ? '/search' : `/columns/${page.column}`;
  return query.size === 0 ? path : `${path}?${query}`;
}
