import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { MarkBadge, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { formatInstant, label, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import { Listing } from './listing.tsx';
import { RowButton } from './row-parts.tsx';
import { SettingDialog, type SettingRow } from './setting-dialog.tsx';
import { settingWords } from './setting-words.ts';

const words = systemText.settings;
const { keep } = systemText;

export function SettingsPage() {
  const editor = mayKeep(useActor().role);
  const { data, error, refetch } = useAsk('settings.list', {});
  const [editing, setEditing] = useState<SettingRow | null>(null);
  return (
    <Page wide title={systemText.pages.settings} help={editor ? words.help : systemText.readOnly}>
      <Listing
        label={systemText.pages.settings}
        rows={data?.settings}
        error={error}
        onRetry={() => void refetch()}
        rowId={({ key }) => key}
        heads={[systemText.pages.settings, words.value, keep.mark, ...(editor ? [keep.actions] : [])]}
        cells={(row) => [
          <div key="name">
            {label(`settings.${row.key}`)}
            <Text size="xs" c="dimmed" maw={520}>
              {words.meaning[row.key] ?? ''}
            </Text>
          </div>,
          settingWords(row.key, row.value),
          <Group key="state" gap={6} wrap="nowrap">
            {row.isDefault ? (
              <StatusBadge tone="neutral">{words.isDefault}</StatusBadge>
            ) : (
              <Text size="xs" c="dimmed">
                {row.updatedAt === null ? '' : words.changedAt(formatInstant(row.updatedAt))}
              </Text>
            )}
            <MarkBadge mark={row.mark} />
          </Group>,
          ...(editor
            ? [
                <RowButton
                  key="edit"
                  name={label(`settings.${row.key}`)}
                  action={keep.edit}
                  onClick={() => setEditing(row)}
                />,
              ]
            : []),
        ]}
      />
      {editing === null ? null : (
        <SettingDialog key={editing.key} setting={editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}
