// A value and where it comes from.
import { type Catalogue, catalogueEntry } from '#shared/codes/catalogue.ts';
import type { ValueSource } from '#shared/contract/announcements.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { withoutTurns } from '../published-text.ts';
import type { Value } from '../values.ts';

export type Known = { readonly value: Value; readonly source: ValueSource };
export type Knowledge = ReadonlyMap<string, (facts: AnnouncementFacts) => Known | undefined>;

export function known(source: ValueSource, value: Value | undefined): Known | undefined {
  return value === undefined || value === null ? undefined : { value, source };
}

/** Words from another record, fit to be published. */
export function words(source: ValueSource, text: string | null | undefined): Known | undefined {
  return text === undefined || text === null || text === ''
    ? undefined
    : { value: withoutTurns(text), source };
}

/** `A02010301 防火墙`; the code alone where the catalogue at hand does not have it. */
export function catalogueWords({ edition, code }: Catalogue): string {
  return [code, catalogueEntry(edition, code)?.name ?? ''].join(' ').trim();
}
