// The dialog before every step of a plan but 提交: what it is about, what follows, and the words it asks for.
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { ConfirmAction } from '#renderer/ui/confirm-action.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/tell.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import { decisionWords } from './decision-words.ts';
import { type CommandAction, isServerDecision } from './plan-actions.ts';

const { actions } = plansPages;
const minReason = 2;

export type Decision = Exclude<CommandAction, 'plans.edit' | 'plans.submit'>;

type Props = {
  readonly action: Decision;
  readonly plan: Plan;
  readonly onClose: () => void;
  readonly onDone?: (action: Decision) => void;
};

export function DecisionDialog({ action, plan, onClose, onDone }: Props) {
  const command = useCommand(action);
  const sync = useSyncStatus();
  const [note, setNote] = useState('');
  const { title, consequence, verb, danger, asks } = decisionWords(action, plan);

  const confirm = async (reason: string) => {
    const answer = await command.run({
      id: plan.id,
      ...(asks === 'reason' ? { reason } : {}),
      ...(asks === 'note' ? { note: note.trim() } : {}),
    });
    if (!answer.ok) return tellRefusal(action, answer.error);
    tellReceipt(action, answer.value);
    onClose();
    onDone?.(action);
  };
  const cancels = action === 'plans.cancel';
  const { reason } = actions;

  return (
    <ConfirmAction
      action={verb}
      consequence={
        <>
          {consequence}
          {isServerDecision(action) && sync?.state === 'offline' ? (
            <Text c="dimmed" mt={8} size="sm">
              {actions.serverHint}
            </Text>
          ) : null}
        </>
      }
      danger={danger}
      {...(cancels ? { dismiss: actions.cancel.keep } : {})}
      onClose={onClose}
      onConfirm={(text) => void confirm(text)}
      opened
      running={command.running}
      title={title}
      {...(asks === 'reason'
        ? {
            reason: {
              label: cancels ? reason.cancelLabel : reason.label,
              help: cancels ? reason.cancelHelp : reason.help,
              min: minReason,
              tooShort: reason.short,
            },
          }
        : {})}
    >
      {asks === 'note' ? (
        <Field
          help={actions.noteHelp}
          id="decision-note"
          label={action === 'plans.file' ? actions.file.note : actions.approve.note}
        >
          {(control) => (
            <Textarea
              {...control}
              autosize
              maxLength={2000}
              minRows={2}
              onChange={(event) => setNote(event.currentTarget.value)}
              value={note}
            />
          )}
        </Field>
      ) : null}
    </ConfirmAction>
  );
}
