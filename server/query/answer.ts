// Answers a query by name: role first, then the input, then the rows; what goes out fits the query's own schema. To add a query, describe it
// in shared/domain/queries.ts and give its handler here.
import { type Actor, type Role, scopesOf } from '#shared/domain/actor.ts';
import { auditEntries, desksList, type Query, recordsGet } from '#shared/domain/queries.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fetchTexts, type StoreTables, syncedTables, tableOf } from '../command/entity-store.ts';
import type { Database } from '../db/database.ts';
import { readAuditEntries, readDesks } from './read-system.ts';

export type QueryDeps = {
  readonly database: Database;
  /** Other than the product's, for tests. */
  readonly tables?: StoreTables | undefined;
  readonly answers?: Answers | undefined;
};

type Handler = {
  readonly roles: readonly Role[];
  run(deps: QueryDeps, actor: Actor, input: unknown): Promise<Result<unknown>>;
};
/** Handlers by the names of their queries. */
export type Answers = ReadonlyMap<string, Handler>;

export function handler<Input, Output>(
  query: Query<Input, Output>,
  run: (deps: QueryDeps, actor: Actor, input: Input) => Promise<Result<Output>>,
): readonly [string, Handler] {
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

const productAnswers: Answers = new Map([
  // Rows that are kept on the server have queries of their own, which say who may read what of them.
  handler(recordsGet, async ({ database, tables }, actor, { entity, id }) => {
    if (!syncedTables(tables).includes(entity)) return err({ code: 'not_found' });
    const [stored] = await fetchTexts(database, tableOf(entity, tables), [id]);
    const held = new Set(scopesOf(actor));
    if (stored === undefined || !stored.scopes.some((scope) => held.has(scope)))
      return err({ code: 'not_found' });
    // As in a pull: whoever asks reads it by its own revision.
    return ok({ version: stored.version, scopes: [...stored.scopes], row: JSON.parse(stored.text) });
  }),
  handler(auditEntries, async ({ database }, _actor, input) =>
    ok([...(await readAuditEntries(database, input))]),
  ),
  handler(desksList, async ({ database }) => ok([...(await readDesks(database))])),
]);

/** Refusals: unknown_name, not_allowed, invalid_input, not_found. */
export async function answerQuery(
  deps: QueryDeps,
  actor: Actor,
  name: string,
  input: unknown,
): Promise<Result<unknown>> {
  const known = (deps.answers ?? productAnswers).get(name);
  if (known === undefined) return err({ code: 'unknown_name' });
  if (!known.roles.includes(actor.role)) return err({ code: 'not_allowed' });
  return known.run(deps, actor, input);
}
