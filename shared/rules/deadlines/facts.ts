// What the deadline rules may ask about: which announcement (or other record), which method, and on which day each event falls. A field with a
// clock time counts by its date. `published` is always the notice that the other values belong to: of a correction it is the corrected
// notice, and the correction itself is `correctionPublished`.
import { isPlainDate, type PlainDate } from '#shared/kernel/dates.ts';

export const deadlineEvents = [
  // intention, notice, documents
  'intentionPublished',
  'procurementStarted',
  'published',
  'documentsIssued',
  'documentsUntil',
  'deadline',
  'prequalificationDeadline',
  'correctionPublished',
  'displayStarted',
  'displayEnded',
  'objectionArgued',
  'siteReceived',
  'sitePublished',
  // evaluation and award
  'expertsDrawn',
  'reviewStarted',
  'evaluationEnded',
  'expertsRated',
  'reportReceived',
  'winnerDetermined',
  'resultPublished',
  'noticeIssued',
  // contract, payment, bonds
  'contractSigned',
  'contractAnnounced',
  'contractFiled',
  'acceptanceRequested',
  'acceptanceAnswered',
  'contractChanged',
  'contractChangeAnnounced',
  'invoiceReceived',
  'goodsDelivered',
  'goodsAccepted',
  'paid',
  'loserBondReturned',
  'winnerBondReturned',
  'withdrawalReceived',
  'withdrawnBondReturned',
  'terminated',
  'terminationRefunded',
  'frameworkNoticeIssued',
  'frameworkSigned',
  'frameworkFiled',
  'callOffDetermined',
  'callOffPublished',
  // questions, challenges, complaints
  'queryReceived',
  'queryAnswered',
  'infringementKnown',
  'challengeReceived',
  'challengeReplied',
  'replyPeriodEnded',
  'complaintReceived',
  'complaintReviewed',
  'complaintRejectionSent',
  'complaintNoticeSent',
  'complaintNoticeReceived',
  'complaintAnswered',
  'complaintDecided',
  'decisionPublished',
  'suspensionNotified',
  'suspensionEnded',
  // penalties, archive
  'penaltyDecided',
  'banEnded',
  'procurementEnded',
  'archiveDestroyed',
] as const;
export type DeadlineEvent = (typeof deadlineEvents)[number];

/** Circumstances that switch a rule on or off and that no date tells. */
export type DeadlineCondition =
  /** Unforeseeable and urgent: no intention need be published. */
  | 'urgent'
  /** The correction cannot affect what suppliers submit. */
  | 'immaterialCorrection'
  /** 单一来源 below the open-tender threshold, or not by 法 art 31(1). */
  | 'singleSourceNoticeFree'
  /** 异地评审 */
  | 'remoteReview'
  /** The purchaser runs the procurement without an agency. */
  | 'selfRun'
  /** Touches state or commercial secrets. */
  | 'secret'
  /** The clock of a complaint has stood still for 补正, 检验, 检测, 鉴定 or expert review. */
  | 'clockPaused';

export type DeadlineFacts = {
  /** Code of the announcement type; an invitation without notice is a TENDER. Rules on other records do not ask for it. */
  readonly type: string;
  /** Code of the procurement method. */
  readonly method: string;
  readonly values: { readonly [E in DeadlineEvent]?: PlainDate | null | undefined };
  readonly conditions?: readonly DeadlineCondition[];
};

// Dates from which every period can be counted without leaving the days that a date can name.
const firstCounted: PlainDate = '1950-01-01';
const lastCounted: PlainDate = '2150-12-31';

/** The day of an event; undefined when it is not known, or is no day that a procurement could fall on. */
export function dateOf(facts: DeadlineFacts, event: DeadlineEvent): PlainDate | undefined {
  const date = facts.values[event];
  if (date === undefined || date === null || !isPlainDate(date)) return undefined;
  return date >= firstCounted && date <= lastCounted ? date : undefined;
}
