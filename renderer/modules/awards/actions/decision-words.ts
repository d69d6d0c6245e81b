// What the dialog of a step says. It names the result, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { awardPages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './award-actions.ts';

const { decisions } = awardPages;

export type Decision = Exclude<CommandAction, 'awards.edit' | 'awards.submit' | 'awards.confirm'>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'awards.return': {
      const { title, body, confirm } = decisions.return;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...forms.decision.returnReason },
      };
    }
    case 'awards.takeBack': {
      const { title, body, confirm } = decisions.takeBack;
      return { title: title(name), consequence: body, verb: confirm };
    }
    case 'awards.reopen': {
      const { title, body, confirm, reason, keep } = decisions.reopen;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...reason },
        danger: true,
        dismiss: keep,
      };
    }
    case 'awards.delete': {
      const { title, body, confirm } = decisions.remove;
      return { title: title(name), consequence: body, verb: confirm, danger: true };
    }
  }
}
