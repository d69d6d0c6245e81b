// What the dialog of a step says. It names the challenge, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { challengePages } from '#shared/text/index.ts';

const { decisions } = challengePages;

export type Decision = 'challenges.withdraw' | 'challenges.cancel' | 'challenges.delete';

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'challenges.withdraw':
      return decisionOf(name, decisions.withdraw);
    case 'challenges.cancel':
      return decisionOf(name, decisions.cancel, true);
    case 'challenges.delete':
      return decisionOf(name, decisions.remove, true);
  }
}
