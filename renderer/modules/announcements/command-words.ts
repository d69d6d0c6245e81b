// The inputs of an announcement's commands in words. Its content is named by its format. An edit does not say which format it is of; a field of one key
// means the same in all of them.
import { type CommandWords, type FieldWords, kinds, recordForms } from '#renderer/app/command-words.ts';
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { allTemplates, currentTemplates } from '#shared/domain/announcements/templates/index.ts';
import { valueSchema } from '#shared/domain/announcements/values.ts';
import { announcementPages, label } from '#shared/text/index.ts';

export const announcementCommandWords: CommandWords = {
  of: 'announcements',
  forms: recordForms('announcements', '/announcements'),
  values: {
    projectId: kinds.hidden,
    targetId: kinds.hidden,
    templateVersion: kinds.hidden,
    submittedAt: kinds.hidden,
  },
  field: (command, path) =>
    decisions.has(command) || (command === creating && path === 'content') ? undefined : fieldWords(path),
};

/** Its `content` holds the fields, one of which has the same name. */
const creating = 'announcements.create';

/** Commands with words of their own, whose `reason` is no field of a format. */
const decisions: ReadonlySet<string> = new Set([
  'announcements.approve',
  'announcements.return',
  'announcements.withdraw',
]);

const fields: ReadonlyMap<string, TemplateField> = new Map(
  allTemplates
    .flatMap(fieldsOf)
    .toReversed()
    .map((field) => [field.key, field]),
);

/** Of the type, the sections, or a field of the content, wherever in it the path leads. */
function fieldWords(path: string): FieldWords | undefined {
  const [key = ''] = path.replace(/^content\./, '').split('.');
  if (path === 'type') {
    return {
      label: label('announcements.type'),
      words: (value) => currentTemplates.find(({ type }) => type === value)?.name ?? '',
    };
  }
  if (key === 'sectionIds') {
    return {
      label: label('announcements.sectionIds'),
      words: (value) =>
        Array.isArray(value) && value.length > 0 ? announcementPages.form.sectionCount(value.length) : '',
    };
  }
  const field = fields.get(key);
  return field === undefined ? undefined : { label: field.label, words: (value) => wordsIn(field, value) };
}

/** '' for what is not filled in, or has no shape that is known. */
function wordsIn(field: TemplateField, value: unknown): string {
  const parsed = valueSchema.safeParse(value);
  return parsed.success ? valueText(field, parsed.data) : '';
}
