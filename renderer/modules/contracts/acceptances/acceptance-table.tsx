// The acceptances of one contract, line by line, on its page and in the guide of its project.
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { AcceptanceItem } from '#shared/contract/contracts/acceptances.ts';
import { acceptancePages, forms, label } from '#shared/text/index.ts';
import css from './acceptances.module.css';
import { ConclusionBadge } from './conclusion-badge.tsx';

const { part: words } = acceptancePages;

export function AcceptanceTable({ acceptances }: { readonly acceptances: readonly AcceptanceItem[] }) {
  return (
    <Table aria-label={words.title} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.stage}</Table.Th>
          <Table.Th>{words.columns.heldOn}</Table.Th>
          <Table.Th>{words.columns.conclusion}</Table.Th>
          <Table.Th>{words.columns.status}</Table.Th>
          <Table.Th>{words.columns.no}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {acceptances.map((acceptance) => (
          <Row acceptance={acceptance} key={acceptance.id} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** 终验（一次性验收）. */
export function whatOf({ stage, part }: Pick<AcceptanceItem, 'stage' | 'part'>): string {
  if (stage === null) return words.noStage;
  const name = label(`acceptances.stage.${stage}`);
  return part === null ? name : `${name}（${label(`acceptances.part.${part}`)}）`;
}

function Row({ acceptance }: { readonly acceptance: AcceptanceItem }) {
  const { id, status, mark, conclusion, heldOn, rectifyUntil, acceptanceNo } = acceptance;
  const what = whatOf(acceptance);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor aria-label={words.viewOf(what, heldOn ?? '')} component={Link} to={`/acceptances/${id}`}>
          {what}
        </Anchor>
        {acceptance.predecessorId === null ? null : <div className={css['second']}>{words.repeats}</div>}
      </Table.Td>
      <Table.Td>{heldOn ?? forms.none}</Table.Td>
      <Table.Td>
        <ConclusionBadge conclusion={conclusion} />
        {rectifyUntil === null ? null : (
          <div className={css['second']}>{words.rectifyUntil(rectifyUntil)}</div>
        )}
      </Table.Td>
      <Table.Td>
        <span className={css['cell']}>
          <RecordStatus of="acceptances.status" status={status} />
          <MarkBadge mark={mark} />
        </span>
      </Table.Td>
      <Table.Td>
        {acceptanceNo ?? forms.none}
        {acceptance.announcementId === null ? null : (
          <div>
            <Anchor
              aria-label={words.noticeOf(heldOn ?? '')}
              component={Link}
              size="xs"
              to={`/announcements/${acceptance.announcementId}`}
            >
              {acceptancePages.notice}
            </Anchor>
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
