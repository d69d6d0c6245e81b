// 起草 while an earlier form of the same kind was left unsaved: go on with it, begin another, or throw it away.
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { ConfirmAction } from '#renderer/ui/confirm-action.tsx';
import { exactTime } from '#renderer/ui/time.ts';
import type { AnnouncementTypeCode } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages } from '#shared/text/index.ts';
import { draftKey } from './announcement-draft.ts';
import type { KeptForm } from './use-kept-drafts.ts';

const words = announcementPages.form.resume;

type Props = {
  readonly type: AnnouncementTypeCode;
  readonly kept: readonly KeptForm[];
  readonly onResume: (id: string) => void;
  readonly onBegin: () => void;
};

export function ResumeDrafts({ type, kept, onResume, onBegin }: Props) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<string | null>(null);
  const left = kept.filter(({ id }) => !gone.has(id));
  const discard = async (id: string) => {
    await ask('drafts.remove', { key: draftKey(id) });
    setAsking(null);
    setGone(new Set([...gone, id]));
    if (left.length === 1) onBegin();
  };
  return (
    <div style={{ maxWidth: '52rem', padding: '24px' }}>
      <Title order={1}>{words.title}</Title>
      <Text c="dimmed" mb="md">
        {words.hint}
      </Text>
      {left.map(({ id, savedAt }) => (
        <Paper key={id} mb="xs" p="md" withBorder>
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text fw={500}>{templateOf(type).name}</Text>
              <Text c="dimmed" size="xs">
                {words.savedAt(exactTime(savedAt))}
              </Text>
            </div>
            <Group gap="xs" wrap="nowrap">
              <Button color="red" onClick={() => setAsking(id)} variant="subtle">
                {words.discard}
              </Button>
              <Button onClick={() => onResume(id)}>{words.go}</Button>
            </Group>
          </Group>
        </Paper>
      ))}
      <Button mt="md" onClick={onBegin} variant="default">
        {words.fresh}
      </Button>
      <ConfirmAction
        action={words.discard}
        consequence={words.discardText}
        danger
        onClose={() => setAsking(null)}
        onConfirm={() => {
          if (asking !== null) void discard(asking);
        }}
        opened={asking !== null}
        title={words.discardTitle}
      />
    </div>
  );
}
