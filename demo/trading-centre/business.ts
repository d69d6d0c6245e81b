// What the trading centre does with a plan: takes it, divides it into sections, and pushes them after a while; follows its changes and
// its withdrawal; keeps track of what the other side accepted.

import { sha256Hex } from '#server/exchange/signatures.ts';
import {
  type AckBody,
  ackBodySchema,
  announcementsReconcileBodySchema,
  eventsReconcileBodySchema,
  type PlanBody,
  planBodySchema,
  planWithdrawBodySchema,
  reconcileBodySchema,
  sectionsText,
} from '#shared/contract/exchange.ts';
import type { SectionContent } from '#shared/domain/projects/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { takeAcceptance } from './acceptances.ts';
import { announcementReports, isAboutAnnouncement, takeAnnouncement } from './announcements.ts';
import { type Answer, accepted, duplicate, rejected } from './answer.ts';
import { tellAgain, toldOf } from './courses.ts';
import { type Draft, queue } from './outgoing.ts';
import type { Context } from './ports.ts';
import type { Incoming, PlanRecord, SectionRecord } from './records.ts';
import { sectionsOf } from './sections.ts';

const planKey = (platformId: string, planId: string) => `${platformId}/${planId}`;
/** All section messages of a plan keep one order. */
const businessKeyOf = (planNo: string) => `sections/${planNo}`;

export function carryOut(context: Context, incoming: Incoming): Answer {
  const { type, body, platformId } = incoming;
  if (isAboutAnnouncement(type)) return takeAnnouncement(context, incoming);
  switch (type) {
    case 'plan.push':
    case 'plan.change':
      return takePlan(context, platformId, planBodySchema.parse(body));
    case 'plan.withdraw':
      return withdrawPlan(context, platformId, planWithdrawBodySchema.parse(body).planId);
    case 'acceptance.push':
      return takeAcceptance(context, incoming);
    case 'ack':
      return takeAnswer(context, ackBodySchema.parse(body));
    case 'ping':
      return accepted;
    case 'reconcile.announcements':
      return reconcileAnnouncements(context, platformId, body);
    case 'reconcile.events':
      return reconcileEvents(context, platformId, body);
    default:
      return reconcile(context, platformId, body);
  }
}

function takePlan(context: Context, platformId: string, body: PlanBody): Answer {
  const { records, faults } = context;
  const refusal = faults.refuses();
  if (refusal !== null) return { status: 'rejected', ...refusal };
  if (body.content.budgetAmount === null || body.content.budgetAmount === 0) {
    return rejected('missing_field', 'content.budgetAmount');
  }
  const unknown = body.predecessor?.lots.findIndex(({ lotUid }) => {
    return records.sections.get(lotUid)?.platformId !== platformId;
  });
  if (unknown !== undefined && unknown >= 0)
    return rejected('not_found', `predecessor.lots.${unknown}.lotUid`);
  const key = planKey(platformId, body.planId);
  const held = records.plans.get(key);
  if (held !== undefined && !held.withdrawn && canonicalJson(held.body) === canonicalJson(body)) {
    // Someone over there asks for the sections once more.
    resend(context, platformId, body.planId);
    return duplicate;
  }
  // A server that was restored from a backup may give a number to another plan: the one that had it before is gone.
  for (const { platformId: platform, body: other } of records.plans.values()) {
    if (platform === platformId && other.planNo === body.planNo && other.planId !== body.planId) {
      withdrawPlan(context, platformId, other.planId);
    }
  }
  const serial = records.sequences.get(`serial/${key}`) ?? nextSerial(context, platformId);
  records.sequences.put(`serial/${key}`, serial);
  records.plans.put(key, { platformId, body, withdrawn: false });
  divide(context, platformId, body, serial);
  return accepted;
}

function nextSerial({ records }: Context, platformId: string): number {
  const serial = (records.sequences.get(`serial/${platformId}`) ?? 0) + 1;
  records.sequences.put(`serial/${platformId}`, serial);
  return serial;
}

/** New sections are pushed, those that differ from before changed, those no longer there cancelled. */
function divide(context: Context, platformId: string, body: PlanBody, serial: number): void {
  const { planId, planNo } = body;
  const before = sectionsOfPlan(context, platformId, planId).filter(({ cancelled }) => !cancelled);
  const divided = inPlaces(sectionsOf(body, serial, knowsPackages(context)), before);
  const pushedAt = context.now();
  // Before anything else: a number that becomes free may be given again.
  const kept = new Set(divided.map(({ held }) => held));
  for (const held of before) if (!kept.has(held)) cancel(context, held, '采购包划分调整');
  for (const { held, content } of divided) {
    if (held !== undefined && canonicalJson(held.content) === canonicalJson(content)) {
      if (!held.accepted) push(context, held);
      continue;
    }
    const section: SectionRecord =
      held === undefined
        ? {
            platformId,
            planId,
            planNo,
            lotUid: `LOT-${uuidV7(pushedAt, context.ports.randomBytes(10))}`,
            version: 1,
            pushedAt,
            content,
            predecessorLotUid: predecessorOf(body, content),
            cancelled: false,
            accepted: false,
          }
        : { ...held, planNo, content, pushedAt, version: held.version + 1 };
    push(context, section);
  }
}

