// 提交审核 from the page: what the rules say is shown first. Errors stop it and lead to the form; warnings are answered for as in the form.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { FindingList } from '#renderer/ui/finding-list.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx';
import { SubmitCheck } from '#renderer/ui/submit-check.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/tell.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages, forms } from '#shared/text/index.ts';
import { fieldName } from '../form/field-names.ts';

const { actions, form } = announcementPages;

type Props = {
  readonly announcement: Announcement;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function SubmitDialog({ announcement, onClose, onEdit }: Props) {
  const { id, type, projectId, targetId, sectionIds, content, title, templateVersion } = announcement;
  const { data, error, refetch } = useAsk(
    'announcements.compose',
    { id, type, projectId, targetId, sectionIds, content },
    { keepPrevious: false },
  );
  const submit = useCommand('announcements.submit');
  const findings = data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const template = templateOf(type, templateVersion) ?? templateOf(type);
  const nameOf = (path: string) => fieldName(template, path);

  const run = async (acknowledged: readonly string[]) => {
    const answer = await submit.run({ id, acknowledged });
    if (!answer.ok) return tellRefusal('announcements.submit', answer.error);
    tellDone(actions.done.submitted);
    onClose();
  };
  if (data !== undefined && errors.length === 0) {
    return (
      <SubmitCheck
        nameOf={nameOf}
        onClose={onClose}
        onConfirm={(acknowledged) => void run(acknowledged)}
        running={submit.running}
        warnings={findings}
        words={{ ...form.submit, title: form.submit.title(title) }}
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
      title={<Text fw={600}>{actions.submit.notYet(title)}</Text>}
    >
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={3} />
      ) : (
        <>
          <Text mb="sm" size="sm">
            {actions.submit.errors}
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
            {actions.submit.edit}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
