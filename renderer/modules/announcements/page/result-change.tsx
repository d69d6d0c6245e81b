// 结果变更公告 on the page of a published result: not to be begun before a 中标结果变更备案 is approved, whose approval drafts it; then it leads to the draft, of several
// sections to each.
import { Anchor, Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { isOpen } from '#shared/domain/award-changes/model.ts';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import { awardChangePages } from '#shared/text/index.ts';
import css from './announcement-page.module.css';

type Line = AskOutput<'awardChanges.byProject'>['sections'][number];

type Props = {
  readonly announcement: Announcement;
  /** Where that of a section is begun whose draft is gone; null while none is approved, or not by the reader. */
  readonly begin: ((sectionId: string) => string) | null;
};

export function ResultChange({ announcement, begin }: Props) {
  const { id, projectId, type, status, purchaserId, agencyId } = announcement;
  const actor = useActor();
  const writes = actor.role === 'purchaser_clerk' || actor.role === 'agency';
  const asked = status === 'published' && (type === 'RESULT' || type === 'RESULT_CHANGE');
  const shown = asked && projectId !== null && writes && isPartyOf(actor, { purchaserId, agencyId });
  const lines = useAsk('awardChanges.byProject', { projectId: projectId ?? '' }, { enabled: shown }).data
    ?.sections;
  if (!shown) return null;
  // Of the sections whose result this announcement has put in force.
  const own = lines?.filter(({ resultNoticeId }) => resultNoticeId === id) ?? [];
  if (own.length === 0) return null;
  const drafts = begin === null ? [] : draftsOf(own, begin);
  if (drafts.length > 0) return <ToDrafts drafts={drafts} />;
  const filing = addressOfFiling(own, projectId);
  return (
    <>
      <span className={css['needed']} id="result-change-needed">
        {filing === undefined ? (
          awardChangePages.filingNeededByUnit
        ) : (
          <Anchor component={Link} size="sm" to={filing}>
            {awardChangePages.filingNeeded}
          </Anchor>
        )}
      </span>
      <Button aria-describedby="result-change-needed" disabled variant="default">
        {awardChangePages.notice}
      </Button>
    </>
  );
}

/** The filing that is open, or a new one; of several sections the guide of the project has each. */
function addressOfFiling(own: readonly Line[], projectId: string): string | undefined {
  const open = own.flatMap(({ filing }) => (filing !== null && isOpen(filing) ? [filing.id] : []));
  const free = own.filter(({ begin }) => begin);
  const [first, ...more] = [
    ...open.map((id) => `/award-changes/${id}`),
    ...free.map(({ sectionId }) => `/award-changes/new?sectionId=${sectionId}`),
  ];
  return more.length > 0 ? `/projects/${projectId}` : first;
}

type Draft = { readonly sectionNo: string; readonly to: string };

/** Of the approved filings: where their announcement is gone on with, or begun anew where its draft was deleted. */
function draftsOf(own: readonly Line[], begin: (sectionId: string) => string): readonly Draft[] {
  return own
    .filter(({ filing }) => filing?.status === 'approved')
    .map(({ sectionId, sectionNo, filing }) => {
      const notice = filing?.notice ?? null;
      return { sectionNo, to: notice === null ? begin(sectionId) : `/announcements/${notice.id}` };
    });
}

function ToDrafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const [only, ...more] = [...new Set(drafts.map(({ to }) => to))];
  if (only === undefined) return null;
  if (more.length === 0) {
    return (
      <Button component={Link} to={only} variant="default">
        {awardChangePages.notice}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button rightSection={<IconChevronDown aria-hidden size={14} />} variant="default">
          {awardChangePages.notice}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drafts.map(({ sectionNo, to }) => (
          <Menu.Item component={Link} key={sectionNo} to={to}>
            {awardChangePages.guide.noticeOf(sectionNo)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
