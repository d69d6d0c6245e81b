// What the fields of a format are called where they are pointed at from outside: summaries, dialogs, the list of what waits.
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import type { Template, TemplateField } from '#shared/domain/announcements/template.ts';
import { forms, label } from '#shared/text/index.ts';
import { sectionsField } from './form-content.ts';

/** So short a label (时间, 方式, 内容) says nothing by itself. */
const shortLabel = 2;

/** The label; where it is short, or several sections ask for the same, with the section. */
export function nameIn({ sections }: Template, { key, label: own }: TemplateField): string {
  const same = sections.filter(({ fields }) => fields.some((field) => field.label === own));
  const section = same.find(({ fields }) => fields.some((field) => field.key === key));
  const unclear = same.length > 1 || own.length <= shortLabel;
  return unclear && section !== undefined && section.title !== '' ? `${section.title} · ${own}` : own;
}

/** `corrections.0.after` is 更正内容 第1行 更正后. Unknown parts are left out. */
export function fieldName(template: Template, path: string): string {
  const [key = '', line, column] = path.split('.');
  if (key === sectionsField) return label('announcements.sectionIds');
  const field = fieldsOf(template).find((each) => each.key === key);
  if (field === undefined) return key;
  const words = [nameIn(template, field)];
  if (line !== undefined && /^\d+$/.test(line)) words.push(forms.rows.line(Number(line) + 1));
  const cell = field.kind === 'table' ? field.columns.find((each) => each.key === column) : undefined;
  if (cell !== undefined) words.push(cell.label);
  return words.join(' · ');
}
