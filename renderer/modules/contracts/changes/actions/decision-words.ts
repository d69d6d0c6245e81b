// What the dialog of a step says. It names the change, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { contractChangePages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './change-actions.ts';

const { decisions } = contractChangePages;

export type Decision = Exclude<
  CommandAction,
  'contractChanges.edit' | 'contractChanges.submit' | 'contractChanges.publish'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'contractChanges.approve':
      return decisionOf(name, decisions.approve);
    case 'contractChanges.return':
      return decisionOf(name, { ...decisions.return, reason: forms.decision.returnReason });
    case 'contractChanges.takeBack':
      return decisionOf(name, decisions.takeBack);
    case 'contractChanges.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
