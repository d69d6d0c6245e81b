// The exchange with a trading centre: signed envelopes both ways over POST /exchange/inbox, and two acknowledgements.
// 1. received: HTTP 202 {msgId, status: 'received'}; a refusal of the envelope is a 4xx {msgId, status: 'refused', code, field}.
// 2. business: a message `ack` of its own. The message id stays the same over all repeats; each repeat is signed anew, because
//    `createdAt` says when this envelope was signed and the receiver allows only for a few minutes of difference.
import { z } from 'zod';
import { announcementTypeCodes } from '#shared/domain/announcements/model.ts';
import { fieldKeySchema, valuesSchema } from '#shared/domain/announcements/values.ts';
import { challengeArrivalSchema } from '#shared/domain/challenges/commands/receive.ts';
import {
  acceptanceParts,
  acceptanceStages,
  conclusions,
} from '#shared/domain/contracts/acceptances/model.ts';
import { key, reason, text } from '#shared/domain/fields.ts';
import { maxFileBytes, sha256Schema } from '#shared/domain/file.ts';
import { type Plan, planContentSchema } from '#shared/domain/plans/model.ts';
import { packagesOf } from '#shared/domain/plans/packages.ts';
import type { PlanPredecessor } from '#shared/domain/plans/predecessor.ts';
import { arrivalSchema } from '#shared/domain/projects/arrival.ts';
import { evaluationArrivalSchema, openingArrivalSchema } from '#shared/domain/projects/events/arrival.ts';
import { scheduleSchema } from '#shared/domain/projects/model.ts';
import { contractChangeKinds } from '#shared/domain/projects/section-contracts.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { instantSchema, plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { shallowSchema } from '#shared/kernel/json.ts';
import { fenSchema } from '#shared/kernel/money.ts';

export const exchangePath = '/exchange/inbox';
export const maxEnvelopeBytes = 1_000_000;
const partySchema = z.string().regex(/^[a-z0-9-]{2,40}$/);
const planNoSchema = text(64).min(1);

/** A file named by a message; its bytes are fetched by hash. */
const attachmentSchema = z.strictObject({
  sha256: sha256Schema,
  fileName: text(200).min(1),
  mediaType: text(100),
  size: z.int().min(0).max(maxFileBytes),
});

export const envelopeSchema = z.strictObject({
  msgId: idSchema,
  type: z.string().regex(/^[a-z][a-z-]{1,40}(\.[a-z-]{1,40})?$/),
  /** Of the body's type. A receiver refuses a higher one than it knows (`unknown_message_type`, field `schemaVersion`). */
  schemaVersion: z.int().min(1).max(1000),
  from: partySchema,
  to: partySchema,
  /** Messages of one sender with one key are carried out in the order of `seq`. */
  businessKey: text(100).min(1),
  /** Consecutive per sender and key, from 1; always 1 for types without an order. */
  seq: z.int().min(1),
  /** When this envelope was signed, by the sender's clock. */
  createdAt: instantSchema,
  notBefore: instantSchema.nullable(),
  /** SHA-256 of the canonical JSON of `body`, lower-case hex. */
  bodyHash: sha256Schema,
  body: shallowSchema,
  attachments: z.array(attachmentSchema).max(50),
  sig: z.strictObject({ keyId: key, value: text(120) }),
});
export type Envelope = z.infer<typeof envelopeSchema>;
export type UnsignedEnvelope = Omit<Envelope, 'sig'>;

/** The text that is signed: everything but the signature's value. The key id is covered, so that no key can be put for another. */
export function signedText(envelope: UnsignedEnvelope, keyId: string): string {
  const { msgId, type, schemaVersion, from, to, businessKey, seq } = envelope;
  const { createdAt, notBefore, bodyHash, body, attachments } = envelope;
  const fields = { msgId, type, schemaVersion, from, to, businessKey, seq };
  return canonicalJson({ ...fields, createdAt, notBefore, bodyHash, body, attachments, keyId });
}

