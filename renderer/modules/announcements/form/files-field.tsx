// Files that go with the announcement; they have no purpose beside that of the field.

import { newId } from '#renderer/api/new-id.ts';
import type { AttachedFile } from '#renderer/ui/fields/added-files.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { filesIn } from '#shared/domain/announcements/values.ts';
import { announcementPages } from '#shared/text/index.ts';
import { FieldFrame } from './field-frame.tsx';
import { useAnnouncementForm } from './form-context.ts';

const purposes = [{ code: 'file', name: announcementPages.form.file }] as const;

export function FilesField({ field }: { readonly field: TemplateField }) {
  const form = useAnnouncementForm();
  const files = filesIn(valueAt(form.values, field.key));
  return (
    <FieldFrame field={field} group wide>
      {({ id }) => (
        <Attachments
          files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
          id={id}
          label={field.label}
          newId={newId}
          onChange={(next) => {
            form.set(field.key, next.map(withoutPurpose));
            form.touch(field.key);
          }}
          purposes={purposes}
        />
      )}
    </FieldFrame>
  );
}

function withoutPurpose({ purpose: _, ...file }: AttachedFile) {
  return file;
}
