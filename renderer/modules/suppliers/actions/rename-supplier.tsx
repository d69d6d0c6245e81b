// 登记更名: the name since which day, with the paper of its registration. The code stays, and so do all results under the name before.
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import type { AttachedFile } from '#renderer/ui/fields/added-files.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, type FieldMessage } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/states/tell.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type Supplier, supplierSchema } from '#shared/domain/suppliers/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { isLonger } from '#shared/kernel/text.ts';
import { label, supplierPages } from '#shared/text/index.ts';

const words = supplierPages.rename;
const command = 'suppliers.rename';
const limit = limitOf(supplierSchema.shape.name);
const purposes = [{ code: 'file', name: words.filePurpose }] as const;

type Props = { readonly supplier: Supplier; readonly onClose: () => void };

export function RenameSupplier({ supplier, onClose }: Props) {
  const { id, name: from } = supplier;
  const { run, running } = useCommand(command);
  const today = useToday();
  const unread = useUnreadTexts();
  const [name, setName] = useState('');
  const [on, setOn] = useState<PlainDate | null>(null);
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [asked, setAsked] = useState(false);
  const missing = (isMissing: boolean, text: string): readonly FieldMessage[] =>
    asked && isMissing ? [{ severity: 'error', text }] : [];
  const confirm = async () => {
    setAsked(true);
    const [file] = files;
    if (name.trim() === '' || on === null || file === undefined || unread.texts.size > 0) return;
    const { purpose: _, ...paper } = file;
    const answer = await run({ id, from, name: name.trim(), on, file: paper });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellReceipt(command, answer.value);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.confirm}
      blocked={limit !== undefined && isLonger(name, limit)}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title(from)}
    >
      <UnreadScope report={unread.report}>
        <FieldGrid>
          <Field
            id="rename-name"
            label={words.name}
            messages={missing(name.trim() === '', words.nameNeeded)}
            required
            wide
          >
            {(control) => <TextBox control={control} first limit={limit} onChange={setName} value={name} />}
          </Field>
          <Field
            id="rename-on"
            label={label('suppliers.on')}
            messages={missing(on === null && unread.texts.size === 0, words.dayNeeded)}
            required
            wide
          >
            {(control) => (
              <DateInput
                control={control}
                label={label('suppliers.on')}
                max={today}
                onChange={(value) => setOn(value)}
                value={on}
              />
            )}
          </Field>
          <Field
            group
            id="rename-file"
            label={label('suppliers.file')}
            messages={missing(files.length === 0, words.fileNeeded)}
            required
            wide
          >
            {(control) => (
              <Attachments
                files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
                id={control.id}
                label={label('suppliers.file')}
                newId={newId}
                onChange={(next) => setFiles(next.slice(-1))}
                purposes={purposes}
              />
            )}
          </Field>
        </FieldGrid>
      </UnreadScope>
    </ConfirmAction>
  );
}
