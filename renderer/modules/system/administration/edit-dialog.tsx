import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { focusField } from '#renderer/ui/fields/field.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { appText, forms, systemText } from '#shared/text/index.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly running: boolean;
  readonly problem: string | null;
  readonly action?: string;
  readonly size?: string;
  readonly children: ReactNode;
};

/**
 * A small form in a dialog. It closes by its buttons alone, so that a click beside it loses nothing, and saves nothing while a field holds text that is
 * no value.
 */
export function EditDialog({
  title,
  onClose,
  onSave,
  running,
  problem,
  action,
  size = 'lg',
  children,
}: Props) {
  const unread = useUnreadTexts();
  const [tried, setTried] = useState(false);
  const [first] = unread.texts.keys();
  const said = problem ?? (tried && first !== undefined ? forms.notRead.first : null);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size={size}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ 'aria-label': appText.common.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (first === undefined) onSave();
          else focusField(first);
        }}
      >
        <Stack gap="xs">
          <UnreadScope report={unread.report}>{children}</UnreadScope>
          {said === null ? null : (
            <Alert color="red" role="alert">
              {said}
            </Alert>
          )}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {appText.common.cancel}
            </Button>
            <Button type="submit" loading={running}>
              {action ?? systemText.keep.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
