// What a picker offers: entries of code tables in force on a day, or the catalogue of an edition.
import {
  type CatalogueEdition,
  catalogueAncestors,
  catalogueEntries,
  catalogueEntry,
  isLeafOrLevel3,
} from '#shared/codes/catalogue.ts';
import { type CodeEntry, type CodeTable, codeName, codesInForce } from '#shared/codes/code-table.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { forms } from '#shared/text/index.ts';
import type { Searchable } from './code-search.ts';

export type CodeOption = Searchable & {
  /** Codes that people know are shown: 品目, 行政区划. Those of our own making are not. */
  readonly showCode?: boolean;
};

export function codeOptions<E extends CodeEntry>(
  table: CodeTable<E>,
  onDate: PlainDate,
  filter: (entry: E) => boolean = () => true,
): readonly CodeOption[] {
  return codesInForce(table, onDate)
    .filter(filter)
    .map(({ code, name, note }) => ({ code, name, detail: noteWords(note), showCode: /^\d/.test(code) }));
}

/** A chosen code by its name, whether or not it may still be chosen. */
export function optionOf(table: CodeTable, code: string): CodeOption | undefined {
  const name = codeName(table, code);
  return name === undefined ? undefined : { code, name, showCode: /^\d/.test(code) };
}

/** 品目 that a plan may name, of one category or all; found by the names above them too. */
export function catalogueOptions(edition: CatalogueEdition, category: string | null): readonly CodeOption[] {
  return catalogueEntries(edition)
    .filter((entry) => isLeafOrLevel3(entry) && (category === null || entry.code.startsWith(category)))
    .map(({ code, name }) => ({ code, name, detail: above(edition, code), showCode: true }));
}

export function catalogueOption(edition: CatalogueEdition, code: string): CodeOption | undefined {
  const entry = catalogueEntry(edition, code);
  return entry === undefined
    ? undefined
    : { code, name: entry.name, detail: above(edition, code), showCode: true };
}

function above(edition: CatalogueEdition, code: string): string {
  return catalogueAncestors(edition, code)
    .filter(({ level }) => level > 0)
    .map(({ name }) => name)
    .reverse()
    .join(' › ');
}

/** Notes are partly for those who keep the tables, in English: those are not shown. */
function noteWords(note: string | undefined): string | undefined {
  const words = note === undefined ? undefined : forms.law(note);
  return words === undefined || /[A-Za-z]{2,}/.test(words) ? undefined : words;
}
