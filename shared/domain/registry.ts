// Every command there is, by name.
import { commandsOf } from './module.ts';
import { modules } from './modules.ts';

export const commands = commandsOf(modules);
