// 待办: what waits for the one signed in, over all modules.
import { z } from 'zod';
import { settings } from '#shared/domain/admin/model.ts';
import { taskKindsOf } from '#shared/domain/module.ts';
import { modules } from '#shared/domain/modules.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { sortDirections } from './lists.ts';
import { limit, markSchema, mostSearched, pageOf, searchText } from './paging.ts';

/** Record types of tasks, and the settings by which it is known whose they are. */
export const taskTypes: readonly string[] = [
  ...new Set([...taskKindsOf(modules).values()].map(({ entity }) => entity.name)),
  settings.name,
];

const filters = {
  /** The command that ends the wait; null: all kinds. */
  kind: z.string().max(80).nullable().default(null),
  /** Null: of all units. */
  purchaserId: idSchema.nullable().default(null),
};

/** Rows of different tables that have changed at the same time follow each other by the table. */
const taskCursorSchema = z.strictObject({ updatedAt: z.int(), entity: z.string().max(80), row: z.int() });
export type TaskCursor = z.infer<typeof taskCursorSchema>;

const taskItemSchema = z.object({
  entity: z.string(),
  id: idSchema,
  /** The record on whose page it stands. */
  page: z.object({ entity: z.string(), id: idSchema }),
  kind: z.string(),
  /** Empty where nobody has named it yet. */
  title: z.string(),
  detail: z.string().nullable(),
  purchaserName: z.string(),
  amount: z.int().nullable(),
  status: z.string(),
  /** The group of labels of its status. */
  states: z.string(),
  updatedAt: z.int(),
  mark: markSchema,
});
export type TaskItem = z.infer<typeof taskItemSchema>;

export const taskQueries = {
  'tasks.list': {
    input: z.strictObject({
      ...filters,
      search: searchText(mostSearched).default(''),
      /** By the last change. */
      direction: z.enum(sortDirections).default('desc'),
      after: taskCursorSchema.nullable().default(null),
      limit,
    }),
    output: pageOf(taskItemSchema, taskCursorSchema),
    standsOn: [...taskTypes, 'outbox'],
  },
  /** How many of each kind that can wait for the one signed in; null while the replica is being rebuilt. */
  'tasks.counts': {
    input: z.strictObject(filters).pick({ purchaserId: true }),
    output: z.record(z.string(), z.int().nullable()),
    standsOn: taskTypes,
  },
} as const;
