// What the dialog of a step says. It names the filing, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { awardChangePages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './change-actions.ts';

const { decisions } = awardChangePages;

export type Decision = Exclude<
  CommandAction,
  'awardChanges.edit' | 'awardChanges.submit' | 'awardChanges.approve'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'awardChanges.return':
      return decisionOf(name, { ...decisions.return, reason: forms.decision.returnReason });
    case 'awardChanges.takeBack':
      return decisionOf(name, decisions.takeBack);
    case 'awardChanges.giveUp':
      return decisionOf(name, decisions.giveUp, true);
    case 'awardChanges.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
