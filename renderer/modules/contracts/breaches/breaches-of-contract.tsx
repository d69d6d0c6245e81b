// 违约处理 on the page of a contract: each with what was decided, what is to be deducted by hand, and the way to the next one.
import { Anchor, Button, Table } from '@mantine/core';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { BreachItem } from '#shared/contract/contracts/breaches.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { breachPages, forms, label } from '#shared/text/index.ts';
import { beginAddress, kindName } from './breach-name.ts';
import css from './breaches.module.css';

const { part: words } = breachPages;

/** Nothing where there is none and nobody may begin one. */
export function BreachesOfContract({ contract }: { readonly contract: Contract }) {
  const { data } = useAsk('breaches.ofContract', { contractId: contract.id });
  if (data === undefined || (data.breaches.length === 0 && !data.begin)) return null;
  const { breaches, deductible, withheld, begin } = data;
  return (
    <RecordSection id="contract-breaches" title={words.title}>
      {deductible + withheld === 0 ? null : (
        <>
          <Facts
            facts={[
              ...(deductible === 0 ? [] : [{ label: words.deductible, value: formatYuan(deductible) }]),
              ...(withheld === 0 ? [] : [{ label: words.withheld, value: formatYuan(withheld) }]),
            ]}
          />
          <p className={css['second']}>{words.byHand}</p>
        </>
      )}
      {breaches.length === 0 ? (
        <p className={css['hint']}>{words.none}</p>
      ) : (
        <Table aria-label={words.title} mt="xs" verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.kind}</Table.Th>
              <Table.Th>{words.columns.party}</Table.Th>
              <Table.Th>{words.columns.happenedOn}</Table.Th>
              <Table.Th>{words.columns.status}</Table.Th>
              <Table.Th>{words.columns.outcome}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {breaches.map((breach) => (
              <Row breach={breach} key={breach.id} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {begin ? (
        <div className={css['begin']}>
          <Button component={Link} size="xs" to={beginAddress(contract.id)} variant="default">
            {words.add}
          </Button>
        </div>
      ) : null}
    </RecordSection>
  );
}

function Row({ breach }: { readonly breach: BreachItem }) {
  const { id, kind, party, happenedOn, status, mark } = breach;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          aria-label={words.viewOf(kindName(kind), happenedOn ?? '')}
          component={Link}
          to={`/breaches/${id}`}
        >
          {kindName(kind)}
        </Anchor>
      </Table.Td>
      <Table.Td>{party === null ? forms.none : label(`breaches.party.${party}`)}</Table.Td>
      <Table.Td>{happenedOn ?? forms.none}</Table.Td>
      <Table.Td>
        <span className={css['cell']}>
          <RecordStatus of="breaches.status" status={status} />
          <MarkBadge mark={mark} />
        </span>
      </Table.Td>
      <Table.Td>{outcomeOf(breach)}</Table.Td>
    </Table.Tr>
  );
}

function outcomeOf({ upheld, consequences }: BreachItem): string {
  if (upheld === false) return words.notUpheld;
  if (consequences.length === 0) return forms.none;
  return consequences.map((each) => label(`breaches.consequence.${each}`)).join('、');
}
