import { Button, Checkbox, Group, Select, Table, VisuallyHidden } from '@mantine/core';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { type FieldMessage, FieldMessages } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import type { Threshold } from '#shared/codes/thresholds.ts';
import { systemText } from '#shared/text/index.ts';
import { categoryWords } from './setting-words.ts';

const words = systemText.settings;
const kinds = ['openTender', 'purchaseLimit'] as const;
const categories = ['A', 'B', 'C'] as const;
const levels = ['province', 'city', 'county'] as const;

type Props = {
  readonly value: readonly Threshold[];
  readonly messages: readonly FieldMessage[];
  readonly onChange: (value: readonly Threshold[]) => void;
};

export function ThresholdsFields({ value, messages, onChange }: Props) {
  const set = (at: number, changed: Partial<Threshold>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...changed } : row)));
  return (
    <>
      <Table verticalSpacing={3} horizontalSpacing={6} aria-label={words.kinds.openTender}>
        <Table.Thead>
          <Table.Tr>
            {Object.values(words.columns).map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
            <Table.Th>
              <VisuallyHidden>{words.removeRow}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {value.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of this setting has no other name
            <Table.Tr key={index}>
              <Table.Td w={170}>
                <Choice
                  name={words.columns.kind}
                  value={row.kind}
                  options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
                  onChange={(kind) => set(index, { kind })}
                />
              </Table.Td>
              <Table.Td w={84}>
                <Choice
                  name={words.columns.category}
                  value={row.category}
                  options={categories.map((category) => ({
                    value: category,
                    label: categoryWords(category),
                  }))}
                  onChange={(category) => set(index, { category })}
                />
              </Table.Td>
              <Table.Td w={84}>
                <Choice
                  name={words.columns.level}
                  value={row.level}
                  options={levels.map((level) => ({ value: level, label: words.levels[level] }))}
                  onChange={(level) => set(index, { level })}
                />
              </Table.Td>
              <Table.Td>
                <MoneyInput
                  compact
                  uppercase={false}
                  control={{ id: `threshold-${index}`, 'aria-label': words.columns.amount }}
                  value={row.amount}
                  onChange={(amount) => set(index, { amount: amount ?? 0 })}
                />
              </Table.Td>
              <Table.Td w={150}>
                <DateInput
                  compact
                  control={{ id: `threshold-from-${index}`, 'aria-label': words.columns.from }}
                  label={words.columns.from}
                  value={row.validFrom}
                  onChange={(validFrom) => set(index, { validFrom })}
                />
              </Table.Td>
              <Table.Td w={150}>
                <DateInput
                  compact
                  control={{ id: `threshold-to-${index}`, 'aria-label': words.columns.to }}
                  label={words.columns.to}
                  value={row.validTo}
                  onChange={(validTo) => set(index, { validTo })}
                />
              </Table.Td>
              <Table.Td>
                <Checkbox
                  aria-label={words.columns.verified}
                  checked={row.verified}
                  onChange={(event) => set(index, { verified: event.currentTarget.checked })}
                />
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => onChange(value.filter((_, other) => other !== index))}
                >
                  {words.removeRow}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange([...value, newRow])}>
          {words.addRow}
        </Button>
      </Group>
      <FieldMessages id="threshold-messages" messages={messages} />
    </>
  );
}

const newRow: Threshold = {
  kind: 'openTender',
  category: 'A',
  level: 'city',
  amount: 0,
  validFrom: null,
  validTo: null,
  verified: false,
};

type ChoiceProps<T extends string> = {
  readonly name: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ name, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select
      size="xs"
      aria-label={name}
      allowDeselect={false}
      data={[...options]}
      value={value}
      onChange={(next) => {
        const option = options.find((each) => each.value === next);
        if (option !== undefined) onChange(option.value);
      }}
    />
  );
}
