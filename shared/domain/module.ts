// A business module says once what it is; registry, record types, 待办 and search are composed from that. What the server alone has of a
// module is declared in server/modules.
import { byName } from '#shared/kernel/by-name.ts';
import type { Command } from './command.ts';
import type { Entity } from './entity.ts';
import type { List } from './list.ts';
import { withLists } from './list-indexes.ts';
import type { Query } from './queries.ts';
import type { SearchKind } from './search-kind.ts';
import type { TaskKind } from './task.ts';
import type { Workflow } from './workflow.ts';

export type Module<Lists extends readonly List[] = readonly List[]> = {
  /** As its folders are called. */
  readonly name: string;
  /** In the order in which a snapshot sends them. */
  readonly entities: readonly Entity[];
  readonly commands: readonly Command[];
  /** The ways of its record types; their steps are commands of the module as well. */
  readonly workflows: readonly Workflow[];
  readonly lists: Lists;
  readonly tasks: readonly TaskKind[];
  readonly search: readonly SearchKind[];
  /** What the server alone can be asked; its answers are declared in server/modules. */
  readonly queries: readonly Query[];
};

type Definition<Lists extends readonly List[]> = Pick<Module, 'name' | 'entities' | 'commands'> &
  Partial<Omit<Module, 'lists'>> & { readonly lists?: Lists };

/** The lists keep their types, by which those of their queries are known. */
export function defineModule<const Lists extends readonly List[] = readonly []>({
  workflows = [],
  ...definition
}: Definition<Lists>): Module<Lists> {
  const commands = [...definition.commands, ...workflows.flatMap((workflow) => workflow.commands)];
  // Left out, there are none: that is what the type then says.
  const lists = definition.lists ?? ([] as unknown as Lists);
  return { tasks: [], search: [], queries: [], ...definition, lists, workflows, commands };
}

type Modules = readonly Module[];

/** By table name, with what their lists add; a Map, so that a name from outside can never reach a prototype. */
export function entitiesOf(modules: Modules): ReadonlyMap<string, Entity> {
  const lists = modules.flatMap((module) => module.lists);
  return byName(
    modules.flatMap(({ entities }) => entities.map((kind) => withLists<Entity>(kind, lists))),
    ({ name }) => name,
  );
}

export function commandsOf(modules: Modules): ReadonlyMap<string, Command> {
  return byName(
    modules.flatMap(({ commands }) => commands),
    ({ name }) => name,
  );
}

/** By name; a Map, so that no name from outside can reach a prototype. */
export function queriesOf(modules: Modules): ReadonlyMap<string, Query> {
  return byName(
    modules.flatMap(({ queries }) => queries),
    ({ name }) => name,
  );
}

export function workflowsOf(modules: Modules): readonly Workflow[] {
  return modules.flatMap(({ workflows }) => workflows);
}

type ListsOf<M extends Modules> = M extends readonly [Module<infer Lists>, ...infer Others extends Modules]
  ? readonly [...Lists, ...ListsOf<Others>]
  : readonly [];

export function listsOf<const M extends Modules>(modules: M): ListsOf<M> {
  // In the order of the type.
  return modules.flatMap(({ lists }) => lists) as unknown as ListsOf<M>;
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
