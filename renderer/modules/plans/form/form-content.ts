// The content of a plan as a form sees it: field by field.
import {
  fieldwise,
  stillUnreadable as stillUnreadableOf,
  type Unreadable,
} from '#renderer/ui/form/form-content.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { type PlanContent, type PlanField, planContentSchema } from '#shared/domain/plans/model.ts';

export const planFields = planContentSchema.keyof().options;

export const fields = fieldwise<PlanContent, PlanField>({
  names: () => planFields,
  get: (content, field) => content[field],
  take: (content, field, from) => ({ ...content, [field]: from[field] }),
});
export const { changedFields, fieldChanges, mergeIncoming } = fields;

/** Texts whose line is gone are forgotten. */
export function stillUnreadable(unreadable: Unreadable, content: PlanContent): Unreadable {
  const lines = [...content.items, ...content.funds, ...content.plannedSections];
  return stillUnreadableOf(unreadable, new Set(lines.map(({ id }) => id)));
}

/**
 * A content kept by an older or newer program: what still fits is taken field by field, the rest stays as in `fallback`, so that an update of
 * the program never throws away what was typed.
 */
export function readContent(kept: unknown, fallback: PlanContent = emptyContent): PlanContent {
  if (typeof kept !== 'object' || kept === null) return fallback;
  const parts = planFields.flatMap((field) => {
    if (!Object.hasOwn(kept, field)) return [];
    const parsed = planContentSchema.shape[field].safeParse(Reflect.get(kept, field));
    return parsed.success ? [[field, parsed.data]] : [];
  });
  return { ...fallback, ...Object.fromEntries(parts) };
}
