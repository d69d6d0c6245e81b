// Every command there is, by name, and every query of the server.
import { commandsOf, queriesOf, workflowsOf } from './module.ts';
import { modules } from './modules.ts';
import { type Query, systemQueries } from './queries.ts';

export const commands = commandsOf(modules);

/** The ways of the record types; of one there are several where another module has steps of its own. */
export const workflows = workflowsOf(modules);

/** @internal for tests, which go through all of them */
export const queries: ReadonlyMap<string, Query> = new Map([
  ...systemQueries.map((each) => [each.name, each] as const),
  ...queriesOf(modules),
]);
