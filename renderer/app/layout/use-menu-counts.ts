import { useEffect } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { MenuCount } from '../menu.ts';

/** How much waits for the one signed in; also shown on the tray. */
export function useMenuCounts(): Readonly<Record<MenuCount, number>> {
  const { tasks = 0, attention = 0 } = useAsk('home.counts', {}).data ?? {};
  useEffect(() => {
    void ask('host.badge', { count: tasks + attention });
  }, [tasks, attention]);
  return { tasks, attention };
}
