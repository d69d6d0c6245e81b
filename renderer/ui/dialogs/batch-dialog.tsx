// One step for several records: what would happen to each is said before it does, and what has happened afterwards.
import { Anchor, Button, Group, Modal, ScrollArea, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { tellDone, tellFailure } from '#renderer/ui/states/tell.ts';
import { forms } from '#shared/text/index.ts';
import { type BatchKind, type BatchState, useBatch } from './use-batch.ts';

const { batch: words } = forms;
const tones: Readonly<Record<BatchState, StatusTone>> = {
  ready: 'done',
  warnings: 'warning',
  errors: 'danger',
  not_allowed: 'neutral',
  gone: 'neutral',
  done: 'done',
  failed: 'danger',
};

export type BatchWords = {
  readonly title: (count: number) => string;
  readonly body: string;
  /** What stands above the names. */
  readonly name: string;
  /** May go: 可以提交. */
  readonly ready: string;
  readonly confirm: (count: number) => string;
  readonly done: (count: number) => string;
};

type Props = {
  readonly kind: BatchKind;
  readonly ids: readonly string[];
  readonly words: BatchWords;
  readonly pageOf: (id: string) => string;
  /** What is done with cannot be opened any more. */
  readonly removes?: boolean;
  /** `done`: something was carried out. */
  readonly onClose: (done: boolean) => void;
};

export function BatchDialog({ kind, ids, words: said, pageOf, removes = false, onClose }: Props) {
  const { lines, reading, running, finished, run } = useBatch(kind, ids);
  const going = lines.filter(({ state }) => state === 'ready').length;
  const close = () => {
    if (!running) onClose(finished);
  };
  const confirm = async () => {
    const done = await run();
    if (done > 0) tellDone(said.done(done));
    if (done === ids.length) onClose(true);
    else if (done < going) tellFailure(words.failed(going - done));
  };

  return (
    <Modal
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={close}
      opened
      size="xl"
      title={<Text fw={600}>{said.title(ids.length)}</Text>}
    >
      <Text mb="sm" size="sm">
        {said.body}
      </Text>
      <ScrollArea.Autosize mah={360}>
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{said.name}</Table.Th>
              <Table.Th w="16em">{words.result}</Table.Th>
              <Table.Th w="4em" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ id, name, state, why }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {name}
                  {why === '' ? null : (
                    <Text c="dimmed" size="xs">
                      {why}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <StatusBadge tone={tones[state]}>
                    {state === 'ready' ? said.ready : words.state[state]}
                  </StatusBadge>
                </Table.Td>
                <Table.Td>
                  {state === 'gone' || (removes && state === 'done') ? null : (
                    <Anchor aria-label={forms.of(name, words.open)} component={Link} to={pageOf(id)}>
                      {words.open}
                    </Anchor>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Group gap="xs" justify="flex-end" mt="lg">
        <Text c="dimmed" mr="auto" role="status" size="sm">
          {reading ? words.reading(lines.length, ids.length) : going === 0 && !finished ? words.nothing : ''}
        </Text>
        <Button disabled={running} onClick={close} variant="default">
          {finished ? forms.close : forms.cancel}
        </Button>
        {finished || (going === 0 && !reading) ? null : (
          <Button
            disabled={reading}
            loading={running}
            onClick={() => void confirm()}
            {...(removes ? { color: 'red' } : {})}
          >
            {said.confirm(going)}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
