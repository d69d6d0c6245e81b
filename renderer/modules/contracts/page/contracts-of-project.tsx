// 合同 in the guide of a project: of each section with an announced result until when to sign, what stops it, which contracts there are, and 新增.
import { Anchor, Button, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { GuideProps } from '#renderer/app/module.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages, forms } from '#shared/text/index.ts';
import css from './contracts-of-project.module.css';
import { isSigned, type KnownContract, knownContracts, type Line } from './known-contracts.ts';

const { guide: words } = contractPages;

export function ContractsOfProject({ project }: GuideProps) {
  const lines = useAsk('contracts.byProject', { projectId: project.id }).data?.sections ?? [];
  if (lines.length === 0) return null;
  return (
    <RecordSection id="project-contracts" title={words.title}>
      <Table aria-label={words.title} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.section}</Table.Th>
            <Table.Th>{words.columns.supplier}</Table.Th>
            <Table.Th>{words.columns.until}</Table.Th>
            <Table.Th>{words.columns.contracts}</Table.Th>
            <Table.Th>{words.columns.next}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Row key={line.sectionId} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </RecordSection>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { sectionId, sectionNo, sectionName, supplierName, begin, holds } = line;
  const known = knownContracts(line);
  return (
    <Table.Tr>
      <Table.Td>{contractPages.sectionName(sectionNo, sectionName)}</Table.Td>
      <Table.Td>{supplierName === '' ? forms.none : supplierName}</Table.Td>
      <Table.Td>
        <Until line={line} />
      </Table.Td>
      <Table.Td>
        {known.length === 0 ? <span className={css['none']}>{words.none}</span> : null}
        {known.map((contract) => (
          <Contract contract={contract} key={contract.id} />
        ))}
      </Table.Td>
      <Table.Td>
        {holds.length === 0 ? null : (
          <p className={css['held']}>
            <IconAlertTriangle aria-hidden size={14} />
            <span>{words.held(holds.join('、'))}</span>
          </p>
        )}
        {begin ? (
          <Button
            aria-label={words.addOf(sectionNo)}
            component={Link}
            size="xs"
            to={`/contracts/new?sectionId=${sectionId}`}
            variant="default"
          >
            {words.add}
          </Button>
        ) : known.length === 0 ? (
          words.waits
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

function Until({ line }: { readonly line: Line }) {
  const today = useToday();
  const { signUntil } = line;
  if (isSigned(line)) return <StatusBadge tone="done">{words.signed}</StatusBadge>;
  if (signUntil === null) return forms.none;
  return (
    <span className={css['cell']}>
      <span className={css['date']}>{signUntil}</span>
      {today > signUntil ? <StatusBadge tone="danger">{words.passed}</StatusBadge> : null}
    </span>
  );
}

function Contract({ contract: { id, name, record, filed } }: { readonly contract: KnownContract }) {
  return (
    <div className={css['contract']}>
      <span className={css['cell']}>
        {record === null ? (
          name
        ) : (
          <Anchor aria-label={words.viewOf(name)} component={Link} to={`/contracts/${id}`}>
            {name}
          </Anchor>
        )}
        {record === null ? null : (
          <>
            <RecordStatus of="contracts.status" status={record.status} />
            <MarkBadge mark={record.mark} />
          </>
        )}
      </span>
      {filed === null ? null : (
        <span className={css['second']}>
          <span>{filed.amount === null ? filed.rate : formatYuan(filed.amount)}</span>
          <span>{words.signedOn(filed.signedOn)}</span>
          {filed.endedAt === null ? null : <span>{words.endedOn(toPlainDate(filed.endedAt))}</span>}
          {filed.announcementId === null ? (
            <span>{words.secret}</span>
          ) : (
            <Anchor
              aria-label={words.noticeOf(name)}
              component={Link}
              size="xs"
              to={`/announcements/${filed.announcementId}`}
            >
              {contractPages.notice}
            </Anchor>
          )}
        </span>
      )}
    </div>
  );
}
