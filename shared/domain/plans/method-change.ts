// 变更采购方式, filled in from the plan before: the items, packages and amounts of the sections that failed and nothing of the others. What belongs to the method
// of before (its reason, its approval) is not taken over, nor is a value that the new method does not allow.

import { evaluationMethods } from '#shared/codes/procurement.ts';
import type { Policy } from '#shared/codes/procurement-policies.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { allowsEvaluation } from '#shared/rules/plan/evaluation.ts';
import { asLastPushed } from '../projects/arrival.ts';
import { evaluationInForce, eventInForce } from '../projects/events/course.ts';
import type { SectionEvent } from '../projects/events/model.ts';
import { isLive, type Section } from '../projects/model.ts';
import { followingPackage } from './content.ts';
import type { Plan, PlanContent, PlannedSection } from './model.ts';
import { type Package, packageIdOf, packageOfSection, packagesOf } from './packages.ts';
import { askedPolicies } from './policies.ts';
import type { ChangedSection } from './predecessor.ts';

type Before = {
  readonly plan: Plan;
  /** Of its project, all of them. */
  readonly sections: readonly Section[];
  readonly events: readonly SectionEvent[];
  /** The table of 政府采购政策, and the day: what is asked of all may not be asked of a part. */
  readonly policies: readonly Policy[];
  readonly today: PlainDate;
};
type Changed = {
  readonly section: Section;
  /** The package that it carries out. */
  readonly origin: Package | undefined;
  /** Whether it carries it out alone: then the package stays as it is. */
  readonly alone: boolean;
};

/** What the new plan keeps of these sections. Each becomes a package of its own. */
export function changedSections(before: Before, chosen: readonly Section[]): readonly ChangedSection[] {
  return changedIn(before, chosen).map(({ section, origin, alone }) => {
    const { id, sectionNo, name, lotUid, budget, smeReserved, schedule, predecessor } = section;
    const planned = alone ? origin?.planned : undefined;
    const amount = planned?.budget ?? budget;
    const reserve = alone ? (origin?.reserve ?? null) : smeReserved ? amount : null;
    return {
      sectionId: id,
      sectionNo,
      name: planned?.name ?? name,
      lotUid,
      plannedSectionId: planned?.id ?? id,
      budget: amount,
      reserve: reserve === 0 ? null : reserve,
      rounds: schedule?.round ?? predecessor?.rounds ?? 0,
      suppliers: suppliersLeft(section, before.events),
    };
  });
}

function changedIn({ plan, sections }: Before, chosen: readonly Section[]): readonly Changed[] {
  const packages = packagesOf(plan.content);
  const live = sections.filter(isLive);
  // Where the centre does not say of some section which package it carries out, nobody can say that another one is alone.
  const allKnown = live.every((each) => packageOfSection(packages, each) !== undefined);
  return chosen.map(asLastPushed).map((section) => {
    const origin = packageOfSection(packages, section);
    const same = live.filter((each) => packageOfSection(packages, each)?.planned.id === origin?.planned.id);
    return { section, origin, alone: allKnown && origin !== undefined && same.length === 1 };
  });
}

/** What the plan has not given to sections that go on, or to changes before. */
export function availableFor({ plan, sections }: Before, chosen: readonly Section[]): number {
  const others = sections.filter(
    (section) =>
      isLive(section) &&
      !chosen.some(({ id }) => id === section.id) &&
      (section.status !== 'failed' || section.successor !== null),
  );
  return Math.max(0, (plan.content.budgetAmount ?? 0) - sumFen(others.map(({ budget }) => budget)));
}

/** Who was left after the examination, or where nobody has told of one, who handed in. */
function suppliersLeft(section: Section, events: readonly SectionEvent[]): number | null {
  const evaluation = evaluationInForce(section, events);
  if (evaluation !== undefined) return evaluation.ranking.length;
  const opening = eventInForce(section, events, 'opening')?.details;
  return opening?.of === 'opening' ? opening.bidders.length : null;
}

