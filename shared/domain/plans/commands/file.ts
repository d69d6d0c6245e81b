// 备案: the server gives the number, the project begins, and the plan leaves for the trading centre, all in one transaction. Filing again
// after a change keeps number and project; the centre is told of the change.
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  numberSeries,
  type Organisation,
  organisations,
  type Platform,
  platforms,
} from '../../admin/model.ts';
import { type NumbersGiven, nextNumbers } from '../../admin/next-number.ts';
import { loadSetting } from '../../admin/settings.ts';
import { type Change, put, send } from '../../command.ts';
import { type Load, one, where } from '../../load.ts';
import { type ProjectCourse, sectionsMoved } from '../../projects/completion.ts';
import { isLive, type Project, projects, type Section, sections } from '../../projects/model.ts';
import { pushNotNeeded, pushQueued } from '../../projects/push-state.ts';
import { withSuccessor } from '../../projects/succession.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Moving } from '../../step.ts';
import { planPush, planWithdraw } from '../messages.ts';
import { type FiledPlan, isFiled, type Plan, type PlanContent, plans } from '../model.ts';
import { loadChanged, loadChangedCourse } from './give-back.ts';

type Filing = {
  readonly autoFile: boolean;
  readonly project: Project | undefined;
  readonly ownSections: readonly Section[];
  readonly agency: Organisation | undefined;
  readonly platform: Platform | undefined;
  /** Undefined for a plan that has its number. */
  readonly number: Result<NumbersGiven> | undefined;
  /** Sections whose method it changes. */
  readonly changed: readonly Section[];
  /** The project of these. */
  readonly changedCourse: ProjectCourse | undefined;
};

export function* loadForFiling(plan: Plan): Load<Filing> {
  const { projectId, planNo, content } = plan;
  const { agencyId, platformId } = content;
  return {
    autoFile: yield* loadSetting('plans.autoFile'),
    project: projectId === null ? undefined : yield* one(projects, projectId),
    ownSections: projectId === null ? [] : yield* where(sections, { projectId }),
    agency: agencyId === null ? undefined : yield* one(organisations, agencyId),
    platform: platformId === null ? undefined : yield* one(platforms, platformId),
    number: planNo === null ? yield* nextNumber(content) : undefined,
    changed: yield* loadChanged(plan),
    changedCourse: yield* loadChangedCourse(plan),
  };
}

export function filed({ row: plan, known, ctx, moved }: Moving<Plan, Filing>): Result<readonly Change[]> {
  const { project, ownSections, agency, platform, number, changed, changedCourse } = known;
  if (ctx.actor.role === 'system' && !known.autoFile) return refuse('not_allowed');
  const { platformId, agencyId } = plan.content;
  if (platformId !== null && platform?.active !== true) return missing('platformId', 'platforms');
  if (agencyId !== null && agency?.active !== true) return missing('agencyId', 'organisations');

  if (changed.length < (plan.predecessor?.sections.length ?? 0)) {
    return refuseField('wrong_state', 'id', 'predecessor_gone');
  }

  const changes: Change[] = [];
  let planNo = plan.planNo;
  if (planNo === null) {
    if (number === undefined || !number.ok) return number ?? refuse('internal');
    planNo = number.value.numbers[0] ?? null;
    changes.push(put(numberSeries, number.value.series));
  }
  const after = moved({
    planNo,
    projectId: plan.projectId ?? ctx.commandId,
    filingRound: plan.filingRound + 1,
    filedAt: plan.filedAt ?? ctx.now,
  });
  if (!isFiled(after)) return refuse('internal');
  const next = projectOf(after, project, ctx.now);
  if (!next.ok) return next;
  const live = ownSections.filter(isLive);
  const movedFrom = project?.platformId === platformId ? null : (project?.platformId ?? null);
  if (movedFrom !== null && live.length > 0) {
    return refuseField('wrong_state', 'platformId', 'platform_has_sections');
  }
  changes.push(put(plans, after), put(projects, next.value));
  for (const section of ownSections) changes.push(put(sections, { ...section, ...partiesOf(next.value) }));
  if (changedCourse !== undefined) {
    const { planNo: number, projectId } = after;
    const succeeded = changed.map((section) => withSuccessor(section, { planNo: number, projectId }));
    changes.push(...sectionsMoved(changedCourse, succeeded, ctx.now));
  }
  if (movedFrom !== null) changes.push(send(planWithdraw(after, movedFrom, 'platform_changed')));
  if (platformId !== null) {
    const known = project !== undefined && movedFrom === null && project.platformId !== null;
    changes.push(send(planPush(known ? 'plan.change' : 'plan.push', after, platformId)));
  }
  return ok(changes);
}

function* nextNumber(content: PlanContent): Load<Result<NumbersGiven>> {
  const { regionCode, fiscalYear } = content;
  if (regionCode === null || fiscalYear === null) return incomplete(content);
  return yield* nextNumbers({
    ...{ kind: 'plan', regionCode, year: fiscalYear, count: 1 },
    *isTaken(planNo) {
      return (yield* where(plans, { planNo })).length > 0;
    },
  });
}

function projectOf(plan: FiledPlan, before: Project | undefined, now: number): Result<Project> {
  const { regionCode, fiscalYear, category, method, budgetAmount, platformId, agencyId } = plan.content;
  if (
    regionCode === null ||
    fiscalYear === null ||
    category === null ||
    method === null ||
    budgetAmount === null
  ) {
    return incomplete(plan.content);
  }
  const sectionBudgetTotal = before?.sectionBudgetTotal ?? 0;
  return ok({
    id: plan.projectId,
    planId: plan.id,
    planNo: plan.planNo,
    projectNo: before?.projectNo ?? null,
    name: plan.content.projectName,
    purchaserId: plan.purchaserId,
    purchaserName: plan.purchaserName,
    agencyId,
    regionCode,
    fiscalYear,
    category,
    method,
    budgetAmount,
    platformId,
    status: before?.status ?? 'waiting_for_sections',
    push: platformId === null ? pushNotNeeded : pushQueued(before?.push ?? null, now),
    sectionCount: before?.sectionCount ?? 0,
    sectionBudgetTotal,
    overBudget: sectionBudgetTotal > budgetAmount,
    predecessor: predecessorOf(plan),
    inWarranty: before?.inWarranty ?? false,
    filedAt: before?.filedAt ?? now,
    updatedAt: now,
  });
}

function predecessorOf({ predecessor }: FiledPlan): Project['predecessor'] {
  if (predecessor === null) return null;
  const { projectId, planId, planNo, method, sections: changed } = predecessor;
  return { projectId, planId, planNo, method, rounds: Math.max(...changed.map(({ rounds }) => rounds)) };
}

/** What sections repeat of their project, because visibility follows from it. */
function partiesOf(
  project: Project,
): Pick<Section, 'purchaserId' | 'purchaserName' | 'agencyId' | 'regionCode'> {
  const { purchaserId, purchaserName, agencyId, regionCode } = project;
  return { purchaserId, purchaserName, agencyId, regionCode };
}

function missing(path: string, entity: string) {
  return refuseField('reference_missing', path, 'reference_missing', { entity });
}

/** A plan reaches 采购办 only after its checks; this answers for one that was brought here by another way. */
function incomplete(content: PlanContent) {
  const required = ['regionCode', 'fiscalYear', 'category', 'method', 'budgetAmount'] as const;
  return refuse('rule_broken', {
    fields: required
      .filter((field) => content[field] === null)
      .map((path) => ({ path, code: 'plan.required' })),
  });
}
