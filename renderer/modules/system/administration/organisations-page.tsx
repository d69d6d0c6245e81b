import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { newId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { MarkBadge, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { tellFailure } from '#renderer/ui/states/tell.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { describeError, label, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import classes from '../system.module.css';
import { Listing } from './listing.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { regionName } from './region-options.ts';

const words = systemText.organisations;
const { keep } = systemText;
const organisationKinds = ['purchaser', 'agency', 'office', 'centre'] as const;
const most = 200;

export function OrganisationsPage() {
  const editor = mayKeep(useActor().role);
  const [kind, setKind] = useState<Organisation['kind'] | 'all'>('all');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 120);
  const [editing, setEditing] = useState<Organisation | null>(null);
  const incomplete = useRebuild() !== null;
  const { data, error, refetch } = useAsk('organisations.list', {
    filters: kind === 'all' ? [] : [{ by: 'kind', value: kind }],
    search,
    limit: most,
  });
  const edit = async (id: string) => {
    const answer = await ask('organisations.get', { id });
    if (answer.ok) setEditing(answer.value.organisation);
    else tellFailure(describeError(answer.error));
  };
  return (
    <Page
      wide
      title={systemText.pages.organisations}
      help={editor ? words.help : systemText.readOnly}
      action={
        editor ? <Button onClick={() => setEditing(emptyOrganisation())}>{keep.add}</Button> : undefined
      }
    >
      <Group gap="sm">
        <SegmentedControl
          aria-label={keep.kind}
          value={kind}
          onChange={setKind}
          data={[
            { value: 'all', label: keep.all },
            ...organisationKinds.map((value) => ({ value, label: label(`organisations.kind.${value}`) })),
          ]}
        />
        <TextInput
          w={280}
          aria-label={keep.search}
          placeholder={keep.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Group>
      <Listing
        label={systemText.pages.organisations}
        rows={data?.items}
        total={data?.total ?? null}
        error={error}
        onRetry={() => void refetch()}
        incomplete={incomplete}
        searched={search !== '' || kind !== 'all'}
        rowId={({ id }) => id}
        heads={[
          label('organisation.name'),
          label('organisation.kind'),
          label('organisation.uscc'),
          label('organisation.regionCode'),
          label('organisation.contact'),
          keep.mark,
          ...(editor ? [keep.actions] : []),
        ]}
        cells={(row) => [
          row.name,
          <span key="kind" className={classes['number']}>
            {label(`organisations.kind.${row.kind}`)}
          </span>,
          row.uscc,
          regionName(row.regionCode),
          <span key="contact" className={classes['number']}>
            {[row.contact, row.phone].filter((part) => part !== '').join(' ')}
          </span>,
          <Group key="state" gap={6} wrap="nowrap">
            <ActiveBadge active={row.active === 1} />
            <MarkBadge mark={row.mark} />
          </Group>,
          ...(editor
            ? [
                <Button
                  key="edit"
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`${keep.edit}：${row.name}`}
                  onClick={() => void edit(row.id)}
                >
                  {keep.edit}
                </Button>,
              ]
            : []),
        ]}
      />
      {editing === null ? null : (
        <OrganisationDialog
          key={editing.id}
          organisation={editing}
          isNew={data?.items.every(({ id }) => id !== editing.id) ?? true}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

export function ActiveBadge({ active }: { readonly active: boolean }) {
  return <StatusBadge tone={active ? 'done' : 'neutral'}>{active ? keep.active : keep.inactive}</StatusBadge>;
}

function emptyOrganisation(): Organisation {
  return {
    id: newId(),
    kind: 'purchaser',
    name: '',
    uscc: '',
    regionCode: '411000',
    budgetUnitCode: '',
    supervisingUnit: '',
    agencyKind: null,
    address: '',
    contact: '',
    phone: '',
    active: true,
  };
}
