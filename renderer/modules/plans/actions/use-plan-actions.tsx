// One way for buttons of the list, the page and the row's menu: pages are opened, commands get their dialog. The plan is read anew when an action is
// chosen, so that what is asked about is what stands now.
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, command } from '#renderer/api/bridge.ts';
import { newId } from '#renderer/api/ids.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { tellDone, tellFailure, tellRefusal } from '#renderer/ui/states/tell.ts';
import { contentForCopy } from '#shared/domain/plans/content.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { availableActions } from '#shared/domain/plans/workflow.ts';
import { describeError, plansPages } from '#shared/text/index.ts';
import { type Decision, decisionWords } from './decision-words.ts';
import { onSubmission, type PlanAction } from './plan-actions.ts';
import { SubmitPlan } from './submit-plan.tsx';

type Open = { readonly action: Decision | 'plans.submit'; readonly plan: Plan };

export type PlanActions = {
  start(action: PlanAction, planId: string): void;
  /** To be placed once in the page. */
  readonly dialog: ReactNode;
};

export function usePlanActions(onDone?: (action: Decision) => void): PlanActions {
  const [open, setOpen] = useState<Open | null>(null);
  const navigate = useNavigate();
  const actor = useActor();
  const go = (path: string) => void navigate(path);

  const withPlan = async (planId: string, then: (plan: Plan) => unknown) => {
    const answer = await ask('plans.get', { id: planId });
    if (!answer.ok) return tellFailure(describeError(answer.error));
    await then(answer.value.plan);
  };
  const start = (action: PlanAction, planId: string) => {
    switch (action) {
      case 'view':
      case 'review':
      case 'handle':
        return go(`/plans/${planId}`);
      case 'plans.edit':
        return go(`/plans/${planId}/edit`);
      case 'preview':
        return go(`/plans/${planId}/preview`);
      case 'project':
        return void withPlan(planId, ({ projectId }) => {
          if (projectId !== null) go(`/projects/${projectId}`);
        });
      case 'copy':
        return void withPlan(planId, async (plan) => {
          const id = newId();
          const answer = await command('plans.create', { id, content: contentForCopy(plan, newId) });
          if (!answer.ok) return tellRefusal('plans.create', answer.error);
          tellDone(plansPages.actions.done.copied);
          go(`/plans/${id}/edit`);
        });
      default:
        return void withPlan(planId, (plan) => {
          // Between the list and this moment somebody else may have acted.
          if (!availableActions(actor, plan).includes(action)) return tellFailure(goneWords(action, plan));
          setOpen({ action, plan });
        });
    }
  };

  const close = () => setOpen(null);
  return { start, dialog: open === null ? null : dialogOf(open, close, go, onDone) };
}

function dialogOf(
  { action, plan }: Open,
  onClose: () => void,
  go: (path: string) => void,
  onDone: ((action: Decision) => void) | undefined,
) {
  if (action === 'plans.submit') {
    return <SubmitPlan onClose={onClose} onEdit={() => go(`/plans/${plan.id}/edit`)} plan={plan} />;
  }
  return (
    <DecisionDialog
      command={action}
      id={plan.id}
      onClose={onClose}
      words={decisionWords(action, plan)}
      {...(onSubmission.includes(action) ? { submittedAt: plan.submittedAt } : {})}
      {...(onDone === undefined ? {} : { onDone })}
    />
  );
}

function goneWords(action: PlanAction, plan: Plan): string {
  const { actions } = plansPages;
  if (action === 'plans.delete' && plan.leftUnit) return actions.leftUnit;
  return action === 'plans.giveUp' && !plan.leftUnit ? actions.notSeen : actions.gone;
}
