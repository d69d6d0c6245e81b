// One setting, by its shape: a yes or no, a number, a text, or a table of its own.
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Field } from '#renderer/ui/fields/field.tsx';
import { IntegerInput } from '#renderer/ui/fields/number-inputs.tsx';
import { centralisedEditions } from '#shared/codes/centralised-catalogue.ts';
import type { Policy } from '#shared/codes/procurement-policies.ts';
import { type SettingKey, type SettingValues, settingDefinitions } from '#shared/domain/admin/settings.ts';
import { label, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { ChoiceField, plainControl, TextField } from './fields.tsx';
import { PoliciesFields } from './setting-policies.tsx';
import { SmeRulesFields } from './setting-sme.tsx';
import { ThresholdsFields } from './setting-thresholds.tsx';
import { useSave } from './use-save.ts';

const words = systemText.settings;
const largest = 100_000;
export type SettingRow = AskOutput<'settings.list'>['settings'][number];

export function SettingDialog({
  setting,
  onClose,
}: {
  readonly setting: SettingRow;
  readonly onClose: () => void;
}) {
  const { key } = setting;
  const [value, setValue] = useState<unknown>(setting.value);
  const save = useSave('settings.set');
  const name = label(`settings.${key}`);
  const messages = save.messagesAt('value');
  const thresholds = key === 'thresholds' ? read('thresholds', value) : undefined;
  const sme = key === 'plans.smeRules' ? read('plans.smeRules', value) : undefined;
  const policies = key === 'policies' ? edited(value) : undefined;
  const wide = thresholds !== undefined || policies !== undefined;
  return (
    <EditDialog
      title={words.editTitle(name)}
      size={wide ? '1040px' : sme !== undefined ? 'xl' : 'md'}
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      onSave={() =>
        void save.save({ key, value: policies === undefined ? value : withoutBlanks(policies) }, onClose)
      }
    >
      {thresholds !== undefined ? (
        <ThresholdsFields value={thresholds} messages={messages} onChange={setValue} />
      ) : policies !== undefined ? (
        <PoliciesFields messagesAt={save.messagesAt} value={policies} onChange={setValue} />
      ) : sme !== undefined ? (
        <SmeRulesFields value={sme} messages={messages} onChange={setValue} />
      ) : typeof setting.value === 'boolean' ? (
        <Field id="setting" label={name} help={words.meaning[key]} messages={messages}>
          {(control) => (
            <Select
              {...plainControl(control)}
              allowDeselect={false}
              data={[
                { value: 'true', label: words.on },
                { value: 'false', label: words.off },
              ]}
              value={String(value)}
              onChange={(next) => setValue(next === 'true')}
            />
          )}
        </Field>
      ) : key === 'catalogue.centralisedEdition' ? (
        <ChoiceField
          label={name}
          help={words.meaning[key]}
          id="setting"
          messages={messages}
          options={editionOptions(String(setting.value))}
          value={String(value)}
          onChange={setValue}
        />
      ) : typeof setting.value === 'string' ? (
        <TextField
          id="setting"
          limit={undefined}
          label={name}
          help={words.meaning[key]}
          messages={messages}
          value={String(value)}
          onChange={setValue}
        />
      ) : (
        <Field id="setting" label={name} help={words.meaning[key]} messages={messages}>
          {(control) => (
            <IntegerInput
              control={control}
              value={typeof value === 'number' ? value : null}
              min={0}
              max={largest}
              onChange={setValue}
            />
          )}
        </Field>
      )}
    </EditDialog>
  );
}

/** The editions that are known; another one that is set already stays as it is until one of them is chosen. */
function editionOptions(current: string) {
  const known = centralisedEditions.map(({ edition, title }) => ({ value: edition, label: title }));
  return known.some(({ value }) => value === current)
    ? known
    : [{ value: current, label: current }, ...known];
}

/** What is being edited need not fit the schema yet; the server's answer says what does not. */
function edited(value: unknown): readonly Policy[] {
  return value as readonly Policy[];
}

function withoutBlanks(policies: readonly Policy[]): readonly Policy[] {
  return policies.map((row) => ({
    ...row,
    exemptions: row.exemptions.map((line) => line.trim()).filter((line) => line !== ''),
  }));
}

function read<K extends SettingKey>(key: K, value: unknown): SettingValues[K] | undefined {
  const { schema }: { readonly schema: { safeParse(input: unknown): { data?: SettingValues[K] } } } =
    settingDefinitions[key];
  return schema.safeParse(value).data;
}
