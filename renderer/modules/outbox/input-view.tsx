import { Table, Text, Title } from '@mantine/core';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { outboxText } from '#shared/text/index.ts';
import type { InputLine } from './input-words.ts';
import classes from './outbox.module.css';
import { useInputWords } from './use-input-words.ts';

type Props = { readonly command: string; readonly input: unknown };

/** Everything that was sent, readable. */
export function InputView({ command, input }: Props) {
  const lines = useInputWords(command, input).lines();
  return (
    <section>
      <Title order={2} mb={4}>
        {outboxText.inputTitle}
      </Title>
      {lines.length === 0 ? (
        <Text c="dimmed">{outboxText.inputEmpty}</Text>
      ) : (
        <Table variant="vertical" withTableBorder aria-label={outboxText.inputTitle}>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.path}>
                <Table.Th w={220} scope="row">
                  {line.label}
                </Table.Th>
                <Table.Td className={classes['lines'] ?? ''}>
                  {line.before === undefined ? null : (
                    <div className={classes['before'] ?? ''}>{line.before}</div>
                  )}
                  <Words line={line} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function Words({ line }: { readonly line: InputLine }) {
  const organisation = useOrganisation(line.organisation ?? null);
  return <>{organisation?.name ?? line.words}</>;
}
