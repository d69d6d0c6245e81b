// Every list of the desk's records.
import { listsOf } from './module.ts';
import { modules } from './modules.ts';

export const lists = listsOf(modules);
