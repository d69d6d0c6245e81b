// What a form holds beside the content itself: text that is no value yet. And how contents differ: what an edit has to say, and what another
// person's edit means for what is being typed here.
import type { FieldChange } from '#shared/domain/plans/commands/edit.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { type PlanContent, type PlanField, planContentSchema } from '#shared/domain/plans/model.ts';
import { sameValue } from '#shared/domain/same-value.ts';

export const planFields = planContentSchema.keyof().options;

/** Text by place: `budgetAmount`, or `items.<id of the line>.qty`, so that a line keeps it when it moves. */
export type Unreadable = Readonly<Record<string, string>>;

/** The fields in which two contents differ. */
export function changedFields(before: PlanContent, after: PlanContent): readonly PlanField[] {
  return planFields.filter((field) => !sameValue(before[field], after[field]));
}

/** What `plans.edit` is told. */
export function fieldChanges(base: PlanContent, content: PlanContent): readonly FieldChange[] {
  return changedFields(base, content).map((field) => ({ field, from: base[field], to: content[field] }));
}

export function withField<F extends PlanField>(
  content: PlanContent,
  field: F,
  value: PlanContent[F],
): PlanContent {
  return { ...content, [field]: value };
}

export type Merge = {
  readonly base: PlanContent;
  readonly content: PlanContent;
  /** Taken over from the other person. */
  readonly taken: readonly PlanField[];
  /** Changed here and there, to different values: the user chooses. Base and content are left as they were. */
  readonly contested: readonly PlanField[];
};

/** Another person's content arrives while a form is open that began from `base` and now holds `content`. */
export function mergeIncoming(base: PlanContent, content: PlanContent, theirs: PlanContent): Merge {
  let merged = { base, content };
  const taken: PlanField[] = [];
  const contested: PlanField[] = [];
  for (const field of changedFields(base, theirs)) {
    const mineIsOld = sameValue(content[field], base[field]);
    const same = sameValue(content[field], theirs[field]);
    if (!mineIsOld && !same) {
      contested.push(field);
      continue;
    }
    merged = {
      base: withField(merged.base, field, theirs[field]),
      content: withField(merged.content, field, theirs[field]),
    };
    if (!same) taken.push(field);
  }
  return { ...merged, taken, contested };
}

/** Texts whose line is gone, or whose field has a value now, are forgotten. */
export function stillUnreadable(unreadable: Unreadable, content: PlanContent): Unreadable {
  const lines = new Set([...content.items, ...content.funds, ...content.plannedSections].map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(unreadable).filter(([place]) => {
      const [, line] = place.split('.');
      return line === undefined || lines.has(line);
    }),
  );
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
