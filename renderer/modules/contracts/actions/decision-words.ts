// What the dialog of a step says. It names the contract, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { contractPages, forms } from '#shared/text/index.ts';
import type { CommandAction } from './contract-actions.ts';

const { decisions } = contractPages;

export type Decision = Exclude<
  CommandAction,
  'contracts.edit' | 'contracts.submit' | 'contracts.publish' | 'contracts.handIn'
>;

export function decisionWords(action: Decision, name: string): DecisionWords {
  switch (action) {
    case 'contracts.approve': {
      const { title, body, confirm, note } = decisions.approve;
      return { title: title(name), consequence: body, verb: confirm, asks: { kind: 'note', label: note } };
    }
    case 'contracts.return': {
      const { title, body, confirm } = decisions.return;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...forms.decision.returnReason },
      };
    }
    case 'contracts.takeBack': {
      const { title, body, confirm } = decisions.takeBack;
      return { title: title(name), consequence: body, verb: confirm };
    }
    case 'contracts.receive': {
      const { title, body, confirm, note } = decisions.receive;
      return { title: title(name), consequence: body, verb: confirm, asks: { kind: 'note', label: note } };
    }
    case 'contracts.requestPapers': {
      const { title, body, confirm, reason } = decisions.requestPapers;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...reason },
      };
    }
    case 'contracts.terminate': {
      const { title, body, confirm, reason, keep } = decisions.terminate;
      return {
        title: title(name),
        consequence: body,
        verb: confirm,
        asks: { kind: 'reason', ...reason },
        danger: true,
        dismiss: keep,
      };
    }
    case 'contracts.delete': {
      const { title, body, confirm } = decisions.remove;
      return { title: title(name), consequence: body, verb: confirm, danger: true };
    }
  }
}