/** What makes two envelopes with one message id the same message: all but the time of signing and the signature. */
export function contentText(envelope: UnsignedEnvelope): string {
  const { type, schemaVersion, from, to, businessKey, seq, notBefore, bodyHash, attachments } = envelope;
  return canonicalJson({
    type,
    schemaVersion,
    from,
    to,
    businessKey,
    seq,
    notBefore,
    bodyHash,
    attachments,
  });
}

/** What the centre gets of a plan: no history and nobody's telephone but the contact person's. */
export const planBodySchema = z.strictObject({
  planId: idSchema,
  planNo: planNoSchema,
  projectId: idSchema,
  /** 1 at the first filing, one more with each change. */
  filingRound: z.int().min(1),
  purchaser: z.strictObject({ name: text(200), uscc: text(18) }),
  /**
   * 变更采购方式: which lots of the centre failed and become packages of this plan. Left out in all other plans, so that centres of before, whose bodies are
   * strict, go on to read those; of such a plan they get the form of the version before.
   */
  predecessor: z
    .strictObject({
      planNo: planNoSchema,
      projectId: idSchema,
      lots: z
        .array(z.strictObject({ plannedSectionId: idSchema, lotUid: text(64).min(1) }))
        .min(1)
        .max(100),
    })
    .exactOptional(),
  content: planContentSchema.pick({
    fiscalYear: true,
    regionCode: true,
    projectName: true,
    category: true,
    items: true,
    budgetAmount: true,
    ceilingPrice: true,
    method: true,
    methodApprovalNo: true,
    orgForm: true,
    entrusted: true,
    agencyId: true,
    importAllowed: true,
    smeMode: true,
    smeAmount: true,
    smeSmallAmount: true,
    smeExemptReason: true,
    smeIndustry: true,
    greenPolicies: true,
    policies: true,
    plannedStart: true,
    performancePeriod: true,
    performancePlace: true,
    evalMethod: true,
    priceWeight: true,
    plannedSections: true,
    contact: true,
    phone: true,
  }),
});
export type PlanBody = z.infer<typeof planBodySchema>;

/** The body of plan.push and plan.change. The plan must have its 备案号. */
export function planBody(plan: Plan & { readonly planNo: string }, projectId: string): PlanBody {
  const { content, predecessor } = plan;
  // The lots of another centre say nothing to this one.
  const succeeds = predecessor !== null && predecessor.platformId === content.platformId;
  return {
    planId: plan.id,
    planNo: plan.planNo,
    projectId,
    filingRound: plan.filingRound,
    purchaser: { name: plan.purchaserName, uscc: plan.purchaserUscc },
    ...(succeeds ? { predecessor: succeededLots(predecessor) } : {}),
    content: {
      fiscalYear: content.fiscalYear,
      regionCode: content.regionCode,
      projectName: content.projectName,
      category: content.category,
      items: content.items,
      budgetAmount: content.budgetAmount,
      ceilingPrice: content.ceilingPrice,
      method: content.method,
      methodApprovalNo: content.methodApprovalNo,
      orgForm: content.orgForm,
      entrusted: content.entrusted,
      agencyId: content.agencyId,
      importAllowed: content.importAllowed,
      smeMode: content.smeMode,
      smeAmount: content.smeAmount,
      smeSmallAmount: content.smeSmallAmount,
      smeExemptReason: content.smeExemptReason,
      smeIndustry: content.smeIndustry,
      greenPolicies: content.greenPolicies,
      policies: content.policies,
      plannedStart: content.plannedStart,
      performancePeriod: content.performancePeriod,
      performancePlace: content.performancePlace,
      evalMethod: content.evalMethod,
      priceWeight: content.priceWeight,
      plannedSections: content.plannedSections,
      contact: content.contact,
      phone: content.phone,
    },
  };
}

function succeededLots({ planNo, projectId, sections }: PlanPredecessor): PlanBody['predecessor'] & object {
  const lots = sections.map(({ plannedSectionId, lotUid }) => ({ plannedSectionId, lotUid }));
  return { planNo, projectId, lots };
}

