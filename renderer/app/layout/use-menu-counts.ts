import { useEffect } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { MenuCount } from '../module.ts';

/** How much waits for the one signed in; also shown on the tray. Nothing where it is not known. */
export function useMenuCounts(): Readonly<Record<MenuCount, number>> {
  const counts = useAsk('home.counts', {}).data;
  const tasks = counts?.tasks ?? 0;
  const attention = counts?.attention ?? 0;
  useEffect(() => {
    void ask('host.badge', { count: tasks + attention });
  }, [tasks, attention]);
  return { tasks, attention };
}
