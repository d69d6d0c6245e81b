// 付款 on the page of a contract: what it amounts to, what is paid and owed, line by line of its 付款计划, and the way to the next payment.
import { Anchor, Button, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { type Contract, wasInForce } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, paymentPages } from '#shared/text/index.ts';
import { kindName } from './payment-name.ts';
import css from './payments.module.css';
import { Struck } from './struck.tsx';

const { part: words } = paymentPages;

type Known = AskOutput<'payments.ofContract'>;

export function PaymentsOfContract({ contract }: { readonly contract: Contract }) {
  const actor = useActor();
  const { data } = useAsk('payments.ofContract', { contractId: contract.id });
  if (data === undefined) return null;
  const pays = actor.role === 'purchaser_clerk' && actor.organisationId === contract.purchaserId;
  const begun = wasInForce(contract) || data.payments.length > 0;
  return (
    <RecordSection id="contract-paid" title={words.title}>
      {begun ? <Facts columns={3} facts={factsOf(data)} /> : null}
      {begun && data.payments.length + data.openLines.length > 0 ? (
        <Lines contractId={contract.id} known={data} />
      ) : (
        <p className={css['hint']}>{words.none}</p>
      )}
      {pays ? <Begin begin={data.begin} contractId={contract.id} /> : null}
    </RecordSection>
  );
}

function factsOf({
  amount,
  fixed,
  paid,
  owed,
  overdue,
  nextDue,
  retained,
  settledOn,
}: Known): readonly Fact[] {
  const left = fixed && amount !== null ? amount - paid - owed : 0;
  return [
    { label: words.amount, value: amount === null ? null : formatYuan(amount) },
    {
      label: words.paid,
      value:
        settledOn === null ? (
          formatYuan(paid)
        ) : (
          <span className={css['cell']}>
            {formatYuan(paid)}
            <StatusBadge tone="done">{words.settled}</StatusBadge>
          </span>
        ),
    },
    { label: words.owed, value: formatYuan(owed) },
    ...(left > 0 ? [{ label: words.left, value: formatYuan(left) }] : []),
    ...(overdue > 0
      ? [{ label: words.overdue, value: <span className={css['bad']}>{formatYuan(overdue)}</span> }]
      : []),
    ...(nextDue === null ? [] : [{ label: words.nextDue, value: nextDue }]),
    ...(retained > 0 ? [{ label: words.retained, value: formatYuan(retained) }] : []),
    ...(settledOn === null ? [] : [{ label: words.settledAt, value: settledOn }]),
  ];
}

function Lines({ contractId, known }: { readonly contractId: string; readonly known: Known }) {
  return (
    <Table aria-label={words.title} mt="xs" verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.kind}</Table.Th>
          <Table.Th className={css['money'] ?? ''}>{words.columns.amount}</Table.Th>
          <Table.Th>{words.columns.due}</Table.Th>
          <Table.Th>{words.columns.status}</Table.Th>
          <Table.Th>{words.columns.paidOn}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {known.payments.map((payment) => (
          <Row key={payment.id} payment={payment} />
        ))}
        {known.openLines.map(({ id, kind, amount, dueOn }) => (
          <Table.Tr key={id}>
            <Table.Td>{kindName(kind)}</Table.Td>
            <Table.Td className={css['money'] ?? ''}>
              {amount === null ? forms.none : formatYuan(amount)}
            </Table.Td>
            <Table.Td>{dueOn ?? forms.none}</Table.Td>
            <Table.Td>{words.planned}</Table.Td>
            <Table.Td>
              {known.begin ? (
                <Button
                  aria-label={words.addLineOf(kindName(kind))}
                  component={Link}
                  size="compact-xs"
                  to={`/payments/new?contractId=${contractId}&lineId=${id}`}
                  variant="subtle"
                >
                  {words.addLine}
                </Button>
              ) : (
                forms.none
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ payment }: { readonly payment: Known['payments'][number] }) {
  const { id, kind, amount, dueOn, status, mark, paidOn } = payment;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          aria-label={words.viewOf(kindName(kind), formatYuan(amount))}
          component={Link}
          to={`/payments/${id}`}
        >
          {kindName(kind)}
        </Anchor>
      </Table.Td>
      <Table.Td className={css['money'] ?? ''}>
        {amount === 0 ? forms.none : <Struck when={status === 'void'}>{formatYuan(amount)}</Struck>}
      </Table.Td>
      <Table.Td>{dueOn ?? forms.none}</Table.Td>
      <Table.Td>
        <span className={css['cell']}>
          <RecordStatus of="payments.status" status={status} />
          <MarkBadge mark={mark} />
        </span>
      </Table.Td>
      <Table.Td>{paidOn ?? forms.none}</Table.Td>
    </Table.Tr>
  );
}

function Begin({ begin, contractId }: { readonly begin: boolean; readonly contractId: string }) {
  if (begin) {
    return (
      <Button
        component={Link}
        mt="xs"
        size="xs"
        to={`/payments/new?contractId=${contractId}`}
        variant="default"
      >
        {words.add}
      </Button>
    );
  }
  return (
    <div className={css['begin']}>
      <Button aria-describedby="payment-why" disabled size="xs" variant="default">
        {words.add}
      </Button>
      <span className={css['second']} id="payment-why">
        {words.why}
      </span>
    </div>
  );
}
