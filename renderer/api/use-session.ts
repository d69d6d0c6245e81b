// Who is signed in. `undefined` only until the local side has answered for the first time.
import { createContext, useContext } from 'react';
import type { SessionState } from '#shared/contract/ipc.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { useAsk } from './use-ask.ts';

export function useSession(): SessionState | undefined {
  return useAsk('session.current', {}).data;
}

/**
 * Given by the gate to the pages behind it. Not asked of the session by each page: when somebody signs out, a page that happens to be drawn before
 * the gate would find nobody.
 */
export const ActorContext = createContext<Actor | null>(null);

/** The one signed in; for pages, which are shown to somebody signed in only. */
export function useActor(): Actor {
  const actor = useContext(ActorContext);
  if (actor === null) throw new Error('a page is shown without anybody signed in');
  return actor;
}
