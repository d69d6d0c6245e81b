import { Group, Text } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { appText } from '#shared/text/index.ts';
import classes from './layout.module.css';

/** While the thread of the local side is started again nothing can be saved: said, until it runs. */
export function LocalStrip() {
  const state = useAsk('host.localState', {}).data?.state;
  if (state !== 'restarting' && state !== 'starting') return null;
  return (
    <Group className={classes['strip']} role="status" gap="xs" wrap="nowrap">
      <IconRefreshAlert size={18} stroke={1.7} aria-hidden />
      <Text>{appText.localSide.restarting}</Text>
    </Group>
  );
}
