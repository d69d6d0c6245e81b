// What the form of an announcement holds: the chosen sections and what was typed, by field. Seen as one record of fields, so that edits, drafts and other
// people's changes are dealt with alike. A field nobody typed is absent, and the generated value holds.
import { type Contents, fieldwise } from '#renderer/ui/form/form-content.ts';
import { isEmpty } from '#shared/domain/announcements/field-values.ts';
import { fieldKeySchema, type Value, type Values, valueSchema } from '#shared/domain/announcements/values.ts';
import { asTyped } from '#shared/domain/fields.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { idSchema } from '#shared/kernel/ids.ts';

export const sectionsField = 'sectionIds';

export type FormContent = {
  readonly sectionIds: readonly string[];
  readonly values: Values;
};

const fields = fieldwise<FormContent, string>({
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

export const noContent: FormContent = { sectionIds: [], values: {} };

export const announcementContents: Contents<FormContent, string> = {
  ...fields,
  filledIn: ({ values }) => Object.keys(values),
  // Which lines there are follows from the generated values, too: the form looks when it shows them.
  stillUnreadable: (unreadable) => unreadable,
  read,
  put(content, field, value) {
    if (field === sectionsField) return { ...content, sectionIds: readSectionIds(value) };
    const { [field]: known } = readValues({ [field]: value });
    return { ...content, values: withValue(content.values, field, known ?? undefined) };
  },
};

function read(kept: unknown): FormContent {
  if (typeof kept !== 'object' || kept === null) return noContent;
  return {
    sectionIds: readSectionIds(Reflect.get(kept, sectionsField)),
    values: readValues(Reflect.get(kept, 'values')),
  };
}

function readSectionIds(kept: unknown): readonly string[] {
  return idSchema.array().max(200).safeParse(kept).data ?? [];
}

function readValues(kept: unknown): Values {
  const known = Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).flatMap(
    ([field, value]) => {
      const typed = asTyped(valueSchema, value);
      return typed !== undefined && fieldKeySchema.safeParse(field).success ? [[field, typed.value]] : [];
    },
  );
  return Object.fromEntries(known);
}
