// 结果变更公告 on the page of a published result: not to be begun before a 中标结果变更备案 is approved, whose approval drafts it; then it leads to the draft.
import { Anchor, Button } from '@mantine/core';
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
  /** Where the approved one is gone on with; null while none is approved, or not by the reader. */
  readonly to: string | null;
};

export function ResultChange({ announcement, to }: Props) {
  const { id, projectId, type, status, purchaserId, agencyId } = announcement;
  const actor = useActor();
  const drafts = actor.role === 'purchaser_clerk' || actor.role === 'agency';
  const asked = status === 'published' && (type === 'RESULT' || type === 'RESULT_CHANGE');
  const shown = asked && projectId !== null && drafts && isPartyOf(actor, { purchaserId, agencyId });
  const lines = useAsk('awardChanges.byProject', { projectId: projectId ?? '' }, { enabled: shown }).data
    ?.sections;
  if (!shown) return null;
  if (to !== null) {
    return (
      <Button component={Link} to={to} variant="default">
        {awardChangePages.notice}
      </Button>
    );
  }
  // Of the sections whose result this announcement has put in force.
  const own = lines?.filter(({ resultNoticeId }) => resultNoticeId === id) ?? [];
  if (own.length === 0) return null;
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
