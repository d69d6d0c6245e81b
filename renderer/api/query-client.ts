// Answers are kept as long as nothing says they are old: the local side tells every change, so nothing is asked again on a timer or on focus,
// and being offline never pauses a question to the local side.
import { QueryClient } from '@tanstack/react-query';
import { queries } from '#shared/contract/ipc.ts';
import type { WindowEvent } from './bridge.ts';
import { concerns } from './concerns.ts';

/** Long enough to gather what one pull of the sync changes, short enough not to be noticed. */
const gatherMs = 40;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Keeps the client's answers true to the local side's events; answers how to stop. */
export function followEvents(
  client: QueryClient,
  listen: (listener: (event: WindowEvent) => void) => () => void,
): () => void {
  const gathered: WindowEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let account = signedIn(client);

  const refetch = () => {
    timer = undefined;
    const events = gathered.splice(0);
    void client.invalidateQueries({
      predicate: ({ queryKey }) => events.some((event) => concerns(event, String(queryKey[0]))),
    });
  };
  const stop = listen((event) => {
    if (event.type === 'sync.status') client.setQueryData(['sync.status', {}], event.status);
    if (event.type === 'host.settings') client.setQueryData(['host.settings', {}], event.settings);
    if (event.type === 'host.local') client.setQueryData(['host.localState', {}], { state: event.state });
    if (event.type === 'session.changed') {
      const now = event.actor?.accountId ?? null;
      // What one account has seen must not flash before the next.
      if (account !== now) client.removeQueries({ predicate: isOfAccount });
      account = now;
    }
    gathered.push(event);
    timer ??= setTimeout(refetch, event.type === 'session.changed' ? 0 : gatherMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

function signedIn(client: QueryClient): string | null {
  const known = queries['session.current'].output.safeParse(client.getQueryData(['session.current', {}]));
  return known.data?.actor?.accountId ?? null;
}

function isOfAccount({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  const name = String(queryKey[0]);
  return !name.startsWith('session.') && !name.startsWith('host.');
}
