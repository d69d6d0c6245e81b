// What the dialog of a step says. It names the acceptance, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { acceptancePages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './acceptance-actions.ts';

const { decisions } = acceptancePages;

export type Decision = Exclude<
  CommandAction,
  'acceptances.edit' | 'acceptances.submit' | 'acceptances.conclude'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'acceptances.approve':
      return decisionOf(name, decisions.approve);
    case 'acceptances.return':
      return decisionOf(name, { ...decisions.return, reason: forms.decision.returnReason });
    case 'acceptances.takeBack':
      return decisionOf(name, decisions.takeBack);
    case 'acceptances.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