/** 变更采购方式: the lot that failed and is bought anew by this package. */
function predecessorOf({ predecessor }: PlanBody, { plannedSectionId }: SectionContent): string | null {
  return predecessor?.lots.find((lot) => lot.plannedSectionId === plannedSectionId)?.lotUid ?? null;
}

type Placed = { readonly content: SectionContent; readonly held: SectionRecord | undefined };

/** A section stays that of its package and keeps its number, wherever the package stands now; of packages nobody has named, the places count. */
function inPlaces(contents: readonly SectionContent[], before: readonly SectionRecord[]): readonly Placed[] {
  const heldFor = ({ plannedSectionId }: SectionContent, index: number) => {
    const own = before.find(({ content }) => content.plannedSectionId === plannedSectionId);
    if (plannedSectionId !== null && own !== undefined) return own;
    return before[index]?.content.plannedSectionId === null ? before[index] : undefined;
  };
  const placed = contents.map((content, index) => ({ content, held: heldFor(content, index) }));
  const numbers = new Set(placed.flatMap(({ held }) => held?.content.sectionNo ?? []));
  return placed.map(({ content, held }) => {
    if (held !== undefined) {
      return { content: { ...content, sectionNo: held.content.sectionNo }, held };
    }
    const sectionNo = freeNumber(content.sectionNo, numbers);
    numbers.add(sectionNo);
    return { content: { ...content, sectionNo }, held };
  });
}

/** The number itself, or the next one that no section has. */
function freeNumber(wanted: string, taken: ReadonlySet<string>): string {
  const [, start = '', count = '1', end = ''] = /^(.*?)(\d+)(\D*)$/.exec(wanted) ?? [];
  let next = Number(count);
  while (taken.has(`${start}${next}${end}`)) next += 1;
  return `${start}${next}${end}`;
}

function withdrawPlan(context: Context, platformId: string, planId: string): Answer {
  const key = planKey(platformId, planId);
  const plan = context.records.plans.get(key);
  if (plan === undefined) return rejected('not_found', 'planId');
  if (plan.withdrawn) return duplicate;
  context.records.plans.put(key, { ...plan, withdrawn: true });
  for (const section of sectionsOfPlan(context, platformId, planId)) {
    if (!section.cancelled) cancel(context, section, '采购计划已撤回');
  }
  return accepted;
}

export function push(context: Context, section: SectionRecord): void {
  const { planId, planNo, lotUid, version, pushedAt, content, platformId, predecessorLotUid } = section;
  context.records.sections.put(lotUid, section);
  const arrival = {
    ...{ lotUid, version, pushedAt, content: saidOf(context, content) },
    ...(predecessorLotUid === null ? {} : { predecessorLotUid }),
  };
  const [type, body] = section.accepted
    ? ['section.change', { planId, planNo, section: arrival }]
    : ['section.push', { planId, planNo, sections: [arrival] }];
  queueInOrder(context, { platformId, type, businessKey: businessKeyOf(planNo), body });
}

const knowsPackages = ({ faults }: Context) => faults.current.understands > 1;

/** A program that does not know of packages has no field to name one in. */
function saidOf(context: Context, content: SectionContent): object {
  if (knowsPackages(context)) return content;
  const { plannedSectionId: _, ...before } = content;
  return before;
}

function cancel(context: Context, section: SectionRecord, reason: string): void {
  const { planId, planNo, lotUid, platformId } = section;
  const version = section.version + 1;
  context.records.sections.put(lotUid, { ...section, version, cancelled: true });
  const body = { planId, planNo, lotUid, version, reason };
  queueInOrder(context, { platformId, type: 'section.cancel', businessKey: businessKeyOf(planNo), body });
}

/** Messages of a plan go out in their order: what had been put off to later than this one must not keep it waiting, and goes before it. */
function queueInOrder(context: Context, draft: Omit<Draft, 'dueAt'>): void {
  const { records, ports, faults } = context;
  const dueAt = ports.clock() + faults.current.delayMs;
  for (const message of records.outgoing.values()) {
    const { platformId, businessKey, state } = message;
    if (platformId !== draft.platformId || businessKey !== draft.businessKey) continue;
    if (state === 'pending' && message.dueAt > dueAt) {
      records.outgoing.put(message.msgId, { ...message, dueAt });
    }
  }
  queue(context, { ...draft, dueAt });
}

