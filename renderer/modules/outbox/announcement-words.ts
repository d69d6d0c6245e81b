// The content of an announcement in words. An edit does not say which format it is of; a field of one key means the same in all of them.
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { currentTemplates } from '#shared/domain/announcements/templates/index.ts';
import { valueSchema } from '#shared/domain/announcements/values.ts';
import { announcementPages, label } from '#shared/text/index.ts';

const fields: ReadonlyMap<string, TemplateField> = new Map(
  currentTemplates
    .flatMap(fieldsOf)
    .toReversed()
    .map((field) => [field.key, field]),
);
const sectionsField = 'sectionIds';

/** Commands with words of their own, whose `reason` is no field of a format. */
const decisions: ReadonlySet<string> = new Set([
  'announcements.approve',
  'announcements.return',
  'announcements.withdraw',
]);

/** Whether the paths of the command lead into the content of an announcement. */
export function isOfAnnouncements(command: string): boolean {
  return command.startsWith('announcements.') && !decisions.has(command);
}

/** The name of a field of the content, or of the sections; undefined for anything else. */
export function announcementField(path: string): string | undefined {
  const [key = ''] = path.replace(/^content\./, '').split('.');
  return key === sectionsField ? label('announcements.sectionIds') : fields.get(key)?.label;
}

/** '' for what is not filled in, or has no shape that is known. */
export function announcementValue(path: string, value: unknown): string {
  const [key = ''] = path.split('.');
  if (key === sectionsField) {
    return Array.isArray(value) && value.length > 0 ? announcementPages.form.sectionCount(value.length) : '';
  }
  const field = fields.get(key);
  const parsed = valueSchema.safeParse(value);
  return field === undefined || !parsed.success ? '' : valueText(field, parsed.data);
}

/** What a new announcement is, and what was typed into it. */
export function announcementLines(
  input: Readonly<Record<string, unknown>>,
): readonly { readonly path: string; readonly label: string; readonly words: string }[] {
  const type = currentTemplates.find((template) => template.type === input['type']);
  const content = input['content'];
  const typed = Object.entries(typeof content === 'object' && content !== null ? content : {});
  return [
    { path: 'type', label: label('announcements.type'), words: type?.name ?? '' },
    {
      path: sectionsField,
      label: label('announcements.sectionIds'),
      words: announcementValue(sectionsField, input[sectionsField]),
    },
    ...typed.map(([key, value]) => ({
      path: `content.${key}`,
      label: fields.get(key)?.label ?? key,
      words: announcementValue(key, value),
    })),
  ].filter(({ words }) => words !== '');
}
