// 政府采购品目分类目录. Two editions use the same code strings with other meanings, so no code is ever looked up without its edition.
// Of the 2013 edition only the codes known to clash are here: enough to read old records and to warn, not to choose from.
import type { PlainDate } from '../kernel/dates.ts';
import { isInForce } from './code-table.ts';
import conflicts2013 from './data/catalogue-2013-conflicts.json' with { type: 'json' };
import catalogue2022 from './data/catalogue-2022.json' with { type: 'json' };

export type CatalogueEdition = '2013' | '2022';
/** A 品目: the same code may mean something else in another edition. */
export type Catalogue = { readonly edition: CatalogueEdition; readonly code: string };

export type CatalogueEntry = {
  readonly edition: CatalogueEdition;
  readonly code: string;
  readonly name: string;
  /** 0 = the letter A, B or C; 1 门类 … 4. */
  readonly level: number;
};

export type CatalogueConflict = {
  readonly code: string;
  readonly name2013: string;
  readonly name2022: string;
};

/** From the day of the notice; the first day of the 2013 edition is from memory. */
export const catalogueEditions = [
  {
    edition: '2013',
    source: '财库〔2013〕189号',
    validFrom: '2013-10-29',
    validTo: '2022-09-01',
    complete: false,
  },
  { edition: '2022', source: '财库〔2022〕31号', validFrom: '2022-09-02', validTo: null, complete: false },
] as const satisfies readonly {
  readonly edition: CatalogueEdition;
  readonly source: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** False while the data hold only part of the published entries. */
  readonly complete: boolean;
}[];

const editions: Readonly<Record<CatalogueEdition, ReadonlyMap<string, CatalogueEntry>>> = {
  '2013': index(conflicts2013.entries.map(({ code, name2013 }) => entry('2013', code, name2013))),
  '2022': index(catalogue2022.entries.map(({ code, name }) => entry('2022', code, name))),
};
const parents2022 = new Set(catalogue2022.entries.map(({ parent }) => parent));
const conflictByCode = new Map(conflicts2013.entries.map((conflict) => [conflict.code, conflict]));

/** The edition to choose from on the day; undefined before the first one. */
export function catalogueEditionOn(date: PlainDate): CatalogueEdition | undefined {
  return catalogueEditions.find((span) => isInForce(span, date))?.edition;
}

export function catalogueEntry(edition: CatalogueEdition, code: string): CatalogueEntry | undefined {
  return editions[edition].get(code);
}

export function catalogueEntries(edition: CatalogueEdition): readonly CatalogueEntry[] {
  return [...editions[edition].values()];
}

/** Whether a plan may name it: level 3 or 4, or nothing below it (DOMAIN rule for 采购品目). */
export function isLeafOrLevel3(entry: CatalogueEntry): boolean {
  return entry.level >= 3 || (entry.edition === '2022' && !parents2022.has(entry.code));
}

/** Codes above, nearest first, computed from the pairs of digits: A02010104 -> A02010100, A02010000, A02000000, A. */
export function ancestorCodes(code: string): readonly string[] {
  const above: string[] = [];
  for (let level = levelOf(code) - 1; level >= 0; level--) {
    above.push(level === 0 ? code.charAt(0) : code.slice(0, 1 + 2 * level).padEnd(9, '0'));
  }
  return above;
}

/** Entries above, nearest first. Entries missing from the data are passed over. */
export function catalogueAncestors(edition: CatalogueEdition, code: string): readonly CatalogueEntry[] {
  return ancestorCodes(code).flatMap((above) => catalogueEntry(edition, above) ?? []);
}

/** What the code means in either edition, where the two are known to differ. */
export function catalogueConflict(code: string): CatalogueConflict | undefined {
  return conflictByCode.get(code);
}

function levelOf(code: string): number {
  return (code.slice(1).match(/../g) ?? []).findLastIndex((pair) => pair !== '00') + 1;
}

function entry(edition: CatalogueEdition, code: string, name: string): CatalogueEntry {
  return { edition, code, name, level: levelOf(code) };
}

function index(entries: readonly CatalogueEntry[]): ReadonlyMap<string, CatalogueEntry> {
  return new Map(entries.map((each) => [each.code, each]));
}
