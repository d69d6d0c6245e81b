// Who is signed in. `undefined` only until the local side has answered for the first time.
import type { SessionState } from '#shared/contract/ipc.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { useAsk } from './use-ask.ts';

export function useSession(): SessionState | undefined {
  return useAsk('session.current', {}).data;
}

/** The one signed in; for pages, which are shown to somebody signed in only. */
export function useActor(): Actor {
  const actor = useSession()?.actor;
  if (actor === undefined || actor === null) throw new Error('a page is shown without anybody signed in');
  return actor;
}
