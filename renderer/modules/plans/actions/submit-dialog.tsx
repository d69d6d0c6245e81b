// 提交 from the list or the page: what the rules say is shown first. Errors stop it and lead to the form; warnings are answered for as in the form.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { FindingList } from '#renderer/ui/finding-list.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx';
import { SubmitCheck } from '#renderer/ui/submit-check.tsx';
import { tellRefusal } from '#renderer/ui/tell.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import { fieldName, submitWords } from '../form/submit-words.ts';
import { tellSubmitted } from './tell.ts';

const words = plansPages.actions.submit;

type Props = { readonly plan: Plan; readonly onClose: () => void; readonly onEdit: () => void };

export function SubmitDialog({ plan, onClose, onEdit }: Props) {
  const { data, error, refetch } = useAsk(
    'plans.check',
    { id: plan.id, content: plan.content },
    { keepPrevious: false },
  );
  const submit = useCommand('plans.submit');
  const findings = data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { projectName } = plan.content;

  const run = async (acknowledged: readonly string[]) => {
    const answer = await submit.run({ id: plan.id, acknowledged });
    if (!answer.ok) return tellRefusal('plans.submit', answer.error);
    tellSubmitted();
    onClose();
  };
  if (data !== undefined && errors.length === 0) {
    return (
      <SubmitCheck
        nameOf={fieldName}
        onClose={onClose}
        onConfirm={(acknowledged) => void run(acknowledged)}
        running={submit.running}
        warnings={findings}
        words={submitWords(projectName)}
      />
    );
  }
  return (
    <Modal
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={onClose}
      opened
      size="lg"
      title={<Text fw={600}>{words.notYet(projectName === '' ? plansPages.unnamed : projectName)}</Text>}
    >
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={3} />
      ) : (
        <>
          <Text mb="sm" size="sm">
            {words.errors}
          </Text>
          <FindingList findings={errors} nameOf={fieldName} />
        </>
      )}
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {forms.cancel}
        </Button>
        {errors.length === 0 ? null : (
          <Button data-autofocus onClick={onEdit}>
            {words.edit}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
