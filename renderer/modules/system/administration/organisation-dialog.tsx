import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { agencyKinds } from '#shared/codes/procurement.ts';
import { type Organisation, organisationSchema } from '#shared/domain/admin/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { label, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CheckField, ChoiceField, TextField } from './fields.tsx';
import { regionOptions } from './region-options.ts';
import { useSave } from './use-save.ts';

const words = systemText.organisations;
const kinds = ['purchaser', 'agency', 'office', 'centre'] as const;

type Props = { readonly organisation: Organisation; readonly isNew: boolean; readonly onClose: () => void };

export function OrganisationDialog({ organisation, isNew, onClose }: Props) {
  const [draft, setDraft] = useState(organisation);
  const save = useSave('organisations.save');
  const set = (changed: Partial<Organisation>) => setDraft({ ...draft, ...changed });
  const text = (
    key: 'name' | 'uscc' | 'budgetUnitCode' | 'supervisingUnit' | 'address' | 'contact' | 'phone',
    required = false,
  ) => (
    <TextField
      id={`organisation-${key}`}
      label={label(`organisation.${key}`)}
      required={required}
      messages={save.messagesAt(`organisation.${key}`)}
      limit={limitOf(organisationSchema.shape[key])}
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
      onSave={() => void save.save({ organisation: draft }, onClose)}
    >
      {text('name', true)}
      <SimpleGrid cols={2} spacing="md" verticalSpacing="xs">
        <ChoiceField
          id="organisation-kind"
          label={label('organisation.kind')}
          required
          disabled={!isNew}
          messages={save.messagesAt('organisation.kind')}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: label(`organisations.kind.${value}`) }))}
          onChange={(kind) => set({ kind, agencyKind: kind === 'agency' ? 'SOCIAL_AGENCY' : null })}
        />
        {text('uscc', true)}
        <ChoiceField
          id="organisation-region"
          label={label('organisation.regionCode')}
          required
          messages={save.messagesAt('organisation.regionCode')}
          value={draft.regionCode}
          options={regionOptions([draft.regionCode])}
          onChange={(regionCode) => set({ regionCode })}
        />
        {draft.kind === 'agency' ? (
          <ChoiceField
            id="organisation-agency-kind"
            label={label('organisation.agencyKind')}
            required
            messages={save.messagesAt('organisation.agencyKind')}
            value={draft.agencyKind ?? ''}
            options={agencyKinds.entries.map(({ code, name }) => ({ value: String(code), label: name }))}
            onChange={(agencyKind) => set({ agencyKind })}
          />
        ) : null}
        {draft.kind === 'purchaser' ? text('budgetUnitCode') : null}
        {draft.kind === 'purchaser' ? text('supervisingUnit') : null}
        {text('contact')}
        {text('phone')}
      </SimpleGrid>
      {text('address')}
      <CheckField
        label={label('organisation.active')}
        value={draft.active}
        onChange={(active) => set({ active })}
      />
    </EditDialog>
  );
}
