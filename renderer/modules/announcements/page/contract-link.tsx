// A 合同公告, 合同变更公告 or 验收结果公告 leads to its record where the reader may open that; it is made by the record and is not drafted by hand.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { acceptancePages, contractChangePages, contractPages } from '#shared/text/index.ts';

type Props = { readonly announcement: Pick<Announcement, 'id' | 'type' | 'projectId'> };

export function ContractLink({ announcement: { id, type, projectId } }: Props) {
  const asked = (type === 'CONTRACT' || type === 'CONTRACT_CHANGE') && projectId !== null;
  const known = useAsk('contracts.byProject', { projectId: projectId ?? '' }, { enabled: asked }).data;
  const accepts = type === 'ACCEPTANCE' && projectId !== null;
  const accepted = useAsk('acceptances.byProject', { projectId: projectId ?? '' }, { enabled: accepts }).data;
  const record =
    asked && known !== undefined
      ? recordOf(known.sections, id)
      : accepts && accepted !== undefined
        ? acceptanceOf(accepted.contracts, id)
        : undefined;
  if (record === undefined) return null;
  return (
    <Button component={Link} to={record.to} variant="default">
      {record.text}
    </Button>
  );
}

type Sections = AskOutput<'contracts.byProject'>['sections'];

/** Whose announcement it is, among those that the reader may open. */
function recordOf(
  sections: Sections,
  announcementId: string,
): { readonly to: string; readonly text: string } | undefined {
  const filed = sections.flatMap((section) => section.filed);
  const opened = sections.flatMap(({ contracts }) => contracts);
  const contractId = filed.find((each) => each.announcementId === announcementId)?.contractId;
  if (opened.some(({ id }) => id === contractId)) {
    return { to: `/contracts/${contractId}`, text: contractPages.list.view };
  }
  const change = opened
    .flatMap(({ changes }) => changes)
    .find((each) => each.announcementId === announcementId);
  return change && { to: `/contracts/changes/${change.id}`, text: contractChangePages.viewChange };
}

function acceptanceOf(
  contracts: AskOutput<'acceptances.byProject'>['contracts'],
  announcementId: string,
): { readonly to: string; readonly text: string } | undefined {
  const own = contracts
    .flatMap(({ acceptances }) => acceptances)
    .find((each) => each.announcementId === announcementId);
  return own && { to: `/acceptances/${own.id}`, text: acceptancePages.view };
}
