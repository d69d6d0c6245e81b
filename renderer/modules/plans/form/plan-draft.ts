// What is kept of an open form beside the outbox, so that a killed window loses at most the last half second.
import { z } from 'zod';
import type { FormDraft } from '#renderer/ui/form/form-state.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { readContent } from './form-content.ts';

/** Under `form` in the list of drafts: plans never saved, and edits of saved ones. */
export const newPlanForm = 'plans.create';
export const editPlanForm = 'plans.edit';

export function draftKey(planId: string): string {
  return `plan/${planId}`;
}

export function planIdOfDraft(key: string): string | undefined {
  return /^plan\/([0-9a-f-]{36})$/.exec(key)?.[1];
}

export type PlanDraft = FormDraft<PlanContent>;

const draftSchema = z.object({
  base: z.unknown().optional(),
  content: z.record(z.string(), z.unknown()),
  unreadable: z.record(z.string(), z.string()).catch({}),
});

/** Undefined for what is no draft of a plan at all. */
export function readDraft(body: unknown): PlanDraft | undefined {
  const parsed = draftSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { base, content, unreadable } = parsed.data;
  const readBase = base === null || base === undefined ? null : readContent(base);
  return { base: readBase, content: readContent(content, readBase ?? undefined), unreadable };
}
