// A business module says once what it is; registry, record types, 待办 and search are composed from that. What the server alone has of a
// module is declared in server/modules.
import { byName } from '#shared/kernel/by-name.ts';
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
  return byName(
    modules.flatMap(({ entities }) => entities),
    ({ name }) => name,
  );
}

export function commandsOf(modules: Modules): ReadonlyMap<string, Command> {
  return byName(
    modules.flatMap(({ commands }) => commands),
    ({ name }) => name,
  );
}

/** By the command that ends the wait. */
export function taskKindsOf(modules: Modules): ReadonlyMap<string, TaskKind> {
  return byName(
    modules.flatMap(({ tasks }) => tasks),
    ({ command }) => command,
  );
}

/** In the order in which hits are offered; no two have the same place. */
export function searchKindsOf(modules: Modules): readonly SearchKind[] {
  const kinds = byName(
    modules.flatMap(({ search }) => search),
    ({ place }) => place,
  );
  return [...kinds.values()].toSorted((a, b) => a.place - b.place);
}
