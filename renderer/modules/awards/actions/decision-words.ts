// What the dialog of a step says. It names the result, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { awardPages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './award-actions.ts';

const { decisions } = awardPages;

export type Decision = Exclude<CommandAction, 'awards.edit' | 'awards.submit' | 'awards.confirm'>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'awards.return':
      return decisionOf(name, { ...decisions.return, reason: forms.decision.returnReason });
    case 'awards.takeBack':
      return decisionOf(name, decisions.takeBack);
    case 'awards.reopen':
      return decisionOf(name, decisions.reopen, true);
    case 'awards.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
