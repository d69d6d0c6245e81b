// Answers a query by name: role first, then the input, then the rows; what goes out fits the query's own schema. To add a query, describe it
// in shared/domain/queries.ts and give its handler here.
import { type Actor, scopesOf } from '#shared/domain/actor.ts';
import { auditEntries, desksList, type Query, queries, recordsGet } from '#shared/domain/queries.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { entityTables, fetchTexts } from '../command/entity-store.ts';
import type { Database } from '../db/database.ts';
import { readAuditEntries, readDesks } from './read-system.ts';

export type QueryDeps = { readonly database: Database };

type Handler = (deps: QueryDeps, actor: Actor, input: unknown) => Promise<Result<unknown>>;

function handler<Input, Output>(
  query: Query<Input, Output>,
  run: (deps: QueryDeps, actor: Actor, input: Input) => Promise<Result<Output>>,
): readonly [string, Handler] {
  return [
    query.name,
    async (deps, actor, input) => {
      const parsed = query.input.safeParse(input);
      if (!parsed.success) return err(invalidInput(parsed.error.issues));
      const answer = await run(deps, actor, parsed.data);
      return answer.ok ? ok(query.output.parse(answer.value)) : answer;
    },
  ];
}

const handlers: ReadonlyMap<string, Handler> = new Map([
  handler(recordsGet, async ({ database }, actor, { entity, id }) => {
    const table = entityTables.get(entity);
    if (table === undefined) return err({ code: 'not_found' });
    const [stored] = await fetchTexts(database, table, [id]);
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
  const query = queries.get(name);
  const run = handlers.get(name);
  if (query === undefined || run === undefined) return err({ code: 'unknown_name' });
  if (!query.access.roles.includes(actor.role)) return err({ code: 'not_allowed' });
  return run(deps, actor, input);
}
