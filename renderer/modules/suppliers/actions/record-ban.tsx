// 登记禁止期: from which decision, why, from when to when.
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, type FieldMessage } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/states/tell.ts';
import { limitOf, mostInReason } from '#shared/domain/fields.ts';
import { type Supplier, supplierSchema } from '#shared/domain/suppliers/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { isLonger } from '#shared/kernel/text.ts';
import { label, supplierPages } from '#shared/text/index.ts';

const words = supplierPages.ban;
const command = 'suppliers.recordBan';
const limit = limitOf(supplierSchema.shape.bans.element.shape.document);
const minReason = 2;

type Props = { readonly supplier: Supplier; readonly onClose: () => void };

export function RecordBan({ supplier, onClose }: Props) {
  const { id, name } = supplier;
  const { run, running } = useCommand(command);
  const unread = useUnreadTexts();
  const [banId] = useState(newId);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState<PlainDate | null>(null);
  const [until, setUntil] = useState<PlainDate | null>(null);
  const [asked, setAsked] = useState(false);
  const wrong = (isWrong: boolean, text: string): readonly FieldMessage[] =>
    asked && isWrong ? [{ severity: 'error', text }] : [];
  const early = from !== null && until !== null && until < from;
  const short = reason.trim().length < minReason;
  const isUnread = (field: string) => unread.texts.has(field);
  const confirm = async () => {
    setAsked(true);
    if (document.trim() === '' || short || from === null || until === null || early) return;
    if (unread.texts.size > 0) return;
    const answer = await run({
      id,
      banId,
      document: document.trim(),
      reason: reason.trim(),
      from,
      until,
    });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellReceipt(command, answer.value);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.confirm}
      blocked={(limit !== undefined && isLonger(document, limit)) || isLonger(reason, mostInReason)}
      consequence={<Consequence command={command}>{words.consequence}</Consequence>}
      danger
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title(name)}
    >
      <UnreadScope report={unread.report}>
        <FieldGrid>
          <Field
            id="ban-document"
            label={label('suppliers.document')}
            messages={wrong(document.trim() === '', words.documentNeeded)}
            required
            wide
          >
            {(control) => (
              <TextBox control={control} first limit={limit} onChange={setDocument} value={document} />
            )}
          </Field>
          <Field
            help={words.reasonHelp}
            id="ban-reason"
            label={label('suppliers.reason')}
            messages={wrong(short, words.reasonNeeded)}
            required
            wide
          >
            {(control) => (
              <TextBox
                control={control}
                limit={mostInReason}
                lines={{ min: 2 }}
                onChange={setReason}
                value={reason}
              />
            )}
          </Field>
          <Field
            id="ban-from"
            label={label('suppliers.from')}
            messages={wrong(from === null && !isUnread('ban-from'), words.fromNeeded)}
            required
          >
            {(control) => (
              <DateInput
                control={control}
                label={label('suppliers.from')}
                onChange={(value) => setFrom(value)}
                value={from}
              />
            )}
          </Field>
          <Field
            help={words.untilHelp}
            id="ban-until"
            label={label('suppliers.until')}
            messages={
              early
                ? wrong(true, words.untilEarly)
                : wrong(until === null && !isUnread('ban-until'), words.untilNeeded)
            }
            required
          >
            {(control) => (
              <DateInput
                control={control}
                label={label('suppliers.until')}
                onChange={(value) => setUntil(value)}
                value={until}
              />
            )}
          </Field>
        </FieldGrid>
      </UnreadScope>
    </ConfirmAction>
  );
}
