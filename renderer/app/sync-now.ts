import { notifications } from '@mantine/notifications';
import { ask } from '#renderer/api/bridge.ts';
import { appText, describeError } from '#shared/text/index.ts';

const { sync } = appText;

/** 立即同步, and says how it went. */
export async function syncNow(): Promise<void> {
  const answer = await ask('sync.now', {});
  if (!answer.ok) {
    notifications.show({ color: 'orange', title: sync.failed, message: describeError(answer.error) });
    return;
  }
  const { acknowledged, rejected, rows, postponed } = answer.value;
  const words = [
    sync.done(acknowledged, rows),
    ...(rejected > 0 ? [sync.doneWithRefused(rejected)] : []),
    ...(postponed ? [sync.postponed] : []),
  ];
  notifications.show({ color: rejected > 0 ? 'orange' : 'green', message: words.join('') });
}
