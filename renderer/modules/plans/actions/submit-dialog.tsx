// 提交: what the rules say is shown first. Errors stop it and lead to the form; every warning is ticked by the one who answers for it.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { ErrorState } from '#renderer/ui/states.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import { FindingList } from '../content/finding-list.tsx';
import { tellRefusal, tellSubmitted } from './tell.ts';

const words = plansPages.actions.submit;

type Props = { readonly plan: Plan; readonly onClose: () => void; readonly onEdit: () => void };

export function SubmitDialog({ plan, onClose, onEdit }: Props) {
  const { data, error, refetch } = useAsk(
    'plans.check',
    { id: plan.id, content: plan.content },
    { keepPrevious: false },
  );
  const submit = useCommand('plans.submit');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const findings = data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const shown = errors.length > 0 ? errors : findings;
  const ready = data !== undefined && findings.every(({ ruleId }) => ticked.has(ruleId));

  const run = async () => {
    const answer = await submit.run({ id: plan.id, acknowledged: [...ticked] });
    if (!answer.ok) return tellRefusal('plans.submit', answer.error);
    tellSubmitted();
    onClose();
  };

  return (
    <Modal
      centered
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={onClose}
      opened
      size="lg"
      title={<Text fw={600}>{words.question(plan.content.projectName || plansPages.unnamed)}</Text>}
    >
      {error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <Text mb="sm" size="sm">
          {errors.length > 0 ? words.errors : findings.length > 0 ? words.warnings : words.clean}
        </Text>
      )}
      <FindingList
        findings={shown}
        {...(errors.length > 0
          ? {}
          : {
              tick: {
                label: words.acknowledge,
                ticked,
                onChange: (ruleId, on) =>
                  setTicked(
                    (before) => new Set([...before].filter((id) => id !== ruleId).concat(on ? [ruleId] : [])),
                  ),
              },
            })}
      />
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {forms.cancel}
        </Button>
        {errors.length > 0 ? (
          <Button data-autofocus onClick={onEdit}>
            {words.edit}
          </Button>
        ) : (
          <Button disabled={!ready} loading={submit.running} onClick={() => void run()}>
            {words.confirm}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
