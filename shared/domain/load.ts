// How a command says what it needs to know, without knowing where it comes from. `load` is a generator of requests: the desk answers
// them from its replica, the server from locked PostgreSQL rows. The requests are at the same time the command's read set, which
// sync uses to decide whether incoming rows meet a pending command.
import type { Id } from '#shared/kernel/ids.ts';
import type { ColumnValue, Entity, Row } from './entity.ts';
import { type Reach, reachOf } from './kept.ts';

export type OneRequest = Reach & { readonly kind: 'one'; readonly entity: string; readonly id: Id };
/** All rows whose stored columns equal `where`. */
export type WhereRequest = Reach & {
  readonly kind: 'where';
  readonly entity: string;
  readonly where: { readonly [column: string]: ColumnValue };
};
export type LoadRequest = OneRequest | WhereRequest;

export type Load<T> = Generator<LoadRequest, T, unknown>;

/** One row by id, or undefined. The answer's type is the entity's: whoever answers must have parsed or written it by its schema. */
export function* one<R extends Row>(kind: Entity<R>, id: Id): Load<R | undefined> {
  const answer = yield { ...reachOf(kind), kind: 'one', entity: kind.name, id };
  return answer as R | undefined;
}

export function* where<R extends Row>(kind: Entity<R>, columns: WhereRequest['where']): Load<readonly R[]> {
  const answer = yield { ...reachOf(kind), kind: 'where', entity: kind.name, where: columns };
  return answer as readonly R[];
}

/** For commands that decide on their input alone. */
// biome-ignore lint/correctness/useYield: it asks for nothing, and that is its meaning
export function* nothing(): Load<undefined> {
  return undefined;
}
