// What one has to know before anything else: returned or taken back and why, what is due, that it counts no more.
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Award } from '#shared/domain/awards/model.ts';
import { awardPages, formatInstant } from '#shared/text/index.ts';

const { page, timeline } = awardPages;

export function AwardNotices({ award, mark }: { readonly award: Award; readonly mark: Mark }) {
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
      {status === 'void' ? (
        <RecordNotice color="gray" icon="warning">
          {page.void}
        </RecordNotice>
      ) : null}
    </RecordNotices>
  );
}
