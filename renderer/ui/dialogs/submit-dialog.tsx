// 提交 from a list or a page: what the rules say is shown first. Errors stop it and lead to the form; warnings are answered for as in the form.
import { Button, Group, Modal, Text } from '@mantine/core';
import { type ComponentProps, useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { forms } from '#shared/text/index.ts';
import { FindingList } from '../form/finding-list.tsx';
import { ErrorState, LoadingState } from '../states/states.tsx';
import { tellDone, tellReceipt, tellRefusal } from '../states/tell.ts';
import { Consequence } from './consequence.tsx';
import { SubmitCheck } from './submit-check.tsx';

type Props = {
  /** Of the registry; its input is the record's id with the warnings that were read, and the note where one is asked for. */
  readonly command: string;
  readonly id: string;
  /** Of a decision on what was submitted: which submission the reader has before them, as it was when the dialog was opened. */
  readonly submittedAt?: number | null;
  /** What the rules found; undefined while they are asked. */
  readonly findings: readonly Finding[] | undefined;
  /** Why they could not be asked. */
  readonly error: AppError | null;
  readonly onRetry: () => void;
  /** The name of a field by its path. */
  readonly nameOf: (path: string) => string;
  readonly words: ComponentProps<typeof SubmitCheck>['words'] & {
    /** The title as long as it may not be submitted. */
    readonly notYet: string;
    /** What has come of it, and who is next. */
    readonly done: string;
    /** Above what stands in its way, where that is not the reader's to put right. */
    readonly errors?: string;
  };
  readonly onClose: () => void;
  /** To the form; left out where the reader does not write in it. */
  readonly onEdit?: () => void;
};

export function SubmitDialog({
  command,
  id,
  submittedAt,
  findings,
  error,
  onRetry,
  nameOf,
  words,
  onClose,
  onEdit,
}: Props) {
  const { run, running } = useCommand(command);
  const [lookedAt] = useState(submittedAt);
  const errors = (findings ?? []).filter(({ severity }) => severity === 'error');

  const confirm = async (acknowledged: readonly string[], note: string) => {
    const answer = await run({
      ...{ id, acknowledged },
      ...(lookedAt === undefined ? {} : { submittedAt: lookedAt }),
      ...(words.note === undefined ? {} : { note }),
    });
    if (!answer.ok) return tellRefusal(command, answer.error);
    if (answer.value.state === 'waiting_for_server') tellReceipt(command, answer.value);
    else tellDone(words.done);
    onClose();
  };
  if (findings !== undefined && errors.length === 0) {
    return (
      <SubmitCheck
        nameOf={nameOf}
        onClose={onClose}
        onConfirm={(acknowledged, note) => void confirm(acknowledged, note)}
        running={running}
        warnings={findings}
        words={{ ...words, consequence: <Consequence command={command}>{words.consequence}</Consequence> }}
      />
    );
  }
  return (
    <Modal
      centered
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={onClose}
      opened
      size="lg"
      title={<Text fw={600}>{words.notYet}</Text>}
    >
      {error !== null ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : findings === undefined ? (
        <LoadingState lines={3} />
      ) : (
        <>
          <Text mb="sm" size="sm">
            {words.errors ?? forms.submit.errors}
          </Text>
          <FindingList findings={errors} nameOf={nameOf} />
        </>
      )}
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {forms.cancel}
        </Button>
        {errors.length === 0 || onEdit === undefined ? null : (
          <Button data-autofocus onClick={onEdit}>
            {forms.submit.edit}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
