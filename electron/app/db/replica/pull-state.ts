// The pull state as a replica keeps it, whichever version of this program wrote it. It is never a reason not to open a file.
import { noCoverage, ofTypes } from '#shared/contract/coverage.ts';
import { pullState1Schema, stateFrom1 } from '#shared/contract/protocol-1.ts';
import { emptyPullState, type PullState, pullStateSchema } from '#shared/contract/sync.ts';

/**
 * `stored`: what stands in `meta`, undefined in a new file. `types`: the record types whose rows this replica has; nothing else is held, so that
 * a type that another version kept here is gained anew. A state that nobody can read begins from nothing.
 */
export function readPullState(stored: unknown, types: Iterable<string>): PullState {
  if (stored === undefined) return emptyPullState;
  const state = parsed(stored);
  if (state === undefined) return emptyPullState;
  const own = new Set(types);
  const held = ofTypes(state.held, own);
  const gained = ofTypes(state.gaining?.of ?? noCoverage, own);
  const gaining = state.gaining === null || gained.length === 0 ? null : { ...state.gaining, of: gained };
  return { ...state, held, gaining };
}

function parsed(stored: unknown): PullState | undefined {
  const today = pullStateSchema.safeParse(stored);
  if (today.success) return today.data;
  const before = pullState1Schema.safeParse(stored);
  return before.success ? stateFrom1(before.data) : undefined;
}
