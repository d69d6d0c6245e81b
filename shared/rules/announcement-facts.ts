// What the rules of announcements may ask about, flat, so that an example of a rule is a line.

import type { CourseStage } from '#shared/codes/outcome-reasons.ts';
import type { Policy } from '#shared/codes/procurement-policies.ts';
import type { LocalTime, PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';

export type PolicyFact = {
  readonly policy: Policy;
  /** 价格扣除 in per cent that the plan chose; null where the policy has none. */
  readonly rate: number | null;
  /** The field of its 声明函, and whether one is attached; null where the format has none. */
  readonly declaration: { readonly field: string; readonly attached: boolean } | null;
};

/** Numbers of sections, and keys of the fields that say something else than the sections. */
export type Contradictions = {
  readonly overPlan: readonly string[];
  readonly underPlan: readonly string[];
  /** They name a package that the plan does not have. */
  readonly otherPackage: readonly string[];
  readonly otherCatalogue: readonly string[];
  /** Numbers of sections with another 评审方法 than the plan has for them. */
  readonly otherEvaluation: readonly string[];
  readonly otherReserve: readonly string[];
  readonly noConsortium: readonly string[];
  /** What the plan demands, or all sections agree on; null where that is open. */
  readonly consortium: boolean | null;
  readonly wordsOnReserve: readonly string[];
  readonly unsaidReserve: readonly string[];
  /** Keys of fields in which nobody has said yet whether a section is reserved. */
  readonly openReserve: readonly string[];
  readonly linesApart: readonly string[];
};

export const noContradictions: Contradictions = {
  overPlan: [],
  underPlan: [],
  otherPackage: [],
  otherCatalogue: [],
  otherEvaluation: [],
  otherReserve: [],
  noConsortium: [],
  consortium: null,
  wordsOnReserve: [],
  unsaidReserve: [],
  openReserve: [],
  linesApart: [],
};

export type InvitedFact = {
  readonly name: string;
  readonly uscc: string;
  /** It is no 统一社会信用代码. */
  readonly wrongCode: boolean;
  /** Null while nobody has said so. */
  readonly invited: boolean | null;
  readonly recommendedBy: string | null;
  /** Under which other name the code is known. */
  readonly otherName: string | null;
  readonly ban: { readonly document: string; readonly until: PlainDate } | null;
};

export type InvitationFacts = {
  readonly source: string | null;
  /** It goes on from a 资格预审公告. */
  readonly prequalified: boolean;
  /** Until when suppliers may still apply to be prequalified; null once that is over. */
  readonly applying: string | null;
  /** How many are to be drawn. */
  readonly number: number | null;
  readonly candidates: readonly InvitedFact[];
  /** How many of the purchaser's staff looked on at the draw. */
  readonly purchaserStaff: number;
  /** The draw lies in the future. */
  readonly drawnLater: boolean;
};

export type AnnouncementRuleFacts = {
  readonly type: string;
  readonly today: PlainDate;
  /** Keys of fields that the format asks for and that are empty. */
  readonly missing: readonly string[];
  /** Keys of telephone fields that hold no telephone number. */
  readonly badPhones: readonly string[];
  /** Of a 终止公告: the code of its reason. */
  readonly reason: string | null;
  /** Of a correction of an invitation, its lines by index that are about who is invited: of one of these fields, or of none but called so. */
  readonly aboutInvited: { readonly named: readonly number[]; readonly worded: readonly number[] };
  /** Of a 终止公告: one of the sections has failed before. */
  readonly failedBefore: boolean;
  readonly method: string;
  /** What all of the chosen sections have reached, and the latest stage whose reasons they take: before `first` where a filing has made their result void. */
  readonly stages: { readonly first: CourseStage; readonly last: CourseStage } | null;
  /** Of every chosen section the winner refused to sign, by the filing that made its result void. */
  readonly winnersRefused: boolean;
  /** The last deadline and opening that hold for the chosen sections. */
  readonly sectionsDeadline: LocalTime | null;
  readonly sectionsOpening: LocalTime | null;
  /** Whether it must be about sections. */
  readonly needsSections: boolean;
  readonly sectionIds: readonly string[];
  readonly choosable: readonly string[];
  readonly budget: Fen | null;
  readonly ceiling: Fen | null;
  /** Σ of the chosen sections; null where it is not about sections. */
  readonly sectionsBudget: Fen | null;
  /** Σ of their ceilings; null where the trading centre sets none for one of them. */
  readonly sectionsCeiling: Fen | null;
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
  /** Keys of fields that say something else than the record it stands on. */
  readonly apartFromRecord: readonly string[];
  /** 政府采购政策 that the plan carries out, where the format has a place for them. */
  readonly policies: readonly PolicyFact[];
  /** All words of the announcement in which a policy may be named. */
  readonly said: string;
  /** Whether it can be sent to the trading centre as one message. */
  readonly fits: boolean;
  /** Of a notice about sections: where plan, sections and notice say different things. */
  readonly apart: Contradictions;
  /** What the notice says on 联合体; null where it does not say it. */
  readonly consortium: boolean | null;
  /** Of a 资格预审公告: whom of those who qualify it invites; null where it does not say it. */
  readonly inviteRule: string | null;
  /** Of an invitation: who may be invited, who is, and how they were chosen; null of all else. */
  readonly invitation: InvitationFacts | null;
  /** Of a 结果公告 after suppliers were recommended in writing: whether the list of them goes with it; null of all else. */
  readonly recommendation: 'attached' | 'missing' | null;
};

export const exampleAnnouncement: AnnouncementRuleFacts = {
  type: 'TENDER',
  today: '2026-03-02',
  missing: [],
  badPhones: [],
  reason: null,
  aboutInvited: { named: [], worded: [] },
  failedBefore: false,
  method: 'OPEN_TENDER',
  stages: null,
  winnersRefused: true,
  sectionsDeadline: null,
  sectionsOpening: null,
  needsSections: true,
  sectionIds: ['a'],
  choosable: ['a', 'b'],
  budget: 100_000_00,
  ceiling: null,
  sectionsBudget: 100_000_00,
  sectionsCeiling: null,
  documentsFrom: '2026-03-03',
  documentsUntil: '2026-03-10',
  deadline: '2026-03-24T09:00',
  opening: '2026-03-24T09:00',
  deadlineField: 'bidDeadline',
  idleCorrections: [],
  datesApart: false,
  correctsResult: false,
  apartFromRecord: [],
  policies: [],
  said: '',
  fits: true,
  apart: noContradictions,
  consortium: null,
  inviteRule: null,
  invitation: null,
  recommendation: null,
};
