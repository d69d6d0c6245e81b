import { MultiSelect, SimpleGrid, Text } from '@mantine/core';
import { Field } from '#renderer/ui/fields/field.tsx';
import { OrganisationPicker } from '#renderer/ui/fields/organisation-picker.tsx';
import { humanRoles } from '#shared/domain/actor.ts';
import { type Account, accountSchema, type Organisation } from '#shared/domain/admin/model.ts';
import { label, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CheckField, ChoiceField, plainControl, TextField } from './fields.tsx';
import { regionOptions } from './region-options.ts';
import { useKeptForm } from './use-kept-form.ts';

const words = systemText.accounts;
const kept = { command: 'accounts.save', member: 'account', schema: accountSchema };
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
  const { draft, set, field, filled, dialog } = useKeptForm(kept, account, onClose);
  const changeRole = (role: Account['role']) => {
    // A unit of another kind would only be refused.
    const keepsUnit = kindOf[role] === kindOf[draft.role];
    set({
      role,
      organisationId: keepsUnit ? draft.organisationId : null,
      regionCodes: withRegions.includes(role) ? draft.regionCodes : [],
    });
  };
  return (
    <EditDialog title={isNew ? words.addTitle : words.editTitle} {...dialog}>
      <SimpleGrid cols={2} spacing="md" verticalSpacing="xs">
        <TextField {...filled('username')} help={words.usernameHelp} required />
        <TextField {...filled('name')} required />
        <ChoiceField
          {...filled('role')}
          required
          options={humanRoles.map((value) => ({ value, label: label(`roles.${value}`) }))}
          onChange={changeRole}
        />
        <TextField {...filled('phone')} telephone />
      </SimpleGrid>
      <Field {...field('organisationId')} required={withUnit.includes(draft.role)}>
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
        <Field {...field('regionCodes')} required help={words.regionsHelp}>
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
      <CheckField {...filled('active')} />
      {isNew ? (
        <Text size="xs" c="dimmed">
          {words.passwordFirst}
        </Text>
      ) : null}
    </EditDialog>
  );
}
