// What the dialog of a step says. It names the announcement, and what cannot be undone.
import { announcementPages } from '#shared/text/index.ts';
import type { CommandAction } from './announcement-actions.ts';

const { actions } = announcementPages;

export type Decision = Exclude<CommandAction, 'announcements.edit' | 'announcements.submit'>;
type DecisionWords = {
  readonly title: string;
  readonly consequence: string;
  readonly verb: string;
  readonly danger: boolean;
  /** `reason` must be given, `note` may. */
  readonly asks: 'reason' | 'note' | null;
};

export function decisionWords(action: Decision, name: string): DecisionWords {
  const of = (
    words: { readonly title: (name: string) => string; readonly confirm: string },
    consequence: string,
    asks: DecisionWords['asks'] = null,
    danger = false,
  ): DecisionWords => ({ title: words.title(name), consequence, verb: words.confirm, danger, asks });
  switch (action) {
    case 'announcements.approve':
      return of(actions.approve, actions.approve.body, 'note');
    case 'announcements.publish':
      return of(actions.publish, actions.publish.body);
    case 'announcements.return':
      return of(actions.return, actions.return.body, 'reason');
    case 'announcements.takeBack':
      return of(actions.takeBack, actions.takeBack.body);
    case 'announcements.withdraw':
      return of(actions.withdraw, actions.withdraw.body(name), 'reason', true);
    case 'announcements.delete':
      return of(actions.remove, actions.remove.body, null, true);
  }
}
