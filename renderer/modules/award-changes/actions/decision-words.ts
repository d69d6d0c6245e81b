// What the dialog of a step says. It names the filing, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { awardChangePages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './change-actions.ts';

const { decisions } = awardChangePages;

export type Decision = Exclude<
  CommandAction,
  'awardChanges.edit' | 'awardChanges.submit' | 'awardChanges.approve'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'awardChanges.return': {
      const { title, body, confirm } = decisions.return;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...forms.decision.returnReason },
      };
    }
    case 'awardChanges.takeBack': {
      const { title, body, confirm } = decisions.takeBack;
      return { title: title(name), consequence: body, verb: confirm };
    }
    case 'awardChanges.giveUp': {
      const { title, body, confirm, reason, keep } = decisions.giveUp;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...reason },
        danger: true,
        dismiss: keep,
      };
    }
    case 'awardChanges.delete': {
      const { title, body, confirm } = decisions.remove;
      return { title: title(name), consequence: body, verb: confirm, danger: true };
    }
  }
}