/**
 * What centres read that do not know of packages: no item names one, and a package says no more than its name and its amounts. Nor are they told the answers
 * to 政府采购政策.
 */
function planBodyBeforePackages(body: unknown): unknown {
  const { content: present, predecessor: _before, ...plan } = planBodySchema.parse(body);
  const { policies: _, ...content } = present;
  const packages = packagesOf(content);
  return {
    ...plan,
    content: {
      ...content,
      items: content.items.map(({ plannedSectionId: _, ...item }) => item),
      plannedSections: packages.map(({ planned: { id, no, name, budget }, reserve }) => {
        return { id, no, name, budget, reserve };
      }),
    },
  };
}

export const planWithdrawBodySchema = z.strictObject({
  planId: idSchema,
  planNo: planNoSchema,
  projectId: idSchema,
  reason: text(2000).min(1),
});
export type PlanWithdrawBody = z.infer<typeof planWithdrawBodySchema>;

/** The days that hold for the sections from this announcement on; null where the notice has none. */
export const announcementDatesSchema = scheduleSchema.pick({
  documentsFrom: true,
  documentsUntil: true,
  deadline: true,
  opening: true,
});
export type AnnouncementDates = z.infer<typeof announcementDatesSchema>;

/** What is public anyway: no reviewers, no accounts. */
const publishedShape = {
  announcementId: idSchema,
  type: z.enum(announcementTypeCodes),
  title: text(300).min(1),
  projectId: idSchema,
  planNo: planNoSchema,
  projectNo: text(64),
  round: z.int().min(1),
  /** The sections it is about, by the centre's own keys. */
  lotUids: z.array(text(64).min(1)).max(200),
  publishedAt: instantSchema,
  values: valuesSchema,
  dates: announcementDatesSchema,
};
export const announcementPushBodySchema = z.strictObject(publishedShape);
export type AnnouncementPushBody = z.infer<typeof announcementPushBodySchema>;

/** What a 更正公告 changes; `field` is empty where it is about the documents or the result, not about a field of the notice. */
export const correctionSchema = z.strictObject({
  field: fieldKeySchema.or(z.literal('')),
  item: text(5000),
  before: text(20_000),
  after: text(20_000),
  /** What the field holds from now on; null where only the words say it. */
  value: z.union([text(20_000), z.number(), z.boolean()]).nullable(),
});
export type CorrectionLine = z.infer<typeof correctionSchema>;
export const announcementCorrectBodySchema = z.strictObject({
  ...publishedShape,
  /** The announcement that it corrects; `dates` are those that hold after it. */
  targetId: idSchema,
  corrections: z.array(correctionSchema).min(1).max(500),
});
export type AnnouncementCorrectBody = z.infer<typeof announcementCorrectBodySchema>;

export const announcementTerminateBodySchema = z.strictObject({
  ...publishedShape,
  /** The notice whose sections it ends; itself, where 采购办 has withdrawn it. */
  targetId: idSchema,
  /** As long as the table it is taken from: what an announcement holds is limited as a whole. */
  reason: text(500_000),
});
export type AnnouncementTerminateBody = z.infer<typeof announcementTerminateBodySchema>;

const awardedShape = {
  lotUid: text(64).min(1),
  awardId: idSchema,
  supplier: z.strictObject({ name: text(200), uscc: text(18) }),
  /** Of a 联合体 the others. */
  members: z.array(z.strictObject({ name: text(200), uscc: text(18) })).max(20),
  amount: fenSchema.nullable(),
  rate: text(200),
  determinedAt: instantSchema,
  /** 中标（成交）通知书. */
  letterNo: text(64).nullable(),
};

/** 结果公告: who has won which section. Nothing that was not published with it. */
export const awardPushBodySchema = z.strictObject({
  ...publishedShape,
  results: z.array(z.strictObject(awardedShape)).max(200),
});
export type AwardPushBody = z.infer<typeof awardPushBodySchema>;

