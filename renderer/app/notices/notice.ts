// What the bell tells, as functions of what happened: events of the local side, and counts that have grown. Nothing here is kept on disk; what a
// notice speaks of can always be seen on its page.
import type { WindowEvent } from '#renderer/api/bridge.ts';
import { appText, describeError } from '#shared/text/index.ts';

export type Notice = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Where a click leads. */
  readonly route: string | null;
  readonly at: number;
  readonly read: boolean;
};
export type NewNotice = Pick<Notice, 'title' | 'body' | 'route'>;
/** `tasks` is null while nobody knows. */
export type Counts = { readonly tasks: number | null; readonly attention: number };

const { notices } = appText;
/** The oldest go first. */
export const mostNotices = 50;

export function noticeOfEvent(event: WindowEvent): NewNotice | undefined {
  switch (event.type) {
    case 'sync.repaired':
      return { title: notices.repaired, body: '', route: null };
    case 'sync.restarted':
      return { title: notices.restarted, body: notices.restartedBody(event.offeredAgain), route: '/outbox' };
    case 'storage.recovered':
      return event.file === 'outbox'
        ? {
            title: notices.storage,
            body: notices.recoveredOutbox(event.commands, event.complete),
            route: '/outbox',
          }
        : { title: notices.storage, body: notices.recoveredReplica, route: null };
    case 'storage.problem':
      return { title: notices.storage, body: describeError(event.error), route: '/system/diagnostics' };
    default:
      return undefined;
  }
}

/** `before` undefined: the first counts are no news. */
export function noticesOfCounts(before: Counts | undefined, now: Counts): readonly NewNotice[] {
  if (before === undefined) return [];
  const tasks = now.tasks === null || before.tasks === null ? 0 : now.tasks - before.tasks;
  const attention = now.attention - before.attention;
  return [
    ...(tasks > 0 ? [{ title: notices.tasks(tasks), body: notices.tasksBody, route: '/tasks' }] : []),
    ...(attention > 0
      ? [{ title: notices.refused(attention), body: notices.refusedBody, route: '/outbox' }]
      : []),
  ];
}

export function withNotice(
  list: readonly Notice[],
  added: NewNotice,
  id: string,
  at: number,
): readonly Notice[] {
  return [{ ...added, id, at, read: false }, ...list].slice(0, mostNotices);
}
