// Chooses an organisation of the replica by name, code or initials; the local side searches.
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { codeName } from '#shared/codes/code-table.ts';
import { agencyKinds } from '#shared/codes/procurement.ts';
import { region } from '#shared/codes/regions.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { forms } from '#shared/text/index.ts';
import type { FieldControl } from './field.tsx';
import { Picker } from './picker.tsx';

type Props = {
  readonly control: FieldControl;
  readonly kind: Organisation['kind'] | null;
  readonly value: string | null;
  readonly onChange: (id: string | null, organisation: Organisation | null) => void;
  /** Only those that pass are offered. */
  readonly filter?: (organisation: Organisation) => boolean;
  readonly onBlur?: () => void;
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
};

export function OrganisationPicker({
  kind,
  value,
  onChange,
  filter = () => true,
  placeholder = forms.picker.organisation,
  ...rest
}: Props) {
  const [search, setSearch] = useState('');
  const found = useAsk('organisations.search', { kind, text: search, limit: 50 });
  const known = useOrganisation(value);
  const incomplete = useRebuild() !== null;
  const organisations = (found.data?.organisations ?? []).filter(
    (organisation) => organisation.active && filter(organisation),
  );
  const chosen = value === null ? null : { id: value, text: nameOf(known, value) };

  return (
    <Picker
      {...rest}
      chosen={chosen}
      incomplete={incomplete}
      note={organisations.length === 50 ? forms.picker.more(50) : undefined}
      onChange={(id) => onChange(id, organisations.find((organisation) => organisation.id === id) ?? null)}
      onSearch={setSearch}
      options={organisations.map((organisation) => ({
        id: organisation.id,
        name: organisation.name,
        detail: detailOf(organisation),
      }))}
      placeholder={placeholder}
      search={search}
    />
  );
}

/** The organisation of an id, undefined until it is known and for one that does not exist. */
export function useOrganisation(id: string | null): Organisation | undefined {
  const asked = useAsk('organisations.get', { id: id ?? '' }, { enabled: id !== null, keepPrevious: false });
  return id === null ? undefined : asked.data?.organisation;
}

function nameOf(organisation: Organisation | undefined, id: string): string {
  if (organisation === undefined) return id;
  return organisation.active ? organisation.name : `${organisation.name} · ${forms.picker.inactive}`;
}

function detailOf({ agencyKind, regionCode, uscc }: Organisation): string {
  const kind = agencyKind === null ? undefined : codeName(agencyKinds, agencyKind);
  return [kind, region(regionCode)?.name, uscc]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
