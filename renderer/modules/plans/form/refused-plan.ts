// A refused 增加 or 修改 as the form takes it up again. The address has its id as `refused`; other modules link there and know no more of it.
import { z } from 'zod';
import type { AskOutput } from '#renderer/api/calls.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { readContent } from './form-content.ts';
import type { PlanDraft } from './plan-draft.ts';

export type RefusedPlan = {
  readonly commandId: string;
  readonly error: AskOutput<'outbox.get'>['item']['error'];
  readonly planId: string;
} & (
  | { readonly name: 'plans.create'; readonly content: unknown }
  | { readonly name: 'plans.edit'; readonly changes: readonly Change[] }
);
type Change = { readonly field: string; readonly from?: unknown; readonly to?: unknown };

const createSchema = z.object({ id: idSchema, content: z.record(z.string(), z.unknown()) });
const editSchema = z.object({
  id: idSchema,
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});

/** Undefined for what no longer waits to be put right, and for what is not of a plan's content. */
export function readRefused({ item, input }: AskOutput<'outbox.get'>): RefusedPlan | undefined {
  if (item.state !== 'rejected' || item.replacedBy !== null) return undefined;
  const common = { commandId: item.id, error: item.error };
  if (item.name === 'plans.create') {
    const { data } = createSchema.safeParse(input);
    return data && { ...common, name: item.name, planId: data.id, content: data.content };
  }
  if (item.name === 'plans.edit') {
    const { data } = editSchema.safeParse(input);
    return data && { ...common, name: item.name, planId: data.id, changes: data.changes };
  }
  return undefined;
}

/** The refused 增加 of this plan among what needs attention: whoever comes back to its draft by 增加 puts that one right. */
export function refusedCreateOf(
  items: AskOutput<'outbox.list'>['items'],
  planId: string,
): string | undefined {
  return items.find(({ name, subject }) => name === 'plans.create' && subject?.id === planId)?.id;
}

/** What was asked for, as if it had been typed and not saved: what others have changed since is then merged like any other change of theirs. */
export function draftOfRefused(refused: RefusedPlan, saved: PlanContent | null): PlanDraft {
  if (refused.name === 'plans.create') {
    return { base: saved, content: readContent(refused.content), unreadable: {} };
  }
  const beside = saved ?? emptyContent;
  const side = (of: 'from' | 'to') =>
    readContent(Object.fromEntries(refused.changes.map((change) => [change.field, change[of]])), beside);
  return { base: side('from'), content: side('to'), unreadable: {} };
}
