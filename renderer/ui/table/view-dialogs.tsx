// What is asked and done when a view is saved, renamed, shared or removed.
import { Button, Checkbox, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useActor } from '#renderer/api/use-session.ts';
import type { CommandReceipt } from '#shared/contract/ipc.ts';
import type { Result } from '#shared/kernel/result.ts';
import { forms } from '#shared/text/index.ts';
import { ConfirmAction } from '../dialogs/confirm-action.tsx';
import { Field } from '../fields/field.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { tellReceipt, tellRefusal } from '../states/tell.ts';
import { type SavedView, type ViewContent, viewChanges } from './saved-look.ts';

const words = forms.views;
const mostLetters = 30;

type SaveView = {
  readonly running: boolean;
  /** Whether it was done; what has come of it is said. */
  save(view: ViewContent & { readonly id: string; readonly list: string }): Promise<boolean>;
  change(view: SavedView, to: Partial<ViewContent>): Promise<boolean>;
};

export function useSaveView(): SaveView {
  const saving = useCommand('views.save');
  const editing = useCommand('views.edit');
  return {
    running: saving.running || editing.running,
    save: async (view) => told('views.save', await saving.run(view)),
    async change(view, to) {
      const changes = viewChanges(view, to);
      return changes.length === 0 || told('views.edit', await editing.run({ id: view.id, changes }));
    },
  };
}

function told(command: string, answer: Result<CommandReceipt>): boolean {
  if (answer.ok) tellReceipt(command, answer.value);
  else tellRefusal(command, answer.error);
  return answer.ok;
}

type NameProps = {
  readonly title: string;
  readonly help?: string;
  readonly before?: SavedView;
  readonly running: boolean;
  readonly onSave: (name: string, shared: boolean) => Promise<void>;
  readonly onClose: () => void;
};

export function ViewNameDialog({ title, help, before, running, onSave, onClose }: NameProps) {
  const { role } = useActor();
  const [name, setName] = useState(before?.name ?? '');
  const [shared, setShared] = useState(before?.shared === 1);
  const [asked, setAsked] = useState(false);
  const written = name.trim();
  const problem =
    written === ''
      ? words.nameNeeded
      : [...written].length > mostLetters
        ? words.nameTooLong(mostLetters)
        : null;
  const save = () => {
    setAsked(true);
    if (problem === null) void onSave(written, shared);
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': forms.close }}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onClose}
      opened
      title={<Text fw={600}>{title}</Text>}
    >
      {help === undefined ? null : (
        <Text mb="md" size="sm">
          {help}
        </Text>
      )}
      <Field
        id="view-name"
        label={words.name}
        messages={asked && problem !== null ? [{ severity: 'error', text: problem }] : []}
        required
      >
        {(control) => <TextBox control={control} first limit={mostLetters} onChange={setName} value={name} />}
      </Field>
      <Checkbox
        checked={shared}
        description={words.shareHelp(words.colleagues(role))}
        label={words.share}
        mt="md"
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {forms.cancel}
        </Button>
        <Button loading={running} onClick={save}>
          {words.keep}
        </Button>
      </Group>
    </Modal>
  );
}

type RemoveProps = {
  readonly view: SavedView;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

export function RemoveView({ view, onClose, onRemoved }: RemoveProps) {
  const { role } = useActor();
  const { run, running } = useCommand('views.remove');
  const remove = async () => {
    if (told('views.remove', await run({ id: view.id }))) onRemoved();
  };
  return (
    <ConfirmAction
      action={words.removeAction}
      consequence={view.shared === 1 ? words.removeShared(words.colleagues(role)) : words.removeOwn}
      danger
      onClose={onClose}
      onConfirm={() => void remove()}
      opened
      running={running}
      title={words.removeTitle(view.name)}
    />
  );
}