export function contentForChange(before: Before, chosen: readonly Section[], method: string): PlanContent {
  const { content } = before.plan;
  const changed = changedSections(before, chosen);
  const plannedSections = changed.map((section, index) => packageFor(content, section, index, method));
  const budgetAmount = sumFen(changed.map(({ budget }) => budget));
  const evalMethod = evaluationFor(content.evalMethod, method);
  const scored = [evalMethod, ...plannedSections.map((planned) => planned.evalMethod)];
  const changedContent: PlanContent = {
    ...content,
    items: itemsOf(before, chosen, changed),
    budgetAmount,
    ceilingPrice: ceilingOf(content, chosen, budgetAmount),
    funds: fundsOf(content, budgetAmount),
    method,
    methodApprovalNo: '',
    methodReasonCode: null,
    methodReason: '',
    evalMethod,
    priceWeight: scored.includes('COMPREHENSIVE_SCORE') ? content.priceWeight : null,
    plannedStart: null,
    ...reserveOf(content, changed, budgetAmount),
    plannedSections,
    files: content.files.filter(
      ({ purpose }) => purpose !== 'method_approval' && purpose !== 'supervising_consent',
    ),
  };
  const asked = askedPolicies(before.policies, changedContent, before.today).map((policy) => policy.code);
  return {
    ...changedContent,
    policies: content.policies?.filter((answer) => asked.includes(answer.code)) ?? null,
  };
}

function packageFor(
  content: PlanContent,
  { plannedSectionId, name, budget, reserve }: ChangedSection,
  index: number,
  method: string,
): PlannedSection {
  const own = content.plannedSections.find(({ id }) => id === plannedSectionId);
  return {
    ...followingPackage,
    ...own,
    id: plannedSectionId,
    no: own?.no ?? String(index + 1),
    name,
    budget,
    reserve,
    smeReserved: null,
    evalMethod: own?.evalMethod == null ? null : evaluationFor(own.evalMethod, method),
  };
}

/** Of the packages that the sections carry out, or of a plan that is not divided all. Where nobody can say which section has an item, it names none. */
function itemsOf(before: Before, chosen: readonly Section[], changed: readonly ChangedSection[]) {
  const { content } = before.plan;
  const parts = changedIn(before, chosen);
  const origins = new Set(parts.flatMap(({ origin }) => origin?.planned.id ?? []));
  const kept = new Set(changed.map(({ plannedSectionId }) => plannedSectionId));
  const [only, ...others] = changed;
  return content.items
    .filter((item) => {
      const packageId = packageIdOf(content, item);
      return (
        packageId === undefined || parts.some(({ origin }) => origin === undefined) || origins.has(packageId)
      );
    })
    .map((item) => {
      const packageId = packageIdOf(content, item) ?? null;
      const own = packageId !== null && kept.has(packageId) ? packageId : null;
      return { ...item, plannedSectionId: others.length === 0 ? (only?.plannedSectionId ?? null) : own };
    });
}

/** The one that the method allows, where it does not allow that of before and there is only one. */
function evaluationFor(before: string | null, method: string): string | null {
  if (allowsEvaluation(method, before)) return before;
  const allowed = evaluationMethods.entries.filter(({ code }) => allowsEvaluation(method, code));
  return allowed.length === 1 ? (allowed[0]?.code ?? null) : null;
}

function ceilingOf(content: PlanContent, chosen: readonly Section[], budget: number): number | null {
  const ceilings = chosen.map(asLastPushed).flatMap(({ ceiling }) => ceiling ?? []);
  if (ceilings.length === chosen.length) return Math.min(sumFen(ceilings), budget);
  return budget === content.budgetAmount ? content.ceilingPrice : null;
}

/** Which of several sources pays for the part, only people know. */
function fundsOf({ funds, budgetAmount }: PlanContent, budget: number): PlanContent['funds'] {
  if (budget === budgetAmount) return funds;
  return funds.map((fund) => ({ ...fund, amount: funds.length === 1 ? budget : null }));
}

/** Sections that were set aside stay so; of a share that suppliers pass on, the part that falls to these sections. */
function reserveOf(content: PlanContent, changed: readonly ChangedSection[], budget: number) {
  const { smeMode, smeAmount, smeSmallAmount } = content;
  const part = (of: number | null, numerator: number, denominator: number) =>
    of === null || denominator === 0
      ? null
      : Number((BigInt(of) * BigInt(numerator) + BigInt(denominator - 1)) / BigInt(denominator));
  if (smeMode === null || smeMode === 'NONE') return {};
  if (smeMode !== 'WHOLE_PROJECT' && smeMode !== 'LOT') {
    return {
      smeAmount: part(smeAmount, budget, content.budgetAmount ?? budget),
      smeSmallAmount: part(smeSmallAmount, budget, content.budgetAmount ?? budget),
    };
  }
  const reserved = sumFen(changed.map(({ reserve }) => reserve ?? 0));
  if (reserved === 0) return { smeMode: 'NONE', smeAmount: null, smeSmallAmount: null, smeIndustry: null };
  return {
    smeMode: changed.every(({ reserve, budget: own }) => reserve === own) ? 'WHOLE_PROJECT' : 'LOT',
    smeAmount: reserved,
    smeSmallAmount: smeSmallAmount === null ? null : part(smeSmallAmount, reserved, smeAmount ?? reserved),
  };
}
