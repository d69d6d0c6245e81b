// A dialog before something that cannot be taken back, or that others will see: names the object and the consequence, and its button is the verb.
import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { mostInReason } from '#shared/domain/fields.ts';
import { isLonger } from '#shared/kernel/text.ts';
import { forms } from '#shared/text/index.ts';
import { Field } from '../fields/field.tsx';
import { TextBox } from '../fields/text-box.tsx';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** As a question: 提交采购计划《…》？ */
  readonly title: string;
  /** What follows from it. */
  readonly consequence: ReactNode;
  /** The verb. */
  readonly action: string;
  readonly danger?: boolean;
  /** Word of the button that closes, where 取消 would be taken for the verb. */
  readonly dismiss?: string;
  readonly running?: boolean;
  /** When a reason has to be written: its label, help and shortest length. */
  readonly reason?: {
    readonly label: string;
    readonly help?: string;
    readonly min: number;
    readonly tooShort: string;
  };
  readonly onConfirm: (reason: string) => void;
  readonly children?: ReactNode;
  /** The verb is not to be had yet, e.g. before a box is ticked. */
  readonly blocked?: boolean;
};

export function ConfirmAction({
  opened,
  onClose,
  title,
  consequence,
  action,
  danger = false,
  dismiss = forms.cancel,
  running = false,
  reason,
  onConfirm,
  children,
  blocked = false,
}: Props) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason !== undefined && text.trim().length < reason.min;
  const confirm = () => {
    setAsked(true);
    if (!short && !isLonger(text.trim(), mostInReason)) onConfirm(text.trim());
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={onClose}
      opened={opened}
      size="lg"
      title={<Text fw={600}>{title}</Text>}
    >
      <Text component="div" mb="md" size="sm">
        {consequence}
      </Text>
      {children}
      {reason === undefined ? null : (
        <Field
          help={reason.help}
          id="confirm-reason"
          label={reason.label}
          messages={asked && short ? [{ severity: 'error', text: reason.tooShort }] : []}
          required
        >
          {(control) => (
            <TextBox
              control={control}
              first
              limit={mostInReason}
              lines={{ min: 3 }}
              onChange={setText}
              value={text}
            />
          )}
        </Field>
      )}
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {dismiss}
        </Button>
        <Button
          disabled={blocked}
          loading={running}
          onClick={confirm}
          {...(danger ? { color: 'red' } : {})}
          {...(reason === undefined && !danger ? { 'data-autofocus': true } : {})}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
