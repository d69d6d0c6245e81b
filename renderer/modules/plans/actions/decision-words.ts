// What the dialog of a step says. It names the plan, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import type { CommandAction } from './plan-actions.ts';

const { actions } = plansPages;

export type Decision = Exclude<CommandAction, 'plans.edit' | 'plans.submit'>;

export function decisionWords(action: Decision, plan: Plan): DecisionWords {
  const name = plan.content.projectName === '' ? plansPages.unnamed : plan.content.projectName;
  const of = (
    words: { readonly title: (name: string) => string; readonly confirm: string },
    consequence: string,
    more: Pick<DecisionWords, 'asks' | 'danger' | 'dismiss'> = {},
  ): DecisionWords => ({ title: words.title(name), consequence, verb: words.confirm, ...more });
  const returnReason = { kind: 'reason', ...forms.decision.returnReason } as const;
  switch (action) {
    case 'plans.approve':
      return of(actions.approve, actions.approve.body, {
        asks: { kind: 'note', label: forms.decision.reviewNote },
      });
    case 'plans.file':
      return of(actions.file, filingWords(plan), { asks: { kind: 'note', label: actions.file.note } });
    case 'plans.return':
    case 'plans.officeReturn':
      return of(actions.return, actions.return.body, { asks: returnReason });
    case 'plans.takeBack':
      return of(actions.takeBack, actions.takeBack.body);
    case 'plans.reopen':
      return of(actions.reopen, actions.reopen.body, { asks: returnReason, danger: true });
    case 'plans.cancel':
      return of(actions.cancel, actions.cancel.body(plan.planNo ?? ''), {
        asks: { kind: 'reason', ...actions.cancel.reason },
        danger: true,
        dismiss: actions.cancel.keep,
      });
    case 'plans.giveUp':
      return of(actions.giveUp, givingUpWords(plan), {
        asks: { kind: 'reason', ...actions.giveUp.reason },
        danger: true,
        dismiss: actions.giveUp.keep,
      });
    case 'plans.delete':
      return of(actions.remove, actions.remove.body, { danger: true });
  }
}

function givingUpWords({ planNo, predecessor }: Plan): string {
  const { method = '', sections = [] } = predecessor ?? {};
  const freed = actions.giveUp.body(
    sections.map(({ sectionNo }) => sectionNo),
    codeName(procurementMethods, method) ?? method,
  );
  return planNo === null ? freed : `${freed}${actions.giveUp.filed(planNo)}`;
}

function filingWords({ planNo, content }: Plan): string {
  if (planNo !== null) return actions.file.again(planNo);
  return content.platformId === null ? actions.file.firstNoPlatform : actions.file.first;
}
