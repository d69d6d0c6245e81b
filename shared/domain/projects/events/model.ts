// 标段事项: what happened to a section from the opening of bids to the 通知书, as the trading centre tells it and as unit or agency write it down. Neither
// replaces the other: both stay, and course.ts says which counts.
import { z } from 'zod';
import { eventKinds } from '#shared/codes/section-events.ts';
import { instantSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { entity } from '../../entity.ts';
import { code, mostInReason, reason, text } from '../../fields.ts';
import { fileSchema, sha256Schema } from '../../file.ts';
import { historySchema } from '../../history.ts';
import { partiesShape, partyScopes } from '../model.ts';

export { type EventKind, enteredKinds, eventKinds } from '#shared/codes/section-events.ts';

export const eventSources = ['centre', 'purchaser', 'agency'] as const;

/** Suppliers of one section; the largest real openings have some hundred. */
const most = 500;
const supplier = text(200).min(1);
/** As it was sent; whether it can be one, the command asks. */
const uscc = text(40).nullable();

const bidderSchema = z.strictObject({ name: supplier, uscc, price: fenSchema.nullable() });
export type Bidder = z.infer<typeof bidderSchema>;

const rankedSchema = z.strictObject({
  supplier,
  uscc,
  price: fenSchema,
  score: z.number().min(0).max(1000).nullable(),
  /** 评审价, where policies make it another than the price. */
  reviewPrice: fenSchema.nullable(),
  /** Several may have the same. */
  rank: z.int().min(1).max(most),
});
const rejectedSchema = z.strictObject({ supplier, uscc, reason });

const outcomeSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('ranked') }),
  /** 废标. */
  z.strictObject({ result: z.literal('failed'), reasonCode: code, reason }),
]);

export const openingShape = { bidders: z.array(bidderSchema).max(most) };
export const evaluationShape = {
  /** Of the 评审报告. */
  reportSha256: sha256Schema,
  outcome: outcomeSchema,
  ranking: z.array(rankedSchema).max(most),
  rejected: z.array(rejectedSchema).max(most),
};

/** What the centre tells beside the time. */
const eventDetailsSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('opening'), ...openingShape }),
  z.strictObject({ of: z.literal('evaluation'), ...evaluationShape }),
]);
export type EventDetails = z.infer<typeof eventDetailsSchema>;
export type Evaluation = Extract<EventDetails, { readonly of: 'evaluation' }>;

export const sectionEventSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  sectionId: idSchema,
  ...partiesShape,
  /** The notice in whose course it happened; null for what is told of an earlier one, or of a section that was never announced. */
  noticeId: idSchema.nullable(),
  /** 第 n 次; 0 where it was never announced. */
  round: z.int().min(0),
  kind: z.enum(eventKinds),
  at: instantSchema,
  source: z.enum(eventSources),
  note: text(mostInReason),
  file: fileSchema.nullable(),
  details: eventDetailsSchema.nullable(),
  /** Warnings that were read when it was entered. */
  acknowledgedWarnings: z.array(code),
  /** When the server took it, or on a desk provisionally; the order among what was entered. */
  recordedAt: z.int(),
  /** Of the centre's message; null for what was entered. */
  platformVersion: z.int().min(1).nullable(),
  pushedAt: instantSchema.nullable(),
  /** 撤销登记. It stays, and says so. */
  withdrawal: z.strictObject({ reason, at: z.int(), name: z.string() }).nullable(),
  /** Who recorded it, first, and who withdrew it. */
  history: historySchema.min(1),
});
export type SectionEvent = z.infer<typeof sectionEventSchema>;

/** Of the 通知书, its number; what people once entered of one is no number. */
function letterNoOf({ kind, note, history }: SectionEvent): string | null {
  return kind === 'notice_issued' && history[0]?.action !== 'sectionEvents.record' ? note.slice(0, 64) : null;
}

/** Seen as sections are: by both parties, by 采购办 and the supervisors of the region. Nothing of it is public before a result is published. */
export const sectionEvents = entity({
  name: 'section_events',
  schema: sectionEventSchema,
  columns: (of) => ({
    projectId: of.text((event) => event.projectId),
    sectionId: of.text((event) => event.sectionId),
    kind: of.text((event) => event.kind),
    purchaserId: of.text((event) => event.purchaserId),
    regionCode: of.text((event) => event.regionCode),
    at: of.instant((event) => event.at),
    letterNo: of.text(letterNoOf).nullable(),
  }),
  indexes: {
    desk: { section_events_project: ['projectId'], section_events_section: ['sectionId'] },
    server: {
      section_events_project_id: { on: ['projectId'] },
      section_events_section_id: { on: ['sectionId'] },
      section_events_letter_no: { on: ['letterNo'] },
    },
  },
  scopes: partyScopes,
  files: ({ file }) => (file === null ? [] : [file.sha256]),
});
