// The kinds of tasks of the one signed in, as the tabs of 待办, and what may be done with several tasks at once.
import type { TaskType } from '#renderer/app/module.ts';
import type { DataTab } from '#renderer/ui/table/data-table-types.ts';
import { appText } from '#shared/text/index.ts';

/** How many of each kind that can wait for the one signed in; null: not counted. */
export type TaskCounts = Readonly<Record<string, number | null>>;
type Task = { readonly id: string; readonly kind: string };

const words = appText.tasks;
export const everyKind = 'all';

/** No tabs where there is nothing to choose between. */
export function tabsOf(types: readonly TaskType[], counts: TaskCounts): readonly DataTab[] {
  const own = types.filter(({ kind }) => Object.hasOwn(counts, kind));
  if (own.length < 2) return [];
  const numbers = own.map(({ kind }) => counts[kind] ?? null);
  const all = numbers.includes(null)
    ? undefined
    : numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return [
    { id: everyKind, label: words.all, count: all },
    ...own.map(({ kind, name }) => ({ id: kind, label: name, count: counts[kind] ?? undefined })),
  ];
}

export type TaskBatch = {
  readonly type: TaskType & Required<Pick<TaskType, 'batch'>>;
  readonly ids: readonly string[];
};

/** Each acts on those of the chosen tasks that are of its kind. */
export function batchesOf(types: readonly TaskType[], chosen: readonly Task[]): readonly TaskBatch[] {
  return types.filter(isBatch).flatMap((type) => {
    const ids = chosen.filter(({ kind }) => kind === type.kind).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ type, ids }];
  });
}

/** Whether anything may be done with several tasks of this person. */
export function hasBatches(types: readonly TaskType[], counts: TaskCounts): boolean {
  return types.some((type) => isBatch(type) && Object.hasOwn(counts, type.kind));
}

function isBatch(type: TaskType): type is TaskBatch['type'] {
  return type.batch !== undefined;
}
