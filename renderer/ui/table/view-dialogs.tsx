// What is asked and done when a view is saved, renamed, shared or removed.
import { Button, Checkbox, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { forms } from '#shared/text/index.ts';
import { ConfirmAction } from '../dialogs/confirm-action.tsx';
import { Field } from '../fields/field.tsx';
import { tellReceipt, tellRefusal } from '../states/tell.ts';
import type { SavedView } from './saved-look.ts';

const words = forms.views;
const mostLetters = 30;

type Changed = { readonly name?: string; readonly shared?: boolean; readonly look?: unknown };
type SaveView = {
  readonly running: boolean;
  /** Whether it was done; what has come of it is said. */
  save(view: Changed & { readonly id: string; readonly list: string }): Promise<boolean>;
  change(view: SavedView, changed: Changed): Promise<boolean>;
};

export function useSaveView(): SaveView {
  const { run, running } = useCommand('views.save');
  const save: SaveView['save'] = async (view) => {
    const answer = await run(view);
    if (answer.ok) tellReceipt('views.save', answer.value);
    else tellRefusal('views.save', answer.error);
    return answer.ok;
  };
  return {
    running,
    save,
    change: ({ id, list, name, shared, look }, changed) =>
      // What is not changed goes back as it was saved, also what only another version knows.
      save({ id, list, name, shared: shared === 1, look: JSON.parse(look), ...changed }),
  };
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
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
            value={name}
          />
        )}
      </Field>
      <Checkbox
        checked={shared}
        description={words.shareHelp}
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
  const { run, running } = useCommand('views.remove');
  const remove = async () => {
    const answer = await run({ id: view.id });
    if (!answer.ok) return tellRefusal('views.remove', answer.error);
    tellReceipt('views.remove', answer.value);
    onRemoved();
  };
  return (
    <ConfirmAction
      action={words.removeAction}
      consequence={view.shared === 1 ? words.removeShared : words.removeOwn}
      danger
      onClose={onClose}
      onConfirm={() => void remove()}
      opened
      running={running}
      title={words.removeTitle(view.name)}
    />
  );
}
