// What happened in the course of earlier notices of the section: kept to be read, and without effect on the present one.
import { Table } from '@mantine/core';
import { formatInstant, label, coursePages as words } from '#shared/text/index.ts';
import css from './course.module.css';
import type { ShownEvent } from './course-lines.ts';

export function EarlierEvents({ events }: { readonly events: readonly ShownEvent[] }) {
  return (
    <div className={css['part']}>
      <h4 className={css['partTitle']}>{words.earlier}</h4>
      <Table aria-label={words.earlier} className={css['table'] ?? ''} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={css['short'] ?? ''}>{words.columns.round}</Table.Th>
            <Table.Th>{words.columns.kind}</Table.Th>
            <Table.Th>{words.columns.at}</Table.Th>
            <Table.Th>{words.columns.source}</Table.Th>
            <Table.Th>{words.columns.note}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map(({ event: { id, round, kind, at, source, note, withdrawal } }) => (
            <Table.Tr key={id}>
              <Table.Td className={css['short'] ?? ''}>
                {round === 0 ? words.noRound : words.round(round)}
              </Table.Td>
              <Table.Td>{label(`sectionEvents.kind.${kind}`)}</Table.Td>
              <Table.Td className={css['time'] ?? ''}>
                {withdrawal === null ? formatInstant(at) : <del>{formatInstant(at)}</del>}
              </Table.Td>
              <Table.Td>{label(`sectionEvents.source.${source}`)}</Table.Td>
              <Table.Td className={css['note'] ?? ''}>
                {withdrawal === null
                  ? note
                  : words.withdrawn(withdrawal.name, withdrawal.at, withdrawal.reason)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
