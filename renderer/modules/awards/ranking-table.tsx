// The ranking of the evaluation, read: who stands where, at which price, and who is determined.
import { Table } from '@mantine/core';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { Candidate } from '#shared/domain/awards/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardPages, forms, label as nameOf } from '#shared/text/index.ts';
import css from './ranking-table.module.css';

const { page: words } = awardPages;
const yuan = (fen: number | null) => (fen === null ? forms.none : formatYuan(fen));
const name = (field: keyof Candidate) => nameOf(`awards.content.candidates.${field}`);

type Props = {
  readonly label: string;
  readonly ranking: readonly Candidate[];
  /** The one who is determined, by name. */
  readonly winner: string;
};

export function RankingTable({ label, ranking, winner }: Props) {
  const reviewed = ranking.some(({ reviewPrice }) => reviewPrice !== null);
  const scored = ranking.some(({ score }) => score !== null);
  const isTied = (rank: number) => ranking.filter((each) => each.rank === rank).length > 1;
  return (
    <Table aria-label={label} className={css['table'] ?? ''} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={css['short'] ?? ''}>{name('rank')}</Table.Th>
          <Table.Th>{name('supplier')}</Table.Th>
          <Table.Th>{name('uscc')}</Table.Th>
          <Table.Th className={css['number'] ?? ''}>{name('price')}</Table.Th>
          {reviewed ? <Table.Th className={css['number'] ?? ''}>{name('reviewPrice')}</Table.Th> : null}
          {scored ? <Table.Th className={css['number'] ?? ''}>{name('score')}</Table.Th> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ranking.map(({ supplier, uscc, price, reviewPrice, score, rank }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there twice, and the list never changes in place
          <Table.Tr key={index}>
            <Table.Td className={css['short'] ?? ''}>
              {rank}
              {isTied(rank) ? <span className={css['second']}> {words.tied}</span> : null}
            </Table.Td>
            <Table.Td>
              <span className={css['supplier']}>
                {supplier === '' ? forms.none : supplier}
                {winner !== '' && supplier === winner ? (
                  <StatusBadge tone="done">{words.winner}</StatusBadge>
                ) : null}
              </span>
            </Table.Td>
            <Table.Td className={css['short'] ?? ''}>{uscc === '' ? forms.none : uscc}</Table.Td>
            <Table.Td className={css['number'] ?? ''}>{yuan(price)}</Table.Td>
            {reviewed ? <Table.Td className={css['number'] ?? ''}>{yuan(reviewPrice)}</Table.Td> : null}
            {scored ? <Table.Td className={css['number'] ?? ''}>{score ?? forms.none}</Table.Td> : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
