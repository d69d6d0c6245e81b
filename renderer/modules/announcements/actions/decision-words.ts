// What the dialog of a step says. It names the announcement, and what cannot be undone.
import type { DecisionWords } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { announcementPages, forms, invitationPages } from '#shared/text/index.ts';
import { type CommandAction, isPublish } from './announcement-actions.ts';

const { actions } = announcementPages;

export type Decision = Exclude<CommandAction, 'announcements.edit' | 'announcements.submit'>;

/** `isPublic`: what goes to the invited alone is sent, not published. */
export function decisionWords(action: Decision, name: string, isPublic: boolean): DecisionWords {
  const of = (
    words: { readonly title: (name: string) => string; readonly confirm: string },
    consequence: string,
    more: Pick<DecisionWords, 'asks' | 'danger' | 'dismiss'> = {},
  ): DecisionWords => ({ title: words.title(name), consequence, verb: words.confirm, ...more });
  if (isPublish(action)) {
    const words = isPublic ? actions.publish : invitationPages.send;
    return of(words, words.body);
  }
  switch (action) {
    case 'announcements.approve':
      return of(actions.approve, actions.approve.body, {
        asks: { kind: 'note', label: forms.decision.reviewNote },
      });
    case 'announcements.return':
      return of(actions.return, actions.return.body, {
        asks: { kind: 'reason', ...forms.decision.returnReason },
      });
    case 'announcements.takeBack':
      return of(actions.takeBack, actions.takeBack.body);
    case 'announcements.withdraw':
      return of(actions.withdraw, (isPublic ? actions : invitationPages).withdraw.body(name), {
        asks: { kind: 'reason', ...(isPublic ? actions : invitationPages).withdraw.reason },
        danger: true,
        dismiss: actions.withdraw.keep,
      });
    case 'announcements.delete':
      return of(actions.remove, actions.remove.body, { danger: true });
  }
}
