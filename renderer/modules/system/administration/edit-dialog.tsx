import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { appText, systemText } from '#shared/text/index.ts';

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

/** A small form in a dialog. It closes by its buttons alone, so that a click beside it loses nothing. */
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
          onSave();
        }}
      >
        <Stack gap="xs">
          {children}
          {problem === null ? null : (
            <Alert color="red" role="alert">
              {problem}
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
