// Both values beside each other, whose and when; the user takes one of each. Nothing is chosen beforehand.
import { Alert, Button, Group, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formatInstant, outboxText } from '#shared/text/index.ts';
import { type Choice, type Choices, type Conflict, othersIn, resolve } from './conflict.ts';
import { labelOf, valueWords } from './input-words.ts';
import classes from './outbox.module.css';

const words = outboxText.conflict;

type Props = {
  readonly command: string;
  readonly input: unknown;
  readonly conflicts: readonly Conflict[];
  readonly running: boolean;
  readonly onResubmit: (input: unknown) => void;
  readonly onDiscard: () => void;
};

export function ConflictView({ command, input, conflicts, running, onResubmit, onDiscard }: Props) {
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
      <Table withTableBorder aria-label={words.title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={200}>{words.field}</Table.Th>
            <Table.Th>{words.mine}</Table.Th>
            <Table.Th>{words.theirs}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflicts.map(({ path, base, mine, mineAt, theirs, theirAuthor, theirAt }) => {
            const name = labelOf(command, path);
            return (
              <Table.Tr key={path} role="radiogroup" aria-label={name}>
                <Table.Th scope="row">
                  {name}
                  <Text size="xs" c="dimmed" className={classes['lines'] ?? ''}>
                    {words.base(valueWords(path, base) || outboxText.inputEmpty)}
                  </Text>
                </Table.Th>
                <Value
                  chosen={choices.get(path) === 'mine'}
                  action={words.keepMine}
                  from={words.by(words.me, formatInstant(mineAt))}
                  onChoose={() => choose(path, 'mine')}
                >
                  {valueWords(path, mine) || outboxText.inputEmpty}
                </Value>
                <Value
                  chosen={choices.get(path) === 'theirs'}
                  action={words.keepTheirs}
                  from={words.by(theirAuthor, formatInstant(theirAt))}
                  onChoose={() => choose(path, 'theirs')}
                >
                  {valueWords(path, theirs) || outboxText.inputEmpty}
                </Value>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {others === 0 ? null : (
        <Text c="dimmed" mt="xs">
          {words.others(others)}
        </Text>
      )}
      <Stack gap="xs" mt="md" aria-live="polite">
        {resolution?.kind === 'theirs' ? <Alert color="blue">{words.allTheirs}</Alert> : null}
        <Group>
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
          {resolution?.kind === 'unfinished' ? <Text c="dimmed">{words.left(resolution.left)}</Text> : null}
        </Group>
      </Stack>
    </section>
  );
}

type ValueProps = {
  readonly chosen: boolean;
  readonly action: string;
  readonly from: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

function Value({ chosen, action, from, onChoose, children }: ValueProps) {
  const Icon = chosen ? IconCircleCheckFilled : IconCircle;
  return (
    <Table.Td>
      <UnstyledButton className={classes['value']} role="radio" aria-checked={chosen} onClick={onChoose}>
        <div className={classes['lines']}>{children}</div>
        <Group gap={6} mt={4} justify="space-between">
          <Text size="xs" c="dimmed">
            {from}
          </Text>
          <Group gap={4}>
            <Icon size={16} aria-hidden />
            <Text size="xs" fw={600}>
              {action}
            </Text>
          </Group>
        </Group>
      </UnstyledButton>
    </Table.Td>
  );
}