/** 结果变更公告: who has won instead of whom, and by which filing. */
export const awardChangePushBodySchema = z.strictObject({
  ...publishedShape,
  targetId: idSchema,
  results: z
    .array(
      z.strictObject({
        ...awardedShape,
        /** 备案编号. */
        changeNo: text(64).min(1),
        action: z.enum(['next_candidate', 'correct']),
      }),
    )
    .max(200),
});
export type AwardChangePushBody = z.infer<typeof awardChangePushBodySchema>;

/** 合同公告: what was signed with whom. Nothing that was not published with it; the public text by its hash. */
export const contractPushBodySchema = z.strictObject({
  ...publishedShape,
  contract: z.strictObject({
    contractId: idSchema,
    contractNo: text(64),
    awardId: idSchema,
    supplier: z.strictObject({ name: text(200), uscc: text(18) }),
    amount: fenSchema.nullable(),
    rate: text(200),
    signedOn: plainDateSchema,
    publicFileHash: sha256Schema.nullable(),
  }),
});
export type ContractPushBody = z.infer<typeof contractPushBodySchema>;

/** 合同变更公告. */
export const contractChangeBodySchema = z.strictObject({
  ...publishedShape,
  change: z.strictObject({
    contractId: idSchema,
    contractNo: text(64),
    changeId: idSchema,
    kind: z.enum(contractChangeKinds),
    amount: fenSchema.nullable(),
    changedOn: plainDateSchema,
    /** 主体变更: who takes it over. */
    supplier: z.strictObject({ name: text(200), uscc: text(18) }).nullable(),
    publicFileHash: sha256Schema.nullable(),
  }),
});
export type ContractChangeBody = z.infer<typeof contractChangeBodySchema>;

/** Version 1 knew no 终止: such a centre reads it in the announcement, as a change of other terms. */
function changeBodyBeforeTermination(body: unknown): unknown {
  const { change, ...rest } = contractChangeBodySchema.parse(body);
  return { ...rest, change: { ...change, kind: change.kind === 'termination' ? 'other' : change.kind } };
}

/** 履约验收: how a contract that was announced came off. What was found of it, and by whom, stays with the unit. */
export const acceptancePushBodySchema = z.strictObject({
  projectId: idSchema,
  lotUid: text(64).min(1),
  contractId: idSchema,
  contractNo: text(64),
  acceptanceId: idSchema,
  /** 验收编号. */
  acceptanceNo: text(64).min(1),
  part: z.enum(acceptanceParts),
  stage: z.enum(acceptanceStages),
  date: plainDateSchema,
  result: z.enum(conclusions),
});
export type AcceptancePushBody = z.infer<typeof acceptancePushBodySchema>;

const planKeyShape = { planId: idSchema, planNo: planNoSchema };
/** Sections of one plan, taken or refused as a whole. All section messages of a plan have one businessKey, so they keep their order. */
export const sectionPushBodySchema = z.strictObject({
  ...planKeyShape,
  sections: z.array(arrivalSchema).min(1).max(200),
});
/** A section that has been accepted before, with a higher version. */
export const sectionChangeBodySchema = z.strictObject({ ...planKeyShape, section: arrivalSchema });
export const sectionCancelBodySchema = z.strictObject({
  ...planKeyShape,
  lotUid: text(64).min(1),
  version: z.int().min(1),
  reason,
});

/**
 * 开标 and 评审 of one section, by the centre's own key. Each has versions of its own, over all rounds of the section: a higher one corrects what was said
 * before, or tells of the next round. Either may come without the other.
 */
export const openingPushBodySchema = openingArrivalSchema;
export const evaluationPushBodySchema = evaluationArrivalSchema;
/** A 质疑 that the centre has received about sections that it has pushed; a higher version says more of it. */
export const challengePushBodySchema = z.strictObject({ ...planKeyShape, ...challengeArrivalSchema.shape });
export type ChallengePushBody = z.infer<typeof challengePushBodySchema>;

