// What one has to know before anything else: returned or withdrawn and why, the statement that is due, what is left to do.
import type { AskOutput } from '#renderer/api/calls.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { MarkNotice, NoticeLink, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { breachPages, formatInstant } from '#shared/text/index.ts';
import { terminationAddress } from './termination-address.ts';

const { page: words, timeline } = breachPages;

export function BreachNotices({ known }: { readonly known: AskOutput<'breaches.get'> }) {
  const today = useToday();
  const { breach, mark, actions, termination } = known;
  const { status, history, content } = breach;
  const last = (action: string) => history.findLast((entry) => entry.action === action);
  const returned = status === 'returned' ? last('breaches.return') : undefined;
  const withdrawn = status === 'withdrawn' ? last('breaches.withdraw') : undefined;
  const until = content.statementUntil;
  const mayHear = status === 'notified' && actions.includes('breaches.hear');
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
      {withdrawn === undefined ? null : (
        <RecordNotice
          color="gray"
          icon="changed"
          title={words.withdrawnTitle(whoOf(withdrawn, timeline), formatInstant(withdrawn.at))}
        >
          {words.reason(withdrawn.note)}
        </RecordNotice>
      )}
      {mayHear && until !== null && today > until ? (
        <RecordNotice color="orange" icon="waiting">
          {words.statementDue(until)}
        </RecordNotice>
      ) : null}
      {status === 'heard' && actions.includes('breaches.submit') ? (
        <RecordNotice color="blue" icon="waiting">
          {words.toDecide}
        </RecordNotice>
      ) : null}
      {termination === null ? null : (
        <RecordNotice color="blue" icon="waiting">
          {words.toTerminate}
          <NoticeLink text={words.terminate} to={terminationAddress(breach)} />
        </RecordNotice>
      )}
    </RecordNotices>
  );
}
