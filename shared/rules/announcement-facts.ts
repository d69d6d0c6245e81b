// What the rules of announcements may ask about, flat, so that an example of a rule is a line.

import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';

/** Numbers of sections, and keys of the fields that say something else than the sections. */
export type Contradictions = {
  readonly overPlan: readonly string[];
  readonly underPlan: readonly string[];
  readonly otherCatalogue: readonly string[];
  readonly otherReserve: readonly string[];
  readonly noConsortium: readonly string[];
  /** What the plan demands, or all sections agree on; null where that is open. */
  readonly consortium: boolean | null;
  readonly wordsOnReserve: readonly string[];
  readonly unsaidReserve: readonly string[];
  readonly linesApart: readonly string[];
};

export const noContradictions: Contradictions = {
  overPlan: [],
  underPlan: [],
  otherCatalogue: [],
  otherReserve: [],
  noConsortium: [],
  consortium: null,
  wordsOnReserve: [],
  unsaidReserve: [],
  linesApart: [],
};

export type AnnouncementRuleFacts = {
  readonly type: string;
  readonly today: PlainDate;
  /** Keys of fields that the format asks for and that are empty. */
  readonly missing: readonly string[];
  /** Keys of telephone fields that hold no telephone number. */
  readonly badPhones: readonly string[];
  /** Whether it must be about sections. */
  readonly needsSections: boolean;
  readonly sectionIds: readonly string[];
  readonly choosable: readonly string[];
  readonly budget: Fen | null;
  readonly ceiling: Fen | null;
  /** Σ of the chosen sections; null where it is not about sections. */
  readonly sectionsBudget: Fen | null;
  readonly documentsFrom: PlainDate | null;
  readonly documentsUntil: PlainDate | null;
  /** `yyyy-mm-ddThh:mm`. */
  readonly deadline: string | null;
  readonly opening: string | null;
  /** Field keys that carry them, for pointing at the place. */
  readonly deadlineField: string;
  /** Lines of a 更正公告 by index: the same words before and after, a field that the corrected announcement does not have, or a value that the field cannot hold. */
  readonly idleCorrections: readonly number[];
  /** Whether the sections of a 更正公告 would have different days after it. */
  readonly datesApart: boolean;
  readonly correctsResult: boolean;
  /** Whether it can be sent to the trading centre as one message. */
  readonly fits: boolean;
  /** Of a notice about sections: where plan, sections and notice say different things. */
  readonly apart: Contradictions;
  /** What the notice says on 联合体; null where it does not say it. */
  readonly consortium: boolean | null;
};

export const exampleAnnouncement: AnnouncementRuleFacts = {
  type: 'TENDER',
  today: '2026-03-02',
  missing: [],
  badPhones: [],
  needsSections: true,
  sectionIds: ['a'],
  choosable: ['a', 'b'],
  budget: 100_000_00,
  ceiling: null,
  sectionsBudget: 100_000_00,
  documentsFrom: '2026-03-03',
  documentsUntil: '2026-03-10',
  deadline: '2026-03-24T09:00',
  opening: '2026-03-24T09:00',
  deadlineField: 'bidDeadline',
  idleCorrections: [],
  datesApart: false,
  correctsResult: false,
  fits: true,
  apart: noContradictions,
  consortium: null,
};
