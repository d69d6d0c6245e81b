import { SimpleGrid } from '@mantine/core';
import { agencyKinds } from '#shared/codes/procurement.ts';
import { type Organisation, organisationSchema } from '#shared/domain/admin/model.ts';
import { label, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CheckField, ChoiceField, TextField } from './fields.tsx';
import { regionOptions } from './region-options.ts';
import { useKeptForm } from './use-kept-form.ts';

const words = systemText.organisations;
const kept = { command: 'organisations.save', member: 'organisation', schema: organisationSchema };
const kinds = ['purchaser', 'agency', 'office', 'centre'] as const;

type Props = { readonly organisation: Organisation; readonly isNew: boolean; readonly onClose: () => void };

export function OrganisationDialog({ organisation, isNew, onClose }: Props) {
  const { draft, set, filled, dialog } = useKeptForm(kept, organisation, onClose);
  return (
    <EditDialog title={isNew ? words.addTitle : words.editTitle} {...dialog}>
      <TextField {...filled('name')} required />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="xs">
        <ChoiceField
          {...filled('kind')}
          required
          disabled={!isNew}
          options={kinds.map((value) => ({ value, label: label(`organisations.kind.${value}`) }))}
          onChange={(kind) => set({ kind, agencyKind: kind === 'agency' ? 'SOCIAL_AGENCY' : null })}
        />
        <TextField {...filled('uscc')} required />
        <ChoiceField {...filled('regionCode')} required options={regionOptions([draft.regionCode])} />
        {draft.kind === 'agency' ? (
          <ChoiceField
            {...filled('agencyKind')}
            required
            value={draft.agencyKind ?? ''}
            options={agencyKinds.entries.map(({ code, name }) => ({ value: String(code), label: name }))}
          />
        ) : null}
        {draft.kind === 'purchaser' ? <TextField {...filled('budgetUnitCode')} /> : null}
        {draft.kind === 'purchaser' ? <TextField {...filled('supervisingUnit')} /> : null}
        <TextField {...filled('contact')} />
        <TextField {...filled('phone')} telephone />
      </SimpleGrid>
      <TextField {...filled('address')} />
      <CheckField {...filled('active')} />
    </EditDialog>
  );
}
