// What a module says of itself to the window. Each exports one of these from `renderer/modules/M/module.tsx`; router, menu, sidebar, palette, breadcrumb,
// badges, 待办 and 未通过的操作 are composed of them (`renderer/modules/index.ts`) and know no module by name.
import type { TablerIcon } from '@tabler/icons-react';
import { type ComponentType, createContext, use } from 'react';
import type { RouteObject } from 'react-router';
import type { Tones } from '#renderer/ui/states/status-tones.ts';
import type { ListGroup } from '#renderer/ui/table/list-tabs.tsx';
import type { Role } from '#shared/domain/actor.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { forms } from '#shared/text/index.ts';
import type { CommandWords, ListWords } from './command-words.ts';

export type WindowModule = {
  readonly name: string;
  /** Its pages. `handle: { crumb }` is their name in the breadcrumb. */
  readonly routes: readonly RouteObject[];
  readonly menu?: readonly MenuEntry[];
  /** Addresses of pages that have no menu entry: the address of the entry they are found from. */
  readonly under?: Readonly<Record<string, string>>;
  readonly lists?: readonly RoleLists[];
  /** What tabs and sorts of its lists are called, by the list's name: where a saved view of one is told in words. */
  readonly listWords?: Readonly<Record<string, ListWords>>;
  /** What the palette offers beside records and the menu, each for its roles. */
  readonly actions?: readonly PaletteEntry[];
  readonly pages?: readonly PaletteEntry[];
  /** Its types of records, by entity. */
  readonly records?: Readonly<Record<string, RecordType>>;
  /** Tones of states, by their group of labels (`plans.status`). */
  readonly tones?: Tones;
  /** Words for the inputs of its commands. */
  readonly commands?: readonly CommandWords[];
  /** What of it stands in 待办, in the order of its tabs. */
  readonly tasks?: readonly TaskType[];
  /** What it adds to the 项目向导: a section of the page, behind those of the project itself. */
  readonly guide?: ComponentType<GuideProps>;
};

export type GuideProps = { readonly project: Project; readonly sections: readonly Section[] };

export type MenuCount = 'tasks' | 'attention';
export type MenuEntry = {
  readonly key: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly text: string;
  readonly icon: TablerIcon;
  readonly route: string;
  readonly roles: readonly Role[];
  /** Roles that begin here. */
  readonly home?: readonly Role[];
  readonly count?: MenuCount;
};

/** Lists that stand beside each other as tabs, to these roles. */
export type RoleLists = ListGroup & { readonly roles: readonly Role[] };

export type PaletteEntry = {
  readonly code: string;
  readonly name: string;
  readonly route: string;
  readonly roles: readonly Role[];
  /** Under which heading it stands. */
  readonly detail?: string;
};

export type RecordType = {
  /** 采购计划 */
  readonly name: string;
  readonly icon: TablerIcon;
  /** The page of a record; left out for those that are shown on another's. */
  readonly route?: (id: string) => string;
};

export type TaskType = {
  /** The command that ends the wait. */
  readonly kind: string;
  /** 审核采购计划 */
  readonly name: string;
  /** How a record is called that nobody has named yet. */
  readonly unnamed: string;
  /** What may be done with several of them at once, in a dialog that says what will become of each and carries them out one by one. */
  readonly batch?: { readonly label: string; readonly dialog: ComponentType<BatchProps> };
};

export type BatchProps = {
  readonly ids: readonly string[];
  /** `done`: something was carried out. */
  readonly onClose: (done: boolean) => void;
};

/** All modules, for the pages that are composed of them. */
export const ModulesContext = createContext<readonly WindowModule[]>([]);

export function useModules(): readonly WindowModule[] {
  return use(ModulesContext);
}

export function recordType(modules: readonly WindowModule[], entity: string): RecordType | undefined {
  return modules.flatMap(({ records = {} }) => (Object.hasOwn(records, entity) ? [records[entity]] : []))[0];
}

/** Of every list. */
export function listWordsOf(modules: readonly WindowModule[]): readonly ListWords[] {
  const kinds = modules.flatMap(({ tasks = [] }) => tasks.map(({ kind, name }) => [kind, name] as const));
  return [
    ...modules.flatMap(({ listWords = {} }) => Object.values(listWords)),
    // 待办 has a tab for each kind.
    { tabs: Object.fromEntries(kinds), sorts: { updatedAt: forms.listColumns.updatedAt } },
  ];
}

/** The tones of all their states. */
export function tonesOf(modules: readonly WindowModule[]): Tones {
  return Object.assign({}, ...modules.map(({ tones = {} }) => tones));
}
