// How a query is answered: role first, then the input, then the rows; what goes out fits the query's own schema.
import type { Actor, Role } from '#shared/domain/actor.ts';
import type { Query } from '#shared/domain/queries.ts';
import type { Vault } from '#shared/domain/vault.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { StoreTables } from '../command/entity-store.ts';
import type { Database } from '../db/database.ts';

export type QueryDeps = {
  readonly database: Database;
  /** Other than the product's, for tests. */
  readonly tables?: StoreTables | undefined;
  readonly answers?: Answers | undefined;
  /** Undefined where the server has not been given the key. */
  readonly vault?: Vault | undefined;
  clock(): number;
};

export type Handler = {
  readonly roles: readonly Role[];
  run(deps: QueryDeps, actor: Actor, input: unknown): Promise<Result<unknown>>;
};
/** Handlers by the names of their queries. */
export type Answers = ReadonlyMap<string, Handler>;

export type NamedHandler = readonly [string, Handler];

export function handler<Input, Output>(
  query: Query<Input, Output>,
  run: (deps: QueryDeps, actor: Actor, input: Input) => Promise<Result<Output>>,
): NamedHandler {
  return [
    query.name,
    {
      roles: query.access.roles,
      async run(deps, actor, input) {
        const parsed = query.input.safeParse(input);
        if (!parsed.success) return err(invalidInput(parsed.error.issues));
        const answer = await run(deps, actor, parsed.data);
        return answer.ok ? ok(query.output.parse(answer.value)) : answer;
      },
    },
  ];
}
