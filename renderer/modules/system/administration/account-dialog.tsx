import { MultiSelect, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { Field } from '#renderer/ui/fields/field.tsx';
import { OrganisationPicker } from '#renderer/ui/fields/organisation-picker.tsx';
import { humanRoles } from '#shared/domain/actor.ts';
import { type Account, accountSchema, type Organisation } from '#shared/domain/admin/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { label, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CheckField, ChoiceField, plainControl, TextField } from './fields.tsx';
import { regionOptions } from './region-options.ts';
import { useSave } from './use-save.ts';

const words = systemText.accounts;
type Props = { readonly account: Account; readonly isNew: boolean; readonly onClose: () => void };

/** Among which organisations the unit of a role is looked for; null: of any kind. */
const kindOf: Readonly<Record<Account['role'], Organisation['kind'] | null>> = {
  purchaser_clerk: 'purchaser',
  purchaser_reviewer: 'purchaser',
  agency: 'agency',
  procurement_office: 'office',
  supervisor: 'office',
  administrator: null,
  auditor: null,
};
const withRegions: readonly Account['role'][] = ['procurement_office', 'supervisor'];
const withUnit: readonly Account['role'][] = ['purchaser_clerk', 'purchaser_reviewer', 'agency'];

export function AccountDialog({ account, isNew, onClose }: Props) {
  const [draft, setDraft] = useState(account);
  const save = useSave('accounts.save');
  const set = (changed: Partial<Account>) => setDraft({ ...draft, ...changed });
  const changeRole = (role: Account['role']) => {
    // A unit of another kind would only be refused.
    const keepsUnit = kindOf[role] === kindOf[draft.role];
    set({
      role,
      organisationId: keepsUnit ? draft.organisationId : null,
      regionCodes: withRegions.includes(role) ? draft.regionCodes : [],
    });
  };
  const text = (key: 'username' | 'name' | 'phone', required: boolean, help?: string) => (
    <TextField
      id={`account-${key}`}
      label={label(`account.${key}`)}
      required={required}
      {...(help === undefined ? {} : { help })}
      messages={save.messagesAt(`account.${key}`)}
      limit={limitOf(accountSchema.shape[key])}
      telephone={key === 'phone'}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <EditDialog
      title={isNew ? words.addTitle : words.editTitle}
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      onSave={() => void save.save({ account: draft }, onClose)}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="xs">
        {text('username', true, words.usernameHelp)}
        {text('name', true)}
        <ChoiceField
          id="account-role"
          label={label('account.role')}
          required
          messages={save.messagesAt('account.role')}
          value={draft.role}
          options={humanRoles.map((value) => ({ value, label: label(`roles.${value}`) }))}
          onChange={changeRole}
        />
        {text('phone', false)}
      </SimpleGrid>
      <Field
        id="account-organisation"
        label={label('account.organisationId')}
        required={withUnit.includes(draft.role)}
        messages={save.messagesAt('account.organisationId')}
      >
        {(control) => (
          <OrganisationPicker
            control={control}
            kind={kindOf[draft.role]}
            value={draft.organisationId}
            onChange={(organisationId) => set({ organisationId })}
          />
        )}
      </Field>
      {withRegions.includes(draft.role) ? (
        <Field
          id="account-regions"
          label={label('account.regionCodes')}
          required
          help={words.regionsHelp}
          messages={save.messagesAt('account.regionCodes')}
        >
          {(control) => (
            <MultiSelect
              {...plainControl(control)}
              data={regionOptions(draft.regionCodes)}
              value={[...draft.regionCodes]}
              onChange={(regionCodes) => set({ regionCodes })}
              searchable
            />
          )}
        </Field>
      ) : null}
      <CheckField
        label={label('account.active')}
        value={draft.active}
        onChange={(active) => set({ active })}
      />
      {isNew ? (
        <Text size="xs" c="dimmed">
          {words.passwordFirst}
        </Text>
      ) : null}
    </EditDialog>
  );
}
