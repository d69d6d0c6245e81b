// 合同变更 on the page of a contract: what was changed, what it amounts to now, how much may still be added, and the way to the next change.
import { Anchor, Button, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import { type Contract, isInForce } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractChangePages, forms, label } from '#shared/text/index.ts';
import { amountFacts } from './amount-facts.tsx';
import css from './changes.module.css';

const { part: words, title } = contractChangePages;

type Known = AskOutput<'contracts.get'>;

export function ChangesOfContract({ known }: { readonly known: Known }) {
  const { contract, changes } = known;
  const actor = useActor();
  const begins =
    actor.role === 'purchaser_clerk' &&
    actor.organisationId === contract.purchaserId &&
    contract.status !== 'terminated';
  return (
    <RecordSection id="contract-changes" title={title}>
      {isInForce(contract) || changes.length > 0 ? <Facts facts={amountFacts(contract)} /> : null}
      {changes.length === 0 ? (
        <p className={css['hint']}>{words.none}</p>
      ) : (
        <Changes changes={changes} secret={contract.content.secret} />
      )}
      {begins ? <Begin known={known} /> : null}
    </RecordSection>
  );
}

function Changes({ changes, secret }: Pick<Known, 'changes'> & { readonly secret: boolean }) {
  return (
    <Table aria-label={title} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.kind}</Table.Th>
          <Table.Th className={css['money'] ?? ''}>{words.columns.amount}</Table.Th>
          <Table.Th>{words.columns.changedOn}</Table.Th>
          <Table.Th>{words.columns.status}</Table.Th>
          <Table.Th>{words.columns.notice}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Row change={change} key={change.id} secret={secret} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = { readonly change: Known['changes'][number]; readonly secret: boolean };

function Row({ change, secret }: RowProps) {
  const { id, kind, status, mark, newSupplier, announcementId } = change;
  const kindName = kind === null ? words.noKind : label(`contractChanges.kind.${kind}`);
  const changedOn = change.changedOn ?? '';
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          aria-label={words.viewOf(kindName, changedOn)}
          component={Link}
          to={`/contracts/changes/${id}`}
        >
          {kindName}
        </Anchor>
        {newSupplier === '' ? null : <div className={css['second']}>{words.party(newSupplier)}</div>}
      </Table.Td>
      <Table.Td className={css['money'] ?? ''}>{signed(change)}</Table.Td>
      <Table.Td>{changedOn === '' ? forms.none : changedOn}</Table.Td>
      <Table.Td>
        <span className={css['cell']}>
          <RecordStatus of="contractChanges.status" status={status} />
          <MarkBadge mark={mark} />
        </span>
      </Table.Td>
      <Table.Td>
        {announcementId !== null ? (
          <Anchor
            aria-label={words.noticeOf(kindName, changedOn)}
            component={Link}
            to={`/announcements/${announcementId}`}
          >
            {words.viewNotice}
          </Anchor>
        ) : secret ? (
          words.secret
        ) : (
          forms.none
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function signed({ kind, amount }: RowProps['change']): string {
  if (amount === null) return forms.none;
  return `${kind === 'reduction' ? '-' : '+'}${formatYuan(amount)}`;
}

function Begin({ known: { contract, beginChange } }: { readonly known: Known }) {
  if (beginChange) {
    return (
      <div className={css['begin']}>
        <Button
          component={Link}
          size="xs"
          to={`/contracts/changes/new?contractId=${contract.id}`}
          variant="default"
        >
          {words.add}
        </Button>
        {contract.performance.acceptance === 'passed' ? null : (
          <Button
            component={Link}
            size="xs"
            to={`/contracts/changes/new?contractId=${contract.id}&kind=termination`}
            variant="default"
          >
            {words.end}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={css['begin']}>
      <Button aria-describedby="contract-change-why" disabled size="xs" variant="default">
        {words.add}
      </Button>
      <span className={css['second']} id="contract-change-why">
        {whyNot(contract)}
      </span>
    </div>
  );
}

function whyNot(contract: Contract): string {
  return isInForce(contract) ? words.why.open : words.why.notYet;
}
