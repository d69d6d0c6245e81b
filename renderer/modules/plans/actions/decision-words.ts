// What the dialog of a step says. It names the plan, and what cannot be undone.
import type { Plan } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import type { CommandAction } from './plan-actions.ts';

const { actions } = plansPages;

export type DecisionWords = {
  readonly title: string;
  readonly consequence: string;
  readonly verb: string;
  readonly danger: boolean;
  /** `reason` must be given, `note` may. */
  readonly asks: 'reason' | 'note' | null;
};

export function decisionWords(
  action: Exclude<CommandAction, 'plans.edit' | 'plans.submit'>,
  plan: Plan,
): DecisionWords {
  const name = plan.content.projectName === '' ? plansPages.unnamed : plan.content.projectName;
  const planNo = plan.planNo ?? '';
  const of = (
    words: { readonly title: (name: string) => string; readonly confirm: string },
    consequence: string,
    asks: DecisionWords['asks'] = null,
    danger = false,
  ): DecisionWords => ({ title: words.title(name), consequence, verb: words.confirm, danger, asks });
  switch (action) {
    case 'plans.approve':
      return of(actions.approve, actions.approve.body, 'note');
    case 'plans.file':
      return of(actions.file, filingWords(plan), 'note');
    case 'plans.return':
    case 'plans.officeReturn':
      return of(actions.return, actions.return.body, 'reason');
    case 'plans.takeBack':
      return of(actions.takeBack, actions.takeBack.body);
    case 'plans.reopen':
      return of(actions.reopen, actions.reopen.body, 'reason', true);
    case 'plans.cancel':
      return of(actions.cancel, actions.cancel.body(planNo), 'reason', true);
    case 'plans.delete':
      return of(actions.remove, actions.remove.body, null, true);
  }
}

function filingWords({ planNo, content }: Plan): string {
  if (planNo !== null) return actions.file.again(planNo);
  return content.platformId === null ? actions.file.firstNoPlatform : actions.file.first;
}
