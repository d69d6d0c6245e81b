// One handler a query of shared/contract/ipc.ts. Handlers get their parsed input and the open account; they only read, unless their name says
// otherwise, and answer refusals as values.
import type { QueryName, QueryOutput, QueryParsed } from '#shared/contract/ipc.ts';
import type { ListQueryName } from '#shared/contract/lists.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Desk } from '../desk.ts';

export type Answer<N extends QueryName> = Result<QueryOutput<N>> | Promise<Result<QueryOutput<N>>>;

export type Handler<N extends QueryName> = {
  answer(account: Account, input: QueryParsed<N>, desk: Desk): Answer<N>;
};

export type Handlers<N extends QueryName> = { readonly [K in N]: Handler<K> };

/** Answered by the session itself: they need no open account. */
export type SessionQuery = Extract<QueryName, `session.${string}`>;
/** Those of lists are made from the declarations of the lists. */
export type DeskQuery = Exclude<QueryName, SessionQuery | ListQueryName>;
/** Of which query it is, its place in a map says. */
export type AnyHandler = {
  answer(account: Account, input: never, desk: Desk): Result<unknown> | Promise<Result<unknown>>;
};
