// What one has to know before anything else: returned and why, what is left to do, until when the supplier is to put things right.
import type { AskOutput } from '#renderer/api/calls.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { acceptancePages, formatInstant } from '#shared/text/index.ts';

const { page: words, timeline } = acceptancePages;

export function AcceptanceNotices({ known }: { readonly known: AskOutput<'acceptances.get'> }) {
  const today = useToday();
  const { acceptance, mark, repeat } = known;
  const { status, history, content, push } = acceptance;
  const returned =
    status === 'returned' ? history.findLast(({ action }) => action === 'acceptances.return') : undefined;
  const { rectifyUntil } = content;
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {returned === undefined ? null : (
        <RecordNotice
          color="orange"
          icon="returned"
          title={words.returnedTitle(whoOf(returned, timeline), formatInstant(returned.at))}
        >
          {words.reason(returned.note)}
        </RecordNotice>
      )}
      {status === 'approved' ? (
        <RecordNotice color="blue" icon="waiting">
          {words.approved}
        </RecordNotice>
      ) : null}
      {push.status === 'rejected' || push.status === 'dead' ? (
        <RecordNotice color="orange" icon="returned">
          {push.status === 'rejected' ? words.pushRejected : words.pushDead}
          {push.errorCode === null ? null : (
            <div>{words.pushReason(push.errorCode, push.errorField ?? '')}</div>
          )}
        </RecordNotice>
      ) : null}
      {repeat && rectifyUntil !== null ? (
        <RecordNotice color={today > rectifyUntil ? 'orange' : 'blue'} icon="waiting">
          {today > rectifyUntil ? words.rectifyLate(rectifyUntil) : words.rectify(rectifyUntil)}
        </RecordNotice>
      ) : null}
    </RecordNotices>
  );
}
