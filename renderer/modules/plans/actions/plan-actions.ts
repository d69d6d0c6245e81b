// Which buttons a plan has for whom. Commands come from the workflow alone, so that a button never offers what the rules refuse; what is said here is
// their order, which of them is the way forward, and what stands beside them.
import { type PageActions, pageActionsOf } from '#renderer/ui/record/page-actions.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { availableActions, planWorkflow } from '#shared/domain/plans/workflow.ts';
import { stepsByState } from '#shared/domain/workflow.ts';

export const commandActions = [
  'plans.approve',
  'plans.file',
  'plans.submit',
  'plans.edit',
  'plans.return',
  'plans.officeReturn',
  'plans.takeBack',
  'plans.reopen',
  'plans.cancel',
  'plans.giveUp',
  'plans.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];
/** What is no command of the plan: pages, and a new plan. */
export type OtherAction = 'view' | 'review' | 'handle' | 'project' | 'copy' | 'preview';
export type PlanAction = CommandAction | OtherAction;

/** They name the submission that was looked at: it may have been taken back and made otherwise since. */
export const onSubmission: readonly CommandAction[] = [
  'plans.approve',
  'plans.return',
  'plans.file',
  'plans.officeReturn',
];
/** Not to be pressed in passing. */
const grave: readonly CommandAction[] = ['plans.reopen', 'plans.cancel', 'plans.giveUp', 'plans.delete'];
const commandsOfPage = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['plans.approve', 'plans.file', 'plans.submit'],
  grave,
});

/** The buttons of the plan's page. */
export function pageActions(actor: Actor, plan: Plan, mark: Mark): PageActions<PlanAction> {
  const { more, ...seen } = commandsOfPage(availableActions(actor, plan), mark);
  return { ...seen, more: [...besides(actor, plan), ...more] };
}

type Row = Pick<Plan, 'status' | 'planNo'> & { readonly changedPlanNo: string | null; readonly mark: Mark };

/** At most two that are seen; the rest under 更多. `more` is what the state allows: 删除 and 放弃 are asked again of the plan itself. */
export function rowActions(actor: Actor, row: Row): PageActions<PlanAction> {
  const allowed =
    row.mark === 'waiting_for_server'
      ? []
      : ordered(stepsByState(planWorkflow, actor, row.status)).filter(mayEnd(row));
  const visible = visibleOf(allowed);
  const rest = allowed.filter((action) => !visible.includes(action) && !reviewing.includes(action));
  const view: readonly OtherAction[] = visible.some((action) => opens.includes(action)) ? [] : ['view'];
  const more = [...besides(actor, row), ...rest];
  return visible.length === 2
    ? { primary: null, visible, more: [...view, ...more] }
    : { primary: null, visible: [...visible, ...view], more };
}

const opens: readonly PlanAction[] = ['review', 'handle'];
/** Decided on the page, where the plan can be read. */
const reviewing: readonly PlanAction[] = onSubmission;

function visibleOf(allowed: readonly CommandAction[]): readonly PlanAction[] {
  if (allowed.includes('plans.approve')) return ['review'];
  if (allowed.includes('plans.file')) return ['handle'];
  return (['plans.edit', 'plans.submit', 'plans.takeBack'] as const).filter((action) =>
    allowed.includes(action),
  );
}

function besides(actor: Actor, plan: Pick<Plan, 'planNo'>): readonly OtherAction[] {
  return [
    ...(plan.planNo === null ? [] : (['project'] as const)),
    'preview',
    ...(actor.role === 'purchaser_clerk' ? (['copy'] as const) : []),
  ];
}

// A list knows the state of a plan, not the plan: conditions on the rest are asked when an action is chosen.
function mayEnd({ status, planNo, changedPlanNo }: Row) {
  return (action: CommandAction) => {
    if (action === 'plans.delete') return planNo === null;
    // What nobody has sent back is mostly a draft that is deleted; where it is not, the page offers it.
    return action !== 'plans.giveUp' || (changedPlanNo !== null && status === 'returned');
  };
}

function ordered(names: readonly string[]): readonly CommandAction[] {
  return commandActions.filter((action) => names.includes(action));
}

export function isGrave(action: PlanAction): boolean {
  return grave.some((one) => one === action);
}
