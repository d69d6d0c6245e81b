// Changing a refused input where it stands: its plain values one by one, those found wrong first. Lists and files are changed in their form.
import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ValueKind } from '#renderer/app/command-words.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { DateInput, LocalTimeInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, type FieldControl, focusField } from '#renderer/ui/fields/field.tsx';
import { IntegerInput, MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { OrganisationPicker } from '#renderer/ui/fields/organisation-picker.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { instantOf, toLocalTime } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { appText, describeField, outboxText } from '#shared/text/index.ts';
import { type EditableField, editableFields, locate, withValue } from './editing.ts';
import { useInputWords } from './use-input-words.ts';

type Props = {
  readonly command: string;
  readonly input: unknown;
  readonly error: AppError | null;
  readonly running: boolean;
  readonly onSubmit: (input: unknown) => void;
  /** Stands beside the primary button. */
  readonly secondary: ReactNode;
};

const largest = 1_000_000_000;

export function Editor({ command, input, error, running, onSubmit, secondary }: Props) {
  const [draft, setDraft] = useState(input);
  // The order is that of the refused input: a field does not move while it is being corrected.
  const { labelOf, kindOf } = useInputWords(command, input);
  const order = editableFields(input, error, kindOf);
  const now = new Map(editableFields(draft, null, kindOf).map((field) => [field.path, field.value]));
  const [all, setAll] = useState(order.every(({ wrong }) => !wrong));
  const unread = useUnreadTexts();
  const [firstUnread] = unread.texts.keys();
  const shown = all ? order : order.filter(({ wrong }) => wrong);
  return (
    <section>
      <Title order={2}>{outboxText.editTitle}</Title>
      <Text c="dimmed" mb="sm">
        {order.some(({ wrong }) => wrong) ? outboxText.editHelp : outboxText.editFreely}
      </Text>
      <Stack gap="xs" maw={560}>
        <UnreadScope report={unread.report}>
          {shown.map((field) => (
            <Field
              key={field.path}
              id={`edit-${field.path}`}
              label={labelOf(field.path.replace(/^changes\.\d+\.to$/, field.key))}
              messages={(error?.fields ?? [])
                .filter(({ path }) => locate(input, path) === field.path)
                .map((problem) => ({ severity: 'error', text: describeField(problem) }))}
            >
              {(control) => (
                <Control
                  control={control}
                  kind={kindOf(field.key)}
                  // An amount that was typed wrongly for a moment stays an amount.
                  numeric={typeof field.value === 'number'}
                  value={now.get(field.path) ?? null}
                  nullable={field.value === null || typeof field.value !== 'string'}
                  onChange={(value) => setDraft(withValue(draft, field.path, value))}
                />
              )}
            </Field>
          ))}
        </UnreadScope>
      </Stack>
      <Group mt="md" gap="xs">
        <Button
          loading={running}
          onClick={() => (firstUnread === undefined ? onSubmit(draft) : focusField(firstUnread))}
        >
          {outboxText.submitAgain}
        </Button>
        {all ? null : (
          <Button variant="default" onClick={() => setAll(true)}>
            {outboxText.showAll}
          </Button>
        )}
        {secondary}
      </Group>
    </section>
  );
}

type ControlProps = {
  readonly control: FieldControl;
  readonly kind: ValueKind;
  readonly value: EditableField['value'];
  /** What was refused is a number. */
  readonly numeric: boolean;
  /** An emptied text is null where it was none before. */
  readonly nullable: boolean;
  readonly onChange: (value: EditableField['value']) => void;
};

function Control({ control, kind, value, numeric, nullable, onChange }: ControlProps) {
  if (typeof value === 'boolean') {
    return (
      <Checkbox
        id={control.id}
        checked={value}
        label={value ? appText.common.yes : appText.common.no}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  const asNumber = typeof value === 'number' ? value : null;
  const asText = value === null ? '' : String(value);
  if (kind.kind === 'amount') return <MoneyInput control={control} value={asNumber} onChange={onChange} />;
  if (kind.kind === 'instant') {
    return (
      <LocalTimeInput
        control={control}
        onChange={(time) => onChange(time === null ? null : instantOf(time))}
        value={asNumber === null ? null : toLocalTime(asNumber)}
      />
    );
  }
  if (kind.kind === 'integer' || numeric || typeof value === 'number') {
    return <IntegerInput control={control} value={asNumber} onChange={onChange} min={0} max={largest} />;
  }
  const orNull = asText === '' ? null : asText;
  if (kind.kind === 'date') return <DateInput control={control} value={orNull} onChange={onChange} />;
  if (kind.kind === 'organisation') {
    return (
      <OrganisationPicker control={control} kind={null} value={orNull} onChange={(id) => onChange(id)} />
    );
  }
  if (kind.kind === 'code') {
    return <CodePicker control={control} options={kind.table.entries} value={orNull} onChange={onChange} />;
  }
  const change = (text: string) => onChange(text === '' && nullable ? null : text);
  return kind.kind === 'long' ? (
    <Textarea
      {...plain(control)}
      autosize
      minRows={2}
      value={asText}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...plain(control)} value={asText} onChange={(event) => change(event.currentTarget.value)} />
  );
}

/** Mantine takes no `undefined` for what may be left out. */
function plain({ id, ...rest }: FieldControl) {
  const { attributes } = rest;
  return {
    id,
    error: rest['aria-invalid'] === true,
    ...(attributes === undefined ? {} : { attributes }),
  };
}
