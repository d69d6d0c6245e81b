// The table of 政府采购政策: a row a policy and time, folded to its name, document and span. What is wrong stands in the row it is about.
import { Accordion, Button, Checkbox, Group, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, type FieldMessage, FieldMessages } from '#renderer/ui/fields/field.tsx';
import { IntegerInput } from '#renderer/ui/fields/number-inputs.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { defaultPolicies, type Policy, policySchema } from '#shared/codes/procurement-policies.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { systemText } from '#shared/text/index.ts';
import { CheckField, ChoiceField, plainControl, TextField } from './fields.tsx';
import { categoryWords } from './setting-words.ts';

const words = systemText.settings.policy;
const categories = ['A', 'B', 'C'] as const;

type Props = {
  readonly value: readonly Policy[];
  /** By the path of the row, `value.0`. */
  readonly messagesAt: (path: string) => readonly FieldMessage[];
  readonly onChange: (value: readonly Policy[]) => void;
};

export function PoliciesFields({ value, messagesAt, onChange }: Props) {
  const inRows = value.flatMap((row, index) =>
    messagesAt(`value.${index}`).map((message) => ({
      ...message,
      text: words.problem(row.name, message.text),
    })),
  );
  const whole = inRows.length > 0 ? [] : messagesAt('value');
  // A code has several rows and may be typed anew: what is open, and text that is no value yet, stays with its row by a key of its own.
  const [keys, setKeys] = useState<readonly string[]>(() => value.map(newId));
  return (
    <>
      <Accordion multiple variant="separated">
        {value.map((row, index) => (
          <Accordion.Item key={keys[index]} value={keys[index] ?? ''}>
            <Accordion.Control>
              <Text size="sm" fw={500}>
                {row.name}
              </Text>
              <Text size="xs" c="dimmed">
                {row.document}
                {row.clause}　{row.categories.map(categoryWords).join('、')}　
                {words.span(row.validFrom, row.validTo)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <PolicyFields
                at={keys[index] ?? ''}
                row={row}
                onChange={(changed) =>
                  onChange(value.map((each, other) => (other === index ? changed : each)))
                }
                onRemove={() => {
                  setKeys(keys.filter((_, other) => other !== index));
                  onChange(value.filter((_, other) => other !== index));
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setKeys([...keys, newId()]);
            onChange([...value, newRow]);
          }}
        >
          {words.add}
        </Button>
      </Group>
      <FieldMessages id="policies-messages" messages={[...inRows, ...whole]} />
    </>
  );
}

const newRow: Policy = {
  code: '',
  name: words.newName,
  document: '',
  clause: '',
  validFrom: null,
  validTo: null,
  categories: ['A', 'B', 'C'],
  asks: 'chosen',
  unlessReserved: false,
  deduction: null,
  exemptions: [],
  mention: '',
  notice: '',
  result: '',
  declaration: '',
  evidence: '',
  verified: false,
};

type RowProps = {
  readonly at: string;
  readonly row: Policy;
  readonly onChange: (row: Policy) => void;
  readonly onRemove: () => void;
};
type TextKey = 'code' | 'name' | 'document' | 'clause' | 'mention' | 'declaration';
type LongKey = 'notice' | 'result' | 'evidence';

function PolicyFields({ at, row, onChange, onRemove }: RowProps) {
  const set = (changed: Partial<Policy>) => onChange({ ...row, ...changed });
  const builtIn = defaultPolicies.some(({ code }) => code === row.code);
  const id = (key: string) => `policy-${at}-${key}`;
  const text = (key: TextKey) => (
    <TextField
      disabled={key === 'code' && builtIn}
      help={key === 'code' ? words.codeHelp : undefined}
      id={id(key)}
      label={words[key]}
      limit={limitOf(policySchema.shape[key])}
      messages={[]}
      value={row[key]}
      onChange={(next) => set({ [key]: next })}
    />
  );
  const long = (key: LongKey) => (
    <Field id={id(key)} label={words[key]}>
      {(control) => (
        <TextBox
          control={control}
          limit={limitOf(policySchema.shape[key])}
          lines={{ min: 1 }}
          value={row[key]}
          onChange={(next) => set({ [key]: next })}
        />
      )}
    </Field>
  );
  const day = (key: 'validFrom' | 'validTo', label: string) => (
    <Field id={id(key)} label={label}>
      {(control) => (
        <DateInput
          control={control}
          label={label}
          value={row[key]}
          onChange={(next) => set({ [key]: next })}
        />
      )}
    </Field>
  );
  return (
    <>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {text('name')}
        {text('code')}
        {text('document')}
        {text('clause')}
        {day('validFrom', words.from)}
        {day('validTo', words.to)}
        <ChoiceField
          id={id('asks')}
          label={words.asks}
          messages={[]}
          options={[
            { value: 'answered', label: words.answered },
            { value: 'chosen', label: words.chosen },
          ]}
          value={row.asks}
          onChange={(asks) => set({ asks })}
        />
        {text('mention')}
      </SimpleGrid>
      <Categories id={id('categories')} row={row} onChange={(chosen) => set({ categories: chosen })} />
      <CheckField
        label={words.unlessReserved}
        value={row.unlessReserved}
        onChange={(unlessReserved) => set({ unlessReserved })}
      />
      <Deduction id={id('deduction')} row={row} onChange={(deduction) => set({ deduction })} />
      {long('notice')}
      {long('result')}
      {text('declaration')}
      <Exemptions id={id('exemptions')} row={row} onChange={(exemptions) => set({ exemptions })} />
      {long('evidence')}
      <Group justify="space-between">
        <CheckField label={words.verified} value={row.verified} onChange={(verified) => set({ verified })} />
        <Button size="compact-xs" variant="subtle" onClick={onRemove}>
          {words.remove}
        </Button>
      </Group>
    </>
  );
}

type PartProps<K extends keyof Policy> = {
  readonly id: string;
  readonly row: Policy;
  readonly onChange: (value: Policy[K]) => void;
};

function Categories({ id, row, onChange }: PartProps<'categories'>) {
  return (
    <Field group id={id} label={words.categories}>
      {() => (
        <Group aria-labelledby={`${id}-label`} role="group">
          {categories.map((category) => (
            <Checkbox
              checked={row.categories.includes(category)}
              key={category}
              label={categoryWords(category)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                onChange(
                  categories.filter((each) => (each === category ? checked : row.categories.includes(each))),
                );
              }}
            />
          ))}
        </Group>
      )}
    </Field>
  );
}

/** A percentage may be emptied while it is typed: 0 then, as the smallest. */
function Deduction({ id, row: { deduction }, onChange }: PartProps<'deduction'>) {
  return (
    <>
      <CheckField
        label={words.deduction}
        value={deduction !== null}
        onChange={(has) => onChange(has ? { least: 0, most: 0 } : null)}
      />
      {deduction === null ? null : (
        <SimpleGrid cols={2} spacing="sm">
          {(['least', 'most'] as const).map((end) => (
            <Field key={end} id={`${id}-${end}`} label={words[end]}>
              {(control) => (
                <IntegerInput
                  control={control}
                  min={0}
                  max={100}
                  value={deduction[end]}
                  onChange={(next) => onChange({ ...deduction, [end]: next ?? 0 })}
                />
              )}
            </Field>
          ))}
        </SimpleGrid>
      )}
    </>
  );
}

/** Empty lines are kept while one types and left out when the row is read. */
function Exemptions({ id, row, onChange }: PartProps<'exemptions'>) {
  return (
    <Field id={id} label={words.exemptions}>
      {(control) => (
        <Textarea
          {...plainControl(control)}
          autosize
          value={row.exemptions.join('\n')}
          onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
        />
      )}
    </Field>
  );
}