/** `held`: waits for an earlier message of its key; a final answer follows. `duplicate`: known already, nothing changed. */
export const ackStatuses = ['accepted', 'rejected', 'duplicate', 'held'] as const;
export const ackBodySchema = z.strictObject({
  ofMsgId: idSchema,
  status: z.enum(ackStatuses),
  code: text(100).nullable(),
  field: text(200).nullable(),
});
export type AckBody = z.infer<typeof ackBodySchema>;

export const pingBodySchema = z.strictObject({ sentAt: instantSchema });

/** The sections the centre holds of a plan: how many (cancelled ones not counted) and a hash over `lotUid@version`, sorted. */
export const planReportSchema = z.strictObject({
  planNo: planNoSchema,
  known: z.boolean(),
  sections: z.int().min(0),
  hash: sha256Schema,
});
export type PlanReport = z.infer<typeof planReportSchema>;
const planNosSchema = z.array(planNoSchema).min(1).max(500);
/** ask (us) → report (centre) → resend (us, for what differs) → section.push with the same versions again (centre). */
export const reconcileBodySchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('ask'), planNos: planNosSchema }),
  z.strictObject({ step: z.literal('report'), plans: z.array(planReportSchema).max(500) }),
  z.strictObject({ step: z.literal('resend'), planNos: planNosSchema }),
]);

/** The announcements the centre holds of a project: those in force, and those that it knows to be withdrawn. */
export const announcementsReportSchema = z.strictObject({
  projectId: idSchema,
  published: z.array(idSchema).max(10_000),
  withdrawn: z.array(idSchema).max(10_000),
});
export type AnnouncementsReport = z.infer<typeof announcementsReportSchema>;
/**
 * ask (us) → report (centre), as many as are needed to stay below `maxEnvelopeBytes`, each with whole projects. A type of its own and no field of
 * `reconcile`: bodies are strict, so a peer of the version before would refuse the field and with it the comparison of sections.
 */
export const announcementsReconcileBodySchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('ask'),
    /** By our clock. The report repeats it: what has changed since then is not compared. */
    askedAt: instantSchema,
    projectIds: z.array(idSchema).min(1).max(500),
  }),
  z.strictObject({
    step: z.literal('report'),
    askedAt: instantSchema,
    projects: z.array(announcementsReportSchema).max(500),
  }),
]);

/** Of a project, the versions of 开标 and 评审 that the centre has told of each section, 0 for what it has not; sections of which it has told nothing may be left out. */
export const eventsReportSchema = z.strictObject({
  projectId: idSchema,
  sections: z
    .array(z.strictObject({ lotUid: text(64).min(1), opening: z.int().min(0), evaluation: z.int().min(0) }))
    .max(1000),
});
export type EventsReport = z.infer<typeof eventsReportSchema>;
/**
 * ask (us) → report (centre), as many as are needed, each with whole projects → resend (us, for what we do not hold) → opening.push, evaluation.push with the same
 * versions again (centre). A type of its own, as that of the announcements is.
 */
export const eventsReconcileBodySchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('ask'),
    /** By our clock. The report repeats it: what was told since then is not compared. */
    askedAt: instantSchema,
    projectIds: z.array(idSchema).min(1).max(500),
  }),
  z.strictObject({
    step: z.literal('report'),
    askedAt: instantSchema,
    projects: z.array(eventsReportSchema).max(500),
  }),
  z.strictObject({ step: z.literal('resend'), lotUids: z.array(text(64).min(1)).min(1).max(500) }),
]);

/** The text whose SHA-256 is a plan's hash in a reconciliation. */
export function sectionsText(
  sections: readonly { readonly lotUid: string; readonly version: number }[],
): string {
  return sections
    .map(({ lotUid, version }) => `${lotUid}@${version}`)
    .sort()
    .join('\n');
}

