// The dialog before a step of a record, 提交 apart: what it is about, what follows, and the words it asks for. It carries the step out, says what has
// come of it, and stays open where it was refused. Offline it says of what the server decides that it has to wait.
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { mostInReason } from '#shared/domain/fields.ts';
import { isLonger } from '#shared/kernel/text.ts';
import { forms } from '#shared/text/index.ts';
import { Field } from '../fields/field.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { tellReceipt, tellRefusal } from '../states/tell.ts';
import { ConfirmAction } from './confirm-action.tsx';
import { Consequence } from './consequence.tsx';

const minReason = 2;

export type DecisionWords = {
  /** As a question that names the record. */
  readonly title: string;
  readonly consequence: string;
  readonly verb: string;
  readonly danger?: boolean;
  /** A reason must be given, a note may. */
  readonly asks?:
    | { readonly kind: 'reason'; readonly label: string; readonly help: string }
    | { readonly kind: 'note'; readonly label: string };
  /** Word of the button that closes, where 取消 would be taken for the verb. */
  readonly dismiss?: string;
};

type Props<C extends string> = {
  /** Of the registry; its input is the record's id with what was asked for. */
  readonly command: C;
  readonly id: string;
  readonly words: DecisionWords;
  /** Of a decision on what was submitted: which submission the reader has before them, as it was when the dialog was opened. */
  readonly submittedAt?: number | null;
  readonly onClose: () => void;
  readonly onDone?: (command: C) => void;
};

export function DecisionDialog<C extends string>({
  command,
  id,
  words,
  submittedAt,
  onClose,
  onDone,
}: Props<C>) {
  const { run, running } = useCommand(command);
  const [lookedAt] = useState(submittedAt);
  const [note, setNote] = useState('');
  const { title, consequence, verb, danger = false, asks, dismiss } = words;

  const confirm = async (reason: string) => {
    const answer = await run({
      id,
      ...(lookedAt === undefined ? {} : { submittedAt: lookedAt }),
      ...(asks?.kind === 'reason' ? { reason } : {}),
      ...(asks?.kind === 'note' ? { note: note.trim() } : {}),
    });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellReceipt(command, answer.value);
    onClose();
    onDone?.(command);
  };

  return (
    <ConfirmAction
      action={verb}
      blocked={isLonger(note.trim(), mostInReason)}
      consequence={<Consequence command={command}>{consequence}</Consequence>}
      danger={danger}
      {...(dismiss === undefined ? {} : { dismiss })}
      onClose={onClose}
      onConfirm={(reason) => void confirm(reason)}
      opened
      running={running}
      title={title}
      {...(asks?.kind === 'reason'
        ? {
            reason: {
              label: asks.label,
              help: asks.help,
              min: minReason,
              tooShort: forms.decision.reasonShort,
            },
          }
        : {})}
    >
      {asks?.kind === 'note' ? (
        <Field help={forms.decision.noteHelp} id="decision-note" label={asks.label}>
          {(control) => (
            <TextBox
              control={control}
              limit={mostInReason}
              lines={{ min: 2 }}
              onChange={setNote}
              value={note}
            />
          )}
        </Field>
      ) : null}
    </ConfirmAction>
  );
}
