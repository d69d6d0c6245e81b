// What the dialog of a step says. It names the change, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { contractChangePages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './change-actions.ts';

const { decisions } = contractChangePages;

export type Decision = Exclude<
  CommandAction,
  'contractChanges.edit' | 'contractChanges.submit' | 'contractChanges.publish'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'contractChanges.approve': {
      const { title, body, confirm, note } = decisions.approve;
      return { title: title(name), consequence: body, verb: confirm, asks: { kind: 'note', label: note } };
    }
    case 'contractChanges.return': {
      const { title, body, confirm } = decisions.return;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...forms.decision.returnReason },
      };
    }
    case 'contractChanges.takeBack': {
      const { title, body, confirm } = decisions.takeBack;
      return { title: title(name), consequence: body, verb: confirm };
    }
    case 'contractChanges.delete': {
      const { title, body, confirm } = decisions.remove;
      return { title: title(name), consequence: body, verb: confirm, danger: true };
    }
  }
}
