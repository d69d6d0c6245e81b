// Who bid, how they were ranked, and who was rejected. Not public before the result is published.
import { Table } from '@mantine/core';
import { Facts } from '#renderer/ui/record/facts.tsx';
import type { Bidder, Evaluation } from '#shared/domain/projects/events/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { coursePages, forms } from '#shared/text/index.ts';
import css from './course.module.css';

const { bidders: bidderWords, ranking: rankWords, rejected: rejectedWords, report, secret } = coursePages;
const yuan = (fen: number | null) => (fen === null ? forms.none : formatYuan(fen).slice(1));

export function Bidders({ bidders }: { readonly bidders: readonly Bidder[] }) {
  const title = bidderWords.title(bidders.length);
  return (
    <div className={css['part']}>
      <h4 className={css['partTitle']}>
        {title}
        <span className={css['second']}>{secret}</span>
      </h4>
      {bidders.length === 0 ? (
        <p className={css['none']}>{bidderWords.none}</p>
      ) : (
        <Table aria-label={title} className={css['table'] ?? ''} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{bidderWords.name}</Table.Th>
              <Table.Th>{bidderWords.uscc}</Table.Th>
              <Table.Th className={css['number'] ?? ''}>{bidderWords.price}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bidders.map(({ name, uscc, price }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there twice, and the list never changes in place
              <Table.Tr key={index}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{uscc ?? forms.none}</Table.Td>
                <Table.Td className={css['number'] ?? ''}>{yuan(price)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}

export function EvaluationResult({ evaluation }: { readonly evaluation: Evaluation }) {
  const { ranking, rejected, reportSha256 } = evaluation;
  const sorted = ranking.toSorted((a, b) => a.rank - b.rank);
  const reviewed = ranking.some(({ reviewPrice }) => reviewPrice !== null);
  const tied = (rank: number) => ranking.filter((each) => each.rank === rank).length > 1;
  return (
    <>
      {sorted.length === 0 ? null : (
        <div className={css['part']}>
          <h4 className={css['partTitle']}>
            {rankWords.title}
            <span className={css['second']}>{secret}</span>
          </h4>
          <Table aria-label={rankWords.title} className={css['table'] ?? ''} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th className={css['short'] ?? ''}>{rankWords.rank}</Table.Th>
                <Table.Th>{rankWords.supplier}</Table.Th>
                <Table.Th className={css['number'] ?? ''}>{rankWords.price}</Table.Th>
                {reviewed ? (
                  <Table.Th className={css['number'] ?? ''}>{rankWords.reviewPrice}</Table.Th>
                ) : null}
                <Table.Th className={css['number'] ?? ''}>{rankWords.score}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map(({ supplier, price, reviewPrice, score, rank }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there twice, and the list never changes in place
                <Table.Tr key={index}>
                  <Table.Td className={css['short'] ?? ''}>
                    {rank}
                    {tied(rank) ? <span className={css['second']}> {rankWords.tied}</span> : null}
                  </Table.Td>
                  <Table.Td>{supplier}</Table.Td>
                  <Table.Td className={css['number'] ?? ''}>{yuan(price)}</Table.Td>
                  {reviewed ? <Table.Td className={css['number'] ?? ''}>{yuan(reviewPrice)}</Table.Td> : null}
                  <Table.Td className={css['number'] ?? ''}>{score ?? forms.none}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {rejected.length === 0 ? null : (
        <div className={css['part']}>
          <h4 className={css['partTitle']}>{rejectedWords.title}</h4>
          <Table aria-label={rejectedWords.title} className={css['table'] ?? ''} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{rejectedWords.supplier}</Table.Th>
                <Table.Th>{rejectedWords.reason}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rejected.map(({ supplier, reason }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there twice, and the list never changes in place
                <Table.Tr key={index}>
                  <Table.Td>{supplier}</Table.Td>
                  <Table.Td>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <div className={css['part']}>
        <Facts facts={[{ label: report, value: reportSha256, source: coursePages.centre, wide: true }]} />
      </div>
    </>
  );
}
