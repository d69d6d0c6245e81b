// 合同验收, the end of the guide of a project: of each contract in force what was accepted, and what comes next.
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { GuideProps } from '#renderer/app/module.ts';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { AcceptanceItem } from '#shared/contract/contracts/acceptances.ts';
import { acceptancePages } from '#shared/text/index.ts';
import { whatOf } from './acceptance-table.tsx';
import css from './acceptances.module.css';
import { BeginAcceptance } from './begin-acceptance.tsx';
import { ConclusionBadge } from './conclusion-badge.tsx';

const { guide: words, part } = acceptancePages;

type Line = AskOutput<'acceptances.byProject'>['contracts'][number];

export function AcceptancesOfProject({ project }: GuideProps) {
  const lines = useAsk('acceptances.byProject', { projectId: project.id }).data?.contracts ?? [];
  if (lines.length === 0) return null;
  return (
    <RecordSection id="project-acceptances" title={words.title}>
      <Table aria-label={words.title} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.contract}</Table.Th>
            <Table.Th>{words.columns.supplier}</Table.Th>
            <Table.Th>{words.columns.acceptances}</Table.Th>
            <Table.Th>{words.columns.next}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Row key={line.contractId} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </RecordSection>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { contractId, contractNo, supplierName, acceptedOn, known, acceptances, begin } = line;
  return (
    <Table.Tr>
      <Table.Td>
        {known ? (
          <Anchor component={Link} to={`/contracts/${contractId}`}>
            {contractNo}
          </Anchor>
        ) : (
          contractNo
        )}
        <div className={css['second']}>{line.sectionNo}</div>
      </Table.Td>
      <Table.Td>{supplierName}</Table.Td>
      <Table.Td>
        {acceptances.length === 0 && acceptedOn === null ? (
          <span className={css['second']}>{words.none}</span>
        ) : null}
        {acceptances.map((acceptance) => (
          <Acceptance acceptance={acceptance} key={acceptance.id} />
        ))}
        {acceptedOn === null ? null : <StatusBadge tone="done">{words.acceptedOn(acceptedOn)}</StatusBadge>}
      </Table.Td>
      <Table.Td>
        <BeginAcceptance begin={begin} contractId={contractId} name={words.addOf(contractNo)} />
        {!known && acceptedOn === null ? words.waits : null}
      </Table.Td>
    </Table.Tr>
  );
}

function Acceptance({ acceptance }: { readonly acceptance: AcceptanceItem }) {
  const { id, status, conclusion, heldOn, mark } = acceptance;
  const what = whatOf(acceptance);
  return (
    <div className={css['cell']}>
      <Anchor aria-label={part.viewOf(what, heldOn ?? '')} component={Link} to={`/acceptances/${id}`}>
        {what}
      </Anchor>
      {status === 'concluded' ? (
        <ConclusionBadge conclusion={conclusion} />
      ) : (
        <RecordStatus of="acceptances.status" status={status} />
      )}
      <MarkBadge mark={mark} />
    </div>
  );
}
