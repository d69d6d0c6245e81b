// One line across the page about its whole: calm where one need only know, a warning where something is wanted.
import { Group, Text } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './notice-strip.module.css';

type Props = {
  readonly tone: 'calm' | 'warning';
  readonly icon: TablerIcon;
  readonly children: ReactNode;
  /** At the right end: what one may do about it. */
  readonly action?: ReactNode;
};

export function NoticeStrip({ tone, icon: Icon, children, action }: Props) {
  return (
    <Group className={css['strip'] ?? ''} data-tone={tone} gap="xs" role="status" wrap="nowrap">
      <Icon aria-hidden className={css['icon']} size={18} stroke={1.7} />
      <Text flex={1}>{children}</Text>
      {action}
    </Group>
  );
}
