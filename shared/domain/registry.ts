// Every command there is, by name.
import { commandsOf, workflowsOf } from './module.ts';
import { modules } from './modules.ts';

export const commands = commandsOf(modules);

/**
 * The way of each record type that has one.
 * @internal for tests
 */
export const workflows = workflowsOf(modules);
