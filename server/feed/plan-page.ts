// Where a pull goes on, from what the desk holds and what the account may see now. Pure; the wire's meaning is in contract/sync.ts.
//
// Why a snapshot may be newer than the cursor. While scopes are being gained the cursor c stands still, and each page of rows is read
// as of some later head h ≥ c. Afterwards the feed is read from c on for all scopes held, so every change after c of a row in them is
// sent, in order. A desk ignores a line whose version is not higher than the one it holds. So for a row that a page brought with
// version v: feed lines up to v are ignored, whether they put, drop or delete it, and later ones apply. For a row that no page
// brought: either it left before its page was read, then the feed carries its leaving (or nothing was ever put), or it came after, then
// its coming is in the feed. Either way the last line that touches the scopes held decides, as it does for a desk that was there all
// along. When the cursor reaches the head, both hold the same; that is when digests are compared.
import type { Gaining, PullState } from '#shared/contract/sync.ts';
import type { Scope } from '#shared/domain/actor.ts';

export type PagePlan = {
  readonly cursor: number;
  /** Held and still allowed: what feed lines are filtered by. */
  readonly kept: readonly Scope[];
  readonly lost: readonly Scope[];
  /** Set: this page is rows of a snapshot. Null: it is the feed. */
  readonly gaining: Gaining | null;
};

/** For a desk that cannot be told to start over: it lets go of everything, and its next request gains it as a snapshot. */
export function letGoOfAll(state: PullState, head: number): PagePlan {
  const lost = [...new Set([...state.held, ...(state.gaining?.scopes ?? [])])].sort();
  return { cursor: head, kept: [], lost, gaining: null };
}

export function planPage(
  state: PullState,
  allowed: readonly Scope[],
  head: number,
  firstEntity: string,
): PagePlan {
  const may = new Set(allowed);
  const start = (scopes: readonly Scope[]): Gaining => ({
    scopes: [...scopes],
    entity: firstEntity,
    after: '',
  });
  if (state.cursor === null) {
    // A first answer begins with everything: what the desk may hold from another life is not asked for.
    return { cursor: head, kept: [], lost: [], gaining: start(allowed) };
  }
  const kept = state.held.filter((scope) => may.has(scope));
  const stillGaining = state.gaining?.scopes.filter((scope) => may.has(scope)) ?? [];
  const before = new Set([...state.held, ...(state.gaining?.scopes ?? [])]);
  const lost = [...before].filter((scope) => !may.has(scope)).sort();
  if (state.gaining !== null && stillGaining.length > 0) {
    return { cursor: state.cursor, kept, lost, gaining: { ...state.gaining, scopes: stillGaining } };
  }
  const fresh = allowed.filter((scope) => !kept.includes(scope));
  return { cursor: state.cursor, kept, lost, gaining: fresh.length === 0 ? null : start(fresh) };
}
