// What the dialog of a step says. It names the breach, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { breachPages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './breach-actions.ts';

const { decisions } = breachPages;

export type Decision = Exclude<
  CommandAction,
  'breaches.edit' | 'breaches.notify' | 'breaches.submit' | 'breaches.hear'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'breaches.approve':
      return decisionOf(name, decisions.approve);
    case 'breaches.return':
      return decisionOf(name, { ...decisions.return, reason: forms.decision.returnReason });
    case 'breaches.takeBack':
      return decisionOf(name, decisions.takeBack);
    case 'breaches.withdraw': {
      const { reason, reasonHelp, ...texts } = decisions.withdraw;
      return decisionOf(name, { ...texts, reason: { label: reason, help: reasonHelp } }, true);
    }
    case 'breaches.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