export type MessageType = {
  readonly body: z.ZodType;
  /** The schema version of `body`; those below are read too. */
  readonly version: number;
  /** For receivers of the version before: such a body as one of `version - 1`. Without it they are sent nothing of this type. */
  readonly lowered?: (body: unknown) => unknown;
  /** As we see it: `out` leaves for the centre, `in` comes from it. */
  readonly direction: 'out' | 'in' | 'both';
  /** Whether `seq` counts. Acknowledgements and questions have no order. */
  readonly ordered: boolean;
  /** Whether the receiver answers with a business `ack`. */
  readonly acknowledged: boolean;
};

const business = { version: 1, ordered: true, acknowledged: true } as const;
const question = { version: 1, direction: 'both', ordered: false, acknowledged: true } as const;
const plan = { ...business, body: planBodySchema, version: 2, lowered: planBodyBeforePackages } as const;
/** A Map, so that a type name from outside can never reach a prototype. */
export const messageTypes: ReadonlyMap<string, MessageType> = new Map<string, MessageType>([
  ['plan.push', { ...plan, direction: 'out' }],
  ['plan.change', { ...plan, direction: 'out' }],
  ['plan.withdraw', { body: planWithdrawBodySchema, direction: 'out', ...business }],
  ['announcement.push', { body: announcementPushBodySchema, direction: 'out', ...business }],
  ['announcement.correct', { body: announcementCorrectBodySchema, direction: 'out', ...business }],
  ['announcement.terminate', { body: announcementTerminateBodySchema, direction: 'out', ...business }],
  ['award.push', { ...business, body: awardPushBodySchema, direction: 'out' }],
  ['award-change.push', { ...business, body: awardChangePushBodySchema, direction: 'out' }],
  ['contract.push', { ...business, body: contractPushBodySchema, direction: 'out' }],
  [
    'contract.change',
    {
      ...{ ...business, body: contractChangeBodySchema, direction: 'out' },
      ...{ version: 2, lowered: changeBodyBeforeTermination },
    },
  ],
  ['acceptance.push', { ...business, body: acceptancePushBodySchema, direction: 'out' }],
  // Version 2: a section names the package that it carries out.
  ['section.push', { ...business, body: sectionPushBodySchema, version: 2, direction: 'in' }],
  ['section.change', { ...business, body: sectionChangeBodySchema, version: 2, direction: 'in' }],
  ['section.cancel', { body: sectionCancelBodySchema, direction: 'in', ...business }],
  ['opening.push', { ...business, body: openingPushBodySchema, direction: 'in' }],
  ['evaluation.push', { ...business, body: evaluationPushBodySchema, direction: 'in' }],
  ['challenge.push', { ...business, body: challengePushBodySchema, direction: 'in' }],
  ['ack', { body: ackBodySchema, version: 1, direction: 'both', ordered: false, acknowledged: false }],
  ['ping', { ...question, body: pingBodySchema }],
  ['reconcile', { ...question, body: reconcileBodySchema }],
  ['reconcile.announcements', { ...question, body: announcementsReconcileBodySchema }],
  ['reconcile.events', { ...question, body: eventsReconcileBodySchema }],
]);

export const receivedSchema = z.object({ msgId: idSchema, status: z.literal('received') });
/** `code` is one of kernel/errors.ts for our side; the centre may use codes of its own. */
export const refusedSchema = z.object({
  msgId: idSchema.nullable(),
  status: z.literal('refused'),
  code: text(100),
  field: text(200).nullable(),
});
export type Refused = z.infer<typeof refusedSchema>;
export const inboxAnswerSchema = z.discriminatedUnion('status', [receivedSchema, refusedSchema]);

const finalCodes: ReadonlySet<string> = new Set([
  'invalid_input',
  'unknown_message_type',
  'message_reused',
  'out_of_order',
  'too_large',
]);

/**
 * Whether the same message can never be taken, so that the sender stops. All other refusals (keys being exchanged, clocks, a platform
 * switched off for a day) may pass, and so may one without a message id: what the receiver could not read may have been damaged on
 * the way.
 */
export function isFinal({ code, msgId }: Refused): boolean {
  return code === 'too_large' || (msgId !== null && finalCodes.has(code));
}
