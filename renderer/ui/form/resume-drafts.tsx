// A new form while earlier ones were left unsaved: go on with one, begin another, or throw it away. Where nothing is left, another is begun at once.
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { exactTime, forms } from '#shared/text/index.ts';
import { ConfirmAction } from '../dialogs/confirm-action.tsx';
import { LoadingState } from '../states/states.tsx';
import css from './resume-drafts.module.css';
import type { KeptForm } from './use-kept-forms.ts';

export type ResumeWords = {
  readonly title: string;
  readonly hint: string;
  readonly go: string;
  readonly fresh: string;
  readonly discardTitle: (name: string) => string;
};

type Props = {
  /** By `useKeptForms`; undefined while they are read. */
  readonly kept: readonly KeptForm[] | undefined;
  readonly words: ResumeWords;
  readonly onResume: (id: string) => void;
  readonly onBegin: () => void;
};

export function ResumeDrafts({ kept, words, onResume, onBegin }: Props) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const left = kept?.filter(({ key }) => !gone.has(key));
  const nothing = left?.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known that nothing is left
  useEffect(() => {
    if (nothing) onBegin();
  }, [nothing]);
  if (left === undefined || nothing) return <LoadingState />;
  return (
    <div className={css['page']}>
      <Title order={1}>{words.title}</Title>
      <Text c="dimmed" mb="md">
        {words.hint}
      </Text>
      {left.map((form) => (
        <KeptCard
          form={form}
          key={form.key}
          onGone={() => setGone((before) => new Set([...before, form.key]))}
          onResume={() => onResume(form.id)}
          words={words}
        />
      ))}
      <Button mt="md" onClick={onBegin} variant="default">
        {words.fresh}
      </Button>
    </div>
  );
}

type CardProps = {
  readonly form: KeptForm;
  readonly words: ResumeWords;
  readonly onResume: () => void;
  readonly onGone: () => void;
};

function KeptCard({ form, words, onResume, onGone }: CardProps) {
  const { key, name, savedAt } = form;
  const [asking, setAsking] = useState(false);
  return (
    <Paper mb="xs" p="md" withBorder>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500}>{name}</Text>
          <Text c="dimmed" size="xs">
            {forms.resume.savedAt(exactTime(savedAt))}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button color="red" onClick={() => setAsking(true)} variant="subtle">
            {forms.resume.discard}
          </Button>
          <Button onClick={onResume}>{words.go}</Button>
        </Group>
      </Group>
      <ConfirmAction
        action={forms.resume.discard}
        consequence={forms.resume.discardText}
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => void ask('drafts.remove', { key }).then(onGone)}
        opened={asking}
        title={words.discardTitle(name)}
      />
    </Paper>
  );
}
