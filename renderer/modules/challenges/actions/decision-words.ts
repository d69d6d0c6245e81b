// What the dialog of a step says. It names the challenge, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { challengePages } from '#shared/text/index.ts';

const { decisions } = challengePages;

export type Decision = 'challenges.withdraw' | 'challenges.cancel' | 'challenges.delete';

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'challenges.withdraw': {
      const { title, body, confirm, reason } = decisions.withdraw;
      return { title: title(name), consequence: body, verb: confirm, asks: { kind: 'reason', ...reason } };
    }
    case 'challenges.cancel': {
      const { title, body, confirm, reason, keep } = decisions.cancel;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...reason },
        danger: true,
        dismiss: keep,
      };
    }
    case 'challenges.delete': {
      const { title, body, confirm } = decisions.remove;
      return { title: title(name), consequence: body, verb: confirm, danger: true };
    }
  }
}
