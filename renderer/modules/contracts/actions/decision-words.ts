// What the dialog of a step says. It names the contract, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { contractPages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './contract-actions.ts';

const { decisions } = contractPages;

export type Decision = Exclude<
  CommandAction,
  'contracts.edit' | 'contracts.submit' | 'contracts.publish' | 'contracts.handIn'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'contracts.approve':
      return decisionOf(name, decisions.approve);
    case 'contracts.return':
      return decisionOf(name, { ...decisions.return, reason: forms.decision.returnReason });
    case 'contracts.takeBack':
      return decisionOf(name, decisions.takeBack);
    case 'contracts.receive':
      return decisionOf(name, decisions.receive);
    case 'contracts.requestPapers':
      return decisionOf(name, decisions.requestPapers);
    case 'contracts.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
