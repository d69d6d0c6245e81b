// Code tables with effective dates. A code that was used stays readable for ever (codeName); whether it may be chosen on a day is
// asked with that day (findCode). Codes are compared as plain values, so names of object prototypes are never found.
import type { PlainDate } from '../kernel/dates.ts';

/**
 * How well an entry is known: S read in a full text, M from memory, D a design choice without a legal source, U not verified.
 */
export type Evidence = 'S' | 'M' | 'D' | 'U';

export type CodeEntry = {
  readonly code: string;
  readonly name: string;
  /** First day on which it may be chosen; null when it always could. */
  readonly validFrom: PlainDate | null;
  /** Last day on which it may be chosen; null while it is in force. */
  readonly validTo: PlainDate | null;
  readonly evidence: Evidence;
  /** The article that the entry stands on. */
  readonly law?: string;
  readonly note?: string;
};

export type CodeTable<E extends CodeEntry = CodeEntry> = {
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly entries: readonly E[];
};

export type CodeOf<T extends CodeTable> = T['entries'][number]['code'];

type TableHead = Omit<CodeTable, 'entries'> & {
  /** Taken over by every row that has none of its own. */
  readonly evidence: Evidence;
  readonly validFrom?: PlainDate;
};
type Row = Pick<CodeEntry, 'code' | 'name' | 'law' | 'note'> &
  Partial<Pick<CodeEntry, 'validFrom' | 'validTo' | 'evidence'>>;
type EntryOf<R extends Row> = Omit<R, 'validFrom' | 'validTo' | 'evidence'> & CodeEntry;

/** Rows keep their literal codes and further columns in the type, so that rules cannot misspell a code. */
export function defineTable<const R extends Row>(head: TableHead, rows: readonly R[]): CodeTable<EntryOf<R>> {
  const { title, edition, source, evidence, validFrom = null } = head;
  return {
    title,
    edition,
    source,
    entries: rows.map((row) => ({ evidence, validFrom, validTo: null, ...row })),
  };
}

/** The entry in force on the day; without a day, the latest one. Undefined for an unknown code. */
export function findCode<E extends CodeEntry>(
  table: CodeTable<E>,
  code: string,
  onDate?: PlainDate,
): E | undefined {
  return table.entries.findLast(
    (entry) => entry.code === code && (onDate === undefined || isInForce(entry, onDate)),
  );
}

/** The name of a code whether or not it may still be chosen. */
export function codeName(table: CodeTable, code: string): string | undefined {
  return findCode(table, code)?.name;
}

/** What may be chosen on the day, in the order of the table. */
export function codesInForce<E extends CodeEntry>(table: CodeTable<E>, onDate: PlainDate): readonly E[] {
  return table.entries.filter((entry) => isInForce(entry, onDate));
}

export function isInForce(span: Pick<CodeEntry, 'validFrom' | 'validTo'>, onDate: PlainDate): boolean {
  return (
    (span.validFrom === null || span.validFrom <= onDate) && (span.validTo === null || onDate <= span.validTo)
  );
}
