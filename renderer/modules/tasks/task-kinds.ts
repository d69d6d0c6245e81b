// The kinds of tasks, as the tabs of 待办, and what may be done with several tasks at once.
import type { TaskType } from '#renderer/app/module.ts';
import { appText } from '#shared/text/index.ts';

/** How many of each kind that can wait for the one signed in; null: not counted. */
type TaskCounts = Readonly<Record<string, number | null>>;
type Task = { readonly id: string; readonly kind: string };

export const everyKind = 'all';

/** With all of them, where all are counted. */
export function countsByTab(counts: TaskCounts): TaskCounts {
  const numbers = Object.values(counts);
  const all = numbers.includes(null) ? null : numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return { [everyKind]: all, ...counts };
}

export function tabWords(types: readonly TaskType[]): Readonly<Record<string, string>> {
  return Object.fromEntries([
    [everyKind, appText.tasks.all],
    ...types.map(({ kind, name }) => [kind, name] as const),
  ]);
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

/** Whether anything may be done with several tasks of these kinds. */
export function hasBatches(types: readonly TaskType[], kinds: readonly string[]): boolean {
  return types.some((type) => isBatch(type) && kinds.includes(type.kind));
}

function isBatch(type: TaskType): type is TaskBatch['type'] {
  return type.batch !== undefined;
}
