// Both values beside each other, whose and when; the user takes one of each. Nothing is chosen beforehand.
import { Alert, Button, Group, Radio, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatInstant, outboxText } from '#shared/text/index.ts';
import { type Choice, type Choices, type Conflict, othersIn, resolve } from './conflict.ts';
import type { InputWords } from './input-words.ts';
import classes from './outbox.module.css';
import { useInputWords } from './use-input-words.ts';

const words = outboxText.conflict;

type Props = {
  readonly command: string;
  readonly input: unknown;
  readonly conflicts: readonly Conflict[];
  readonly running: boolean;
  readonly onResubmit: (input: unknown) => void;
  readonly onDiscard: () => void;
  /** Stands beside the primary button. */
  readonly secondary: ReactNode;
};

export function ConflictView(props: Props) {
  const { command, input, conflicts, running, onResubmit, onDiscard, secondary } = props;
  const inputWords = useInputWords(command, input);
  const [choices, setChoices] = useState<Choices>(new Map());
  const choose = (path: string, choice: Choice) => setChoices(new Map([...choices, [path, choice]]));
  const resolution = resolve(input, conflicts, choices);
  const others = othersIn(input, conflicts);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text c="dimmed" mb="xs">
        {words.help}
      </Text>
      <div className={classes['conflicts']}>
        <div className={classes['heads']} aria-hidden>
          <div>{words.field}</div>
          <div>{words.mine}</div>
          <div>{words.theirs}</div>
        </div>
        {conflicts.map((conflict) => (
          <Field
            key={conflict.path}
            inputWords={inputWords}
            conflict={conflict}
            choice={choices.get(conflict.path) ?? null}
            onChoose={(choice) => choose(conflict.path, choice)}
          />
        ))}
      </div>
      {others === 0 ? null : (
        <Text c="dimmed" mt="xs">
          {words.others(others)}
        </Text>
      )}
      <div aria-live="polite">
        {resolution?.kind === 'theirs' ? (
          <Alert color="blue" mt="sm">
            {words.allTheirs}
          </Alert>
        ) : null}
      </div>
      <Group mt="md" gap="xs">
        {resolution?.kind === 'theirs' ? (
          <Button loading={running} onClick={onDiscard}>
            {words.submitTheirs}
          </Button>
        ) : (
          <Button
            loading={running}
            disabled={resolution?.kind !== 'resubmit'}
            onClick={() => {
              if (resolution?.kind === 'resubmit') onResubmit(resolution.input);
            }}
          >
            {words.submit}
          </Button>
        )}
        {secondary}
        {resolution?.kind === 'unfinished' ? <Text c="dimmed">{words.left(resolution.left)}</Text> : null}
      </Group>
    </section>
  );
}

type FieldProps = {
  readonly inputWords: InputWords;
  readonly conflict: Conflict;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
};

function Field({ inputWords, conflict, choice, onChoose }: FieldProps) {
  const { path, base, mine, mineAt, theirs, theirAuthor, theirAt } = conflict;
  const name = inputWords.labelOf(path);
  const shown = (value: unknown) => inputWords.wordsOf(path, value) || outboxText.blank;
  return (
    <Radio.Group
      label={name}
      labelProps={{ className: classes['groupName'] ?? '' }}
      value={choice}
      onChange={(next) => onChoose(next === 'mine' ? 'mine' : 'theirs')}
    >
      <div className={classes['conflict']}>
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="dimmed" className={classes['lines'] ?? ''}>
            {words.base(shown(base))}
          </Text>
        </div>
        <Value
          side="mine"
          action={words.keepMine}
          from={words.by(words.me, formatInstant(mineAt))}
          value={shown(mine)}
        />
        <Value
          side="theirs"
          action={words.keepTheirs}
          from={words.by(theirAuthor, formatInstant(theirAt))}
          value={shown(theirs)}
        />
      </div>
    </Radio.Group>
  );
}

type ValueProps = {
  readonly side: Choice;
  readonly action: string;
  readonly from: string;
  readonly value: string;
};

function Value({ side, action, from, value }: ValueProps) {
  return (
    <Radio.Card value={side} className={classes['value'] ?? ''} aria-label={`${action}：${value}，${from}`}>
      <div className={classes['lines']}>{value}</div>
      <Group gap={6} mt={4} justify="space-between">
        <Text size="xs" c="dimmed">
          {from}
        </Text>
        <Group gap={6}>
          <Radio.Indicator size="xs" />
          <Text size="xs" fw={600}>
            {action}
          </Text>
        </Group>
      </Group>
    </Radio.Card>
  );
}
