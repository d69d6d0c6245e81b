// Every command there is, by name.
import { commandsOf, workflowsOf } from './module.ts';
import { modules } from './modules.ts';

export const commands = commandsOf(modules);

/** The ways of the record types; of one there are several where another module has steps of its own. */
export const workflows = workflowsOf(modules);
