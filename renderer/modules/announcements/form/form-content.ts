// What the form of an announcement holds: the chosen sections and what was typed, by field. Seen as one record of fields, so that edits, drafts and other
// people's changes are dealt with alike. A field nobody typed is absent, and the generated value holds.
import { fieldwise } from '#renderer/ui/form/form-content.ts';
import { isEmpty } from '#shared/domain/announcements/field-values.ts';
import { fieldKeySchema, type Value, type Values, valueSchema } from '#shared/domain/announcements/values.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { idSchema } from '#shared/kernel/ids.ts';

export const sectionsField = 'sectionIds';

export type FormContent = {
  readonly sectionIds: readonly string[];
  readonly values: Values;
};

export const fields = fieldwise<FormContent, string>({
  names: (before, after) => [
    ...new Set([sectionsField, ...Object.keys(before.values), ...Object.keys(after.values)]),
  ],
  // Null for what nobody typed.
  get: (content, field) => {
    if (field === sectionsField) return content.sectionIds;
    return Object.hasOwn(content.values, field) ? content.values[field] : null;
  },
  take: (content, field, from) => {
    if (field === sectionsField) return { ...content, sectionIds: from.sectionIds };
    const value = Object.hasOwn(from.values, field) ? from.values[field] : undefined;
    return { ...content, values: withValue(content.values, field, value) };
  },
});
export const { changedFields, fieldChanges, mergeIncoming } = fields;

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
