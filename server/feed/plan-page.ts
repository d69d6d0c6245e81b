// Where a pull goes on, from what the desk holds, the record types it knows and what the account may see now. Pure; the wire's meaning is in
// contract/sync.ts.
//
// Why a snapshot may be newer than the cursor. While something is being gained the cursor c stands still, and each page of rows is read as of
// some later head h ≥ c. Afterwards the feed is read from c on for everything held, so every change after c of a row in it is sent, in order.
// A desk ignores a line whose version is not higher than the one it holds. So for a row that a page brought with version v: feed lines up to
// v are ignored, whether they put, drop or delete it, and later ones apply. For a row that no page brought: either it left before its page
// was read, then the feed carries its leaving (or nothing was ever put), or it came after, then its coming is in the feed. Either way the
// last line that touches the scopes held decides, as it does for a desk that was there all along. When the cursor reaches the head, both hold
// the same; that is when digests are compared.
//
// The same holds for each record type by itself. A row has one type for good, and of the rows of type T only the pairs (scope, T) speak: its
// lines are sent where its scopes meet those that T is held in, its snapshot is read by those that T is gained in, and it is let go of where it
// carries none in which T is held or gained. What is held of another type changes nothing of it. So the argument above stands for T with "the
// scopes that T is held in" for "the scopes held"; types share only the cursor, and that moves only when nothing of any type is missing. A row
// in the scopes A and B, where T is held in A and being gained in B, is one more row that a page brings a second time. Lines that were passed
// over while the desk did not name T are never missed: T is held nowhere then, and comes by its snapshot.
import {
  type Coverage,
  difference,
  fullCoverage,
  intersection,
  noCoverage,
  union,
} from '#shared/contract/coverage.ts';
import type { Gaining, PullState } from '#shared/contract/sync.ts';
import type { Scope } from '#shared/domain/actor.ts';

/** What may be sent: the types that desk and server know, in the scopes that the account holds. */
export type Permitted = { readonly types: readonly string[]; readonly scopes: readonly Scope[] };

export type PagePlan = {
  readonly cursor: number;
  /** Held and still permitted. */
  readonly kept: Coverage;
  readonly lost: Coverage;
  /** Set: this page is rows of a snapshot. Null: it is the feed, of everything permitted, as nothing is missing. */
  readonly gaining: Gaining | null;
};

/** For a desk that cannot be told to start over: it lets go of everything, and its next request gains it as a snapshot. */
export function letGoOfAll(state: PullState, head: number): PagePlan {
  const lost = union(state.held, state.gaining?.of ?? noCoverage);
  return { cursor: head, kept: noCoverage, lost, gaining: null };
}

export function planPage(
  state: PullState,
  permitted: Permitted,
  head: number,
  firstEntity: string,
): PagePlan {
  const may = fullCoverage(permitted.types, permitted.scopes);
  const start = (of: Coverage): Gaining => ({ of, entity: firstEntity, after: '' });
  if (state.cursor === null) {
    // A first answer begins with everything: what the desk may hold from another life is not asked for.
    return { cursor: head, kept: noCoverage, lost: noCoverage, gaining: start(may) };
  }
  const { cursor, gaining } = state;
  const kept = intersection(state.held, may);
  const lost = difference(union(state.held, gaining?.of ?? noCoverage), may);
  const stillGaining = intersection(gaining?.of ?? noCoverage, may);
  if (gaining !== null && stillGaining.length > 0) {
    return { cursor, kept, lost, gaining: { ...gaining, of: stillGaining } };
  }
  const fresh = difference(may, kept);
  return { cursor, kept, lost, gaining: fresh.length === 0 ? null : start(fresh) };
}
