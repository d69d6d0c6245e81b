// A business module says once what it is; registry, record types, 待办 and search are composed from that. What the server alone has of a
// module is declared in server/modules.
import type { Command } from './command.ts';
import type { Entity } from './entity.ts';
import type { SearchKind } from './search-kind.ts';
import type { TaskKind } from './task.ts';

export type Module = {
  /** As its folders are called. */
  readonly name: string;
  /** In the order in which a snapshot sends them. */
  readonly entities: readonly Entity[];
  readonly commands: readonly Command[];
  readonly tasks: readonly TaskKind[];
  readonly search: readonly SearchKind[];
};

type Definition = Pick<Module, 'name' | 'entities' | 'commands'> & Partial<Module>;

export function defineModule(definition: Definition): Module {
  return { tasks: [], search: [], ...definition };
}

type Modules = readonly Module[];

export function entitiesOf(modules: Modules): ReadonlyMap<string, Entity> {
  return named(modules.flatMap(({ entities }) => entities.map((each) => [each.name, each])));
}

export function commandsOf(modules: Modules): ReadonlyMap<string, Command> {
  return named(modules.flatMap(({ commands }) => commands.map((each) => [each.name, each])));
}

/** By the command that ends the wait. */
export function taskKindsOf(modules: Modules): ReadonlyMap<string, TaskKind> {
  return named(modules.flatMap(({ tasks }) => tasks.map((each) => [each.command, each])));
}

/** In the order in which hits are offered. */
export function searchKindsOf(modules: Modules): readonly SearchKind[] {
  const kinds = modules.flatMap(({ search }) => search);
  return [...named(kinds.map((each) => [each.place, each])).values()].toSorted((a, b) => a.place - b.place);
}

/** A Map, so that a name from outside can never reach a prototype. Throws when two have one name. */
function named<Name, T>(entries: readonly (readonly [Name, T])[]): ReadonlyMap<Name, T> {
  const map = new Map<Name, T>();
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`declared twice: ${String(name)}`);
    map.set(name, value);
  }
  return map;
}