function resend(context: Context, platformId: string, planId: string): void {
  for (const section of sectionsOfPlan(context, platformId, planId)) {
    if (section.cancelled) {
      cancel(context, section, '标段已取消');
    } else {
      push(context, { ...section, accepted: false });
      tellAgain(context, section);
    }
  }
}

/** The other side's word on a message of ours. A final one stays. */
function takeAnswer({ records }: Context, ack: AckBody): Answer {
  const message = records.outgoing.get(ack.ofMsgId);
  if (message === undefined || (message.answer !== null && message.answer !== 'held')) return duplicate;
  const { status, code, field } = ack;
  const state = status === 'held' ? 'received' : 'done';
  records.outgoing.put(message.msgId, { ...message, state, answer: status, code, field });
  if (status === 'accepted' || status === 'duplicate') {
    for (const lotUid of lotUidsOf(message.body)) {
      const section = records.sections.get(lotUid);
      if (section !== undefined) records.sections.put(lotUid, { ...section, accepted: true });
    }
  }
  return accepted;
}

function lotUidsOf(body: unknown): readonly string[] {
  const text = canonicalJson(body);
  return [...text.matchAll(/"lotUid":"(LOT-[0-9a-f-]+)"/g)].flatMap(([, lotUid]) => lotUid ?? []);
}

function reconcile(context: Context, platformId: string, raw: unknown): Answer {
  const { ports } = context;
  const question = reconcileBodySchema.parse(raw);
  if (question.step === 'report') return rejected('not_allowed', 'step');
  if (question.step === 'resend') {
    for (const planNo of question.planNos) {
      const plan = planWithNo(context, platformId, planNo);
      if (plan !== undefined) resend(context, platformId, plan.body.planId);
    }
    return accepted;
  }
  const plans = question.planNos.map((planNo) => {
    const plan = planWithNo(context, platformId, planNo);
    const all = plan === undefined ? [] : sectionsOfPlan(context, platformId, plan.body.planId);
    const live = all.filter(({ cancelled }) => !cancelled);
    return { planNo, known: plan !== undefined, sections: live.length, hash: sha256Hex(sectionsText(live)) };
  });
  const body = { step: 'report', plans };
  queue(context, { platformId, type: 'reconcile', businessKey: 'reconcile', body, dueAt: ports.clock() });
  return accepted;
}

function reconcileAnnouncements(context: Context, platformId: string, raw: unknown): Answer {
  const question = announcementsReconcileBodySchema.parse(raw);
  if (question.step === 'report') return rejected('not_allowed', 'step');
  const { askedAt, projectIds } = question;
  const [type, dueAt] = ['reconcile.announcements', context.ports.clock()];
  for (const projects of announcementReports(context, platformId, projectIds)) {
    queue(context, {
      platformId,
      type,
      businessKey: type,
      body: { step: 'report', askedAt, projects },
      dueAt,
    });
  }
  return accepted;
}

function reconcileEvents(context: Context, platformId: string, raw: unknown): Answer {
  const question = eventsReconcileBodySchema.parse(raw);
  if (question.step === 'report') return rejected('not_allowed', 'step');
  const own = context.records.sections.values().filter((section) => section.platformId === platformId);
  if (question.step === 'resend') {
    for (const section of own) if (question.lotUids.includes(section.lotUid)) tellAgain(context, section);
    return accepted;
  }
  const { askedAt, projectIds } = question;
  const projects = projectIds.map((projectId) => ({
    projectId,
    sections: own
      .filter((section) => projectOf(context, section) === projectId)
      .flatMap((section) => toldOf(context, section) ?? []),
  }));
  const body = { step: 'report', askedAt, projects };
  queue(context, {
    ...{ platformId, type: 'reconcile.events', businessKey: 'reconcile.events', body },
    dueAt: context.ports.clock(),
  });
  return accepted;
}

function projectOf({ records }: Context, { platformId, planId }: SectionRecord): string | undefined {
  return records.plans.get(planKey(platformId, planId))?.body.projectId;
}

/** The plan that has this number now; a withdrawn one only when no other has it. */
function planWithNo({ records }: Context, platformId: string, planNo: string): PlanRecord | undefined {
  const plans = records.plans
    .values()
    .filter((plan) => plan.platformId === platformId && plan.body.planNo === planNo);
  return plans.find(({ withdrawn }) => !withdrawn) ?? plans.at(-1);
}

function sectionsOfPlan({ records }: Context, platformId: string, planId: string): readonly SectionRecord[] {
  return records.sections
    .values()
    .filter((section) => section.platformId === platformId && section.planId === planId);
}
