import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { MarkBadge, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { label, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import classes from '../system.module.css';
import { Listing } from './listing.tsx';
import { KeyDialog, PlatformDialog } from './platform-dialogs.tsx';
import { regionName } from './region-options.ts';
import { ActiveBadge, RowButton } from './row-parts.tsx';
import { useSave } from './use-save.ts';

const words = systemText.platforms;
const { keep } = systemText;
export type PlatformRow = AskOutput<'platforms.list'>['platforms'][number];
type Retiring = { readonly platformId: string; readonly keyId: string };

export function PlatformsPage() {
  const editor = mayKeep(useActor().role);
  const { data, error, refetch } = useAsk('platforms.list', {});
  const [editing, setEditing] = useState<PlatformRow | 'new' | null>(null);
  const [adding, setAdding] = useState<PlatformRow | null>(null);
  const [retiring, setRetiring] = useState<Retiring | null>(null);
  return (
    <Page
      wide
      title={systemText.pages.platforms}
      help={editor ? words.help : systemText.readOnly}
      action={editor ? <Button onClick={() => setEditing('new')}>{keep.add}</Button> : undefined}
    >
      <Listing
        label={systemText.pages.platforms}
        rows={data?.platforms}
        error={error}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        heads={[
          label('platform.name'),
          label('platform.regionCode'),
          label('platform.inboxUrl'),
          words.keys,
          keep.mark,
          ...(editor ? [keep.actions] : []),
        ]}
        cells={(row) => [
          <div key="name">
            {row.name}
            <Text size="xs" c="dimmed">
              {row.id}
            </Text>
          </div>,
          regionName(row.regionCode),
          <span key="url" className={classes['mono']}>
            {row.inboxUrl}
          </span>,
          <Keys key="keys" platform={row} onRetire={editor ? setRetiring : undefined} />,
          <Group key="state" gap={6} wrap="nowrap">
            <ActiveBadge active={row.active} />
            <MarkBadge mark={row.mark} />
          </Group>,
          ...(editor
            ? [
                <Group key="actions" gap={4} wrap="nowrap">
                  <RowButton name={row.name} action={keep.edit} onClick={() => setEditing(row)} />
                  <RowButton name={row.name} action={words.addKey} onClick={() => setAdding(row)} />
                </Group>,
              ]
            : []),
        ]}
      />
      {editing === null ? null : (
        <PlatformDialog platform={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {adding === null ? null : <KeyDialog platform={adding} onClose={() => setAdding(null)} />}
      {retiring === null ? null : <Retire retiring={retiring} onClose={() => setRetiring(null)} />}
    </Page>
  );
}

type KeysProps = {
  readonly platform: PlatformRow;
  readonly onRetire: ((retiring: Retiring) => void) | undefined;
};

function Keys({ platform, onRetire }: KeysProps) {
  if (platform.publicKeys.length === 0) return <Text c="dimmed">{words.noKeys}</Text>;
  return (
    <Stack gap={4}>
      {platform.publicKeys.map(({ keyId, retired }) => (
        <Group key={keyId} gap={6} wrap="nowrap">
          <span className={classes['number']}>{keyId}</span>
          <StatusBadge tone={retired ? 'neutral' : 'done'}>
            {retired ? words.retired : words.inUse}
          </StatusBadge>
          {retired || onRetire === undefined ? null : (
            <RowButton
              name={keyId}
              action={words.retireShort}
              onClick={() => onRetire({ platformId: platform.id, keyId })}
            />
          )}
        </Group>
      ))}
    </Stack>
  );
}

function Retire({ retiring, onClose }: { readonly retiring: Retiring; readonly onClose: () => void }) {
  const save = useSave('platforms.retireKey');
  return (
    <ConfirmAction
      opened
      danger
      onClose={onClose}
      title={words.retireTitle(retiring.keyId)}
      consequence={save.problem ?? words.retireBody}
      action={words.retire}
      running={save.running}
      onConfirm={() => void save.save(retiring, onClose)}
    />
  );
}
