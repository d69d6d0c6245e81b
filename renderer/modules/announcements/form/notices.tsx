// What stands above the form of an announcement.
import { FormNotices, type NoticesOfForm } from '#renderer/ui/form/form-notices.tsx';
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import type { Template } from '#shared/domain/announcements/template.ts';
import { announcementPages, label } from '#shared/text/index.ts';
import { fieldName } from './field-names.ts';
import { type FormContent, sectionsField } from './form-content.ts';
import type { FormState } from './form-state.ts';

const words = announcementPages.form;

type Props = NoticesOfForm<string> & {
  readonly template: Template;
  readonly announcement: Announcement | null;
  readonly state: FormState;
  readonly editable: boolean;
};

export function Notices({ template, announcement, state, editable, ...others }: Props) {
  const { taken, contested, theirs, content } = state;
  return (
    <FormNotices
      {...others}
      contested={contested}
      edits={announcement?.fieldEdits ?? {}}
      kind={words.kind}
      labelOf={(path) => fieldName(template, path)}
      locked={editable || announcement === null ? null : label(`announcements.status.${announcement.status}`)}
      returned={returnOf(announcement)}
      taken={taken}
      wordsOf={(field, side) => wordsOf(template, side === 'mine' ? content : (theirs ?? content), field)}
    />
  );
}

/** Why it came back. */
function returnOf(
  announcement: Announcement | null,
): { readonly title: string; readonly reason: string } | null {
  const last =
    announcement?.status === 'returned'
      ? announcement.history.findLast(({ action }) => action === 'announcements.return')
      : undefined;
  if (last === undefined) return null;
  const who = announcementPages.timeline.by(label(`roles.${last.role}`), last.name);
  const { returnedTitle, reason } = announcementPages.page;
  return { title: returnedTitle(who, announcementPages.stage.at(last.at)), reason: reason(last.note) };
}

function wordsOf(template: Template, { sectionIds, values }: FormContent, key: string): string {
  if (key === sectionsField) return words.sectionCount(sectionIds.length);
  const field = fieldsOf(template).find((each) => each.key === key);
  if (field === undefined || !Object.hasOwn(values, key)) return words.automatic;
  return valueText(field, values[key]);
}
