// What one has to know before anything else: returned or given up and why, or what its approval has left to do.
import type { AskOutput } from '#renderer/api/calls.ts';
import { MarkNotice, NoticeLink, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { awardChangePages, formatInstant } from '#shared/text/index.ts';

const { page, timeline } = awardChangePages;

export function ChangeNotices({ known }: { readonly known: AskOutput<'awardChanges.get'> }) {
  const { change, mark, notice, toBeEnded } = known;
  const { status, history, projectId } = change;
  const last = (action: string) => history.findLast((entry) => entry.action === action);
  const returned = status === 'returned' ? last('awardChanges.return') : undefined;
  const givenUp = status === 'lapsed' ? last('awardChanges.giveUp') : undefined;
  const stopped = returned ?? givenUp;
  const titleOf = returned === undefined ? page.lapsedTitle : page.returnedTitle;
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {stopped === undefined ? null : (
        <RecordNotice
          color={returned === undefined ? 'gray' : 'orange'}
          icon="returned"
          title={titleOf(whoOf(stopped, timeline), formatInstant(stopped.at))}
        >
          {page.reason(stopped.note)}
        </RecordNotice>
      )}
      {status === 'approved' ? (
        <RecordNotice color="orange" icon="warning">
          {page.approved}
          {notice === null ? null : <NoticeLink text={page.toNotice} to={`/announcements/${notice.id}`} />}
        </RecordNotice>
      ) : null}
      {toBeEnded ? (
        <RecordNotice color="orange" icon="warning">
          {page.closed}
          <NoticeLink text={page.toProject} to={`/projects/${projectId}`} />
        </RecordNotice>
      ) : null}
    </RecordNotices>
  );
}
