// The dialog before every step of an announcement but 提交: what it is about, what follows, and the words it asks for.
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { ConfirmAction } from '#renderer/ui/confirm-action.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/tell.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { announcementPages } from '#shared/text/index.ts';
import { isServerDecision } from './announcement-actions.ts';
import { type Decision, decisionWords } from './decision-words.ts';

const { actions } = announcementPages;
const minReason = 2;

type Props = {
  readonly action: Decision;
  readonly announcement: Pick<Announcement, 'id' | 'title'>;
  readonly onClose: () => void;
  readonly onDone?: (action: Decision) => void;
};

export function DecisionDialog({ action, announcement, onClose, onDone }: Props) {
  const { id, title: name } = announcement;
  const command = useCommand(action);
  const sync = useSyncStatus();
  const [note, setNote] = useState('');
  const { title, consequence, verb, danger, asks } = decisionWords(action, name);

  const confirm = async (reason: string) => {
    const answer = await command.run({
      id,
      ...(asks === 'reason' ? { reason } : {}),
      ...(asks === 'note' ? { note: note.trim() } : {}),
    });
    if (!answer.ok) return tellRefusal(action, answer.error);
    tellReceipt(action, answer.value);
    onClose();
    onDone?.(action);
  };
  const withdraws = action === 'announcements.withdraw';
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
      {...(withdraws ? { dismiss: actions.withdraw.keep } : {})}
      onClose={onClose}
      onConfirm={(text) => void confirm(text)}
      opened
      running={command.running}
      title={title}
      {...(asks === 'reason'
        ? {
            reason: {
              label: withdraws ? reason.withdrawLabel : reason.returnLabel,
              help: withdraws ? reason.withdrawHelp : reason.returnHelp,
              min: minReason,
              tooShort: reason.short,
            },
          }
        : {})}
    >
      {asks === 'note' ? (
        <Field help={actions.noteHelp} id="decision-note" label={actions.approve.note}>
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
