// What the form of an announcement holds: the chosen sections and what was typed, by field. Seen as one record of fields, so that edits, drafts and other
// people's changes are dealt with alike. A field nobody typed is absent, and the generated value holds.
import { isEmpty } from '#shared/domain/announcements/field-values.ts';
import { fieldKeySchema, type Value, type Values, valueSchema } from '#shared/domain/announcements/values.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { idSchema } from '#shared/kernel/ids.ts';

export const sectionsField = 'sectionIds';

export type FormContent = {
  readonly sectionIds: readonly string[];
  readonly values: Values;
};

/** Text by place: `budgetAmount`, or `items.<id of the line>.price`, so that a line keeps it when it moves. */
export type Unreadable = Readonly<Record<string, string>>;

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Null for what nobody typed. */
export function fieldOf(content: FormContent, field: string): unknown {
  if (field === sectionsField) return content.sectionIds;
  return Object.hasOwn(content.values, field) ? content.values[field] : null;
}

/** With the field as another content has it. */
export function withFieldOf(content: FormContent, field: string, from: FormContent): FormContent {
  if (field === sectionsField) return { ...content, sectionIds: from.sectionIds };
  const value = Object.hasOwn(from.values, field) ? from.values[field] : undefined;
  return { ...content, values: withValue(content.values, field, value) };
}

export function withValue(values: Values, field: string, value: Value | undefined): Values {
  const { [field]: _, ...others } = values;
  return value === undefined ? others : { ...others, [field]: value };
}

/**
 * What is typed where `generated` would stand otherwise. The same as the generated value, or empty where nothing is generated, counts as not
 * typed: it goes on following plan and sections.
 */
export function typedOver(values: Values, field: string, value: Value, generated: Value | undefined): Values {
  const asGenerated = generated !== undefined && sameValue(value, generated);
  const nothing = value === null || (isEmpty(value) && isEmpty(generated));
  return withValue(values, field, asGenerated || nothing ? undefined : value);
}

export function changedFields(before: FormContent, after: FormContent): readonly string[] {
  const keys = new Set([sectionsField, ...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...keys].filter((field) => !sameValue(fieldOf(before, field), fieldOf(after, field)));
}

/** What `announcements.edit` is told; null stands for what nobody typed. */
export function fieldChanges(base: FormContent, content: FormContent): readonly FieldChange[] {
  return changedFields(base, content).map((field) => ({
    field,
    from: fieldOf(base, field),
    to: fieldOf(content, field),
  }));
}

export type Merge = {
  readonly base: FormContent;
  readonly content: FormContent;
  /** Taken over from the other person. */
  readonly taken: readonly string[];
  /** Changed here and there, to different values: the user chooses. Base and content are left as they were. */
  readonly contested: readonly string[];
};

/** Another person's content arrives while a form is open that began from `base` and now holds `content`. */
export function mergeIncoming(base: FormContent, content: FormContent, theirs: FormContent): Merge {
  let merged = { base, content };
  const taken: string[] = [];
  const contested: string[] = [];
  for (const field of changedFields(base, theirs)) {
    const mineIsOld = sameValue(fieldOf(content, field), fieldOf(base, field));
    const same = sameValue(fieldOf(content, field), fieldOf(theirs, field));
    if (!mineIsOld && !same) {
      contested.push(field);
      continue;
    }
    merged = {
      base: withFieldOf(merged.base, field, theirs),
      content: withFieldOf(merged.content, field, theirs),
    };
    if (!same) taken.push(field);
  }
  return { ...merged, taken, contested };
}

/** Texts whose line is gone are forgotten. `lineIds` are those of all tables as they are shown. */
export function stillUnreadable(unreadable: Unreadable, lineIds: ReadonlySet<string>): Unreadable {
  return Object.fromEntries(
    Object.entries(unreadable).filter(([place]) => {
      const [, line] = place.split('.');
      return line === undefined || lineIds.has(line);
    }),
  );
}

/** A content kept by an older or newer program: what still fits is taken field by field. */
export function readContent(kept: unknown): FormContent {
  if (typeof kept !== 'object' || kept === null) return { sectionIds: [], values: {} };
  const sectionIds = idSchema.array().max(200).safeParse(Reflect.get(kept, sectionsField));
  const values: unknown = Reflect.get(kept, 'values');
  const known = Object.entries(typeof values === 'object' && values !== null ? values : {}).flatMap(
    ([field, value]) => {
      const parsed = valueSchema.safeParse(value);
      return parsed.success && fieldKeySchema.safeParse(field).success ? [[field, parsed.data]] : [];
    },
  );
  return { sectionIds: sectionIds.success ? sectionIds.data : [], values: Object.fromEntries(known) };
}
