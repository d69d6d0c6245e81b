// Answers a query by name. To add one of a module, declare it in shared/domain/M/module.ts and give its handler in server/modules/M/module.ts.
import { type Actor, scopesOf } from '#shared/domain/actor.ts';
import { auditEntries, desksList, recordsGet } from '#shared/domain/queries.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fetchTexts, syncedTables, tableOf } from '../command/entity-store.ts';
import { type Answers, handler, type QueryDeps } from './handler.ts';
import { readAuditEntries, readDesks } from './read-system.ts';

/** Of what belongs to no module. */
export const systemAnswers: Answers = new Map([
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
  const known = (deps.answers ?? systemAnswers).get(name);
  if (known === undefined) return err({ code: 'unknown_name' });
  if (!known.roles.includes(actor.role)) return err({ code: 'not_allowed' });
  return known.run(deps, actor, input);
}
