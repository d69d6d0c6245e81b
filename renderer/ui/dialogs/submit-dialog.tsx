// 提交 from a list or a page: what the rules say is shown first. Errors stop it and lead to the form; warnings are answered for as in the form.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useCommand } from '#renderer/api/use-command.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { forms } from '#shared/text/index.ts';
import { FindingList } from '../form/finding-list.tsx';
import { ErrorState, LoadingState } from '../states/states.tsx';
import { tellDone, tellRefusal } from '../states/tell.ts';
import { SubmitCheck } from './submit-check.tsx';

type Props = {
  /** Of the registry; its input is the record's id with the warnings that were read. */
  readonly command: string;
  readonly id: string;
  /** What the rules found; undefined while they are asked. */
  readonly findings: readonly Finding[] | undefined;
  /** Why they could not be asked. */
  readonly error: AppError | null;
  readonly onRetry: () => void;
  /** The name of a field by its path. */
  readonly nameOf: (path: string) => string;
  readonly words: {
    readonly title: string;
    readonly consequence: string;
    /** The title as long as it may not be submitted. */
    readonly notYet: string;
    /** What has come of it, and who is next. */
    readonly done: string;
  };
  readonly onClose: () => void;
  /** To the form. */
  readonly onEdit: () => void;
};

export function SubmitDialog({
  command,
  id,
  findings,
  error,
  onRetry,
  nameOf,
  words,
  onClose,
  onEdit,
}: Props) {
  const { run, running } = useCommand(command);
  const errors = (findings ?? []).filter(({ severity }) => severity === 'error');

  const confirm = async (acknowledged: readonly string[]) => {
    const answer = await run({ id, acknowledged });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellDone(words.done);
    onClose();
  };
  if (findings !== undefined && errors.length === 0) {
    return (
      <SubmitCheck
        nameOf={nameOf}
        onClose={onClose}
        onConfirm={(acknowledged) => void confirm(acknowledged)}
        running={running}
        warnings={findings}
        words={words}
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
            {forms.submit.errors}
          </Text>
          <FindingList findings={errors} nameOf={nameOf} />
        </>
      )}
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {forms.cancel}
        </Button>
        {errors.length === 0 ? null : (
          <Button data-autofocus onClick={onEdit}>
            {forms.submit.edit}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
