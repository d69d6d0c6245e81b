// 增加 while an earlier form was left unsaved: go on with it, begin another, or throw it away.
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { ConfirmAction } from '#renderer/ui/confirm-action.tsx';
import { exactTime } from '#renderer/ui/time.ts';
import { planForm, plansPages } from '#shared/text/index.ts';
import { draftKey, readDraft } from './plan-draft.ts';

type Props = {
  readonly ids: readonly string[];
  readonly onResume: (planId: string) => void;
  readonly onBegin: () => void;
};

export function ResumeDrafts({ ids, onResume, onBegin }: Props) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const left = ids.filter((id) => !gone.has(id));
  return (
    <div style={{ maxWidth: '52rem', padding: '24px' }}>
      <Title order={1}>{planForm.resume.title}</Title>
      <Text c="dimmed" mb="md">
        {planForm.resume.hint}
      </Text>
      {left.map((id) => (
        <DraftCard
          id={id}
          key={id}
          onGone={() => {
            setGone(new Set([...gone, id]));
            if (left.length === 1) onBegin();
          }}
          onResume={() => onResume(id)}
        />
      ))}
      <Button mt="md" onClick={onBegin} variant="default">
        {planForm.resume.fresh}
      </Button>
    </div>
  );
}

type CardProps = { readonly id: string; readonly onResume: () => void; readonly onGone: () => void };

function DraftCard({ id, onResume, onGone }: CardProps) {
  const { data } = useAsk('drafts.get', { key: draftKey(id) }, { keepPrevious: false });
  const [asking, setAsking] = useState(false);
  const draft = data?.draft;
  if (draft === null || draft === undefined) return null;
  const typed = readDraft(draft.body)?.content.projectName ?? '';
  const name = typed === '' ? plansPages.unnamed : typed;
  return (
    <Paper mb="xs" p="md" withBorder>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500}>{name}</Text>
          <Text c="dimmed" size="xs">
            {planForm.resume.savedAt(exactTime(draft.savedAt))}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button color="red" onClick={() => setAsking(true)} variant="subtle">
            {planForm.resume.discard}
          </Button>
          <Button onClick={onResume}>{planForm.resume.go}</Button>
        </Group>
      </Group>
      <ConfirmAction
        action={planForm.resume.discard}
        consequence={planForm.resume.discardText}
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => void ask('drafts.remove', { key: draftKey(id) }).then(onGone)}
        opened={asking}
        title={planForm.resume.discardTitle(name)}
      />
    </Paper>
  );
}
