// What has just come of something, said for a moment in the corner.
import { rem } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import css from './toasts.module.css';

/** The menu's width less a margin on both sides. */
const width = rem(192);

export function Toasts() {
  return (
    <Notifications
      autoClose={6000}
      className={css['toasts'] ?? ''}
      classNames={{ notification: css['toast'] ?? '' }}
      containerWidth={width}
      limit={3}
      position="bottom-left"
    />
  );
}
