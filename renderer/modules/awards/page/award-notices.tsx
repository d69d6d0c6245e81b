// What one has to know before anything else: returned or taken back and why, what is due, that it counts no more.
import type { AskOutput } from '#renderer/api/calls.ts';
import { MarkNotice, NoticeLink, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { awardPages, formatInstant } from '#shared/text/index.ts';

const { page, timeline } = awardPages;

type Known = AskOutput<'awards.get'>;

export function AwardNotices({ known }: { readonly known: Known }) {
  const { award, mark, standing } = known;
  const { status, history } = award;
  const last = history.at(-1);
  const returned =
    status === 'returned' ? history.findLast(({ action }) => action === 'awards.return') : undefined;
  const reopened = status === 'draft' && last?.action === 'awards.reopen' ? last : undefined;
  const stopped = returned ?? reopened;
  const titleOf = returned === undefined ? page.reopenedTitle : page.returnedTitle;
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {stopped === undefined ? null : (
        <RecordNotice
          color="orange"
          icon="returned"
          title={titleOf(whoOf(stopped, timeline), formatInstant(stopped.at))}
        >
          {page.reason(stopped.note)}
        </RecordNotice>
      )}
      {status === 'confirmed' ? (
        <RecordNotice color="orange" icon="warning">
          {page.confirmed}
        </RecordNotice>
      ) : null}
      <StandingNotice determined={award.determinedAt !== null} standing={standing} />
    </RecordNotices>
  );
}

/** What has become of the result, and by which document. */
function StandingNotice({
  determined,
  standing,
}: Pick<Known, 'standing'> & { readonly determined: boolean }) {
  const { standing: words } = page;
  switch (standing.as) {
    case 'in_force':
      return null;
    case 'corrected':
    case 'changed': {
      const { as, at, document, changeId } = standing;
      return (
        <RecordNotice color={as === 'corrected' ? 'blue' : 'gray'} icon="warning">
          {words[as](toPlainDate(at), document)}
          {changeId === null ? null : <NoticeLink text={words.toFiling} to={`/award-changes/${changeId}`} />}
        </RecordNotice>
      );
    }
    case 'ended': {
      const { notice } = standing;
      return (
        <RecordNotice color="gray" icon="warning">
          {notice === null
            ? words[determined ? 'endedSomehow' : 'overSomehow']
            : words[determined ? 'ended' : 'overBefore'](toPlainDate(notice.at))}
          {notice === null ? null : <NoticeLink text={words.toNotice} to={`/announcements/${notice.id}`} />}
        </RecordNotice>
      );
    }
  }
}
