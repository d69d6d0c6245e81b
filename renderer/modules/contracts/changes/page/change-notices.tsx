// What one has to know before anything else: returned and why, or what is left to do.
import type { AskOutput } from '#renderer/api/calls.ts';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { contractChangePages, formatInstant } from '#shared/text/index.ts';

const { page: words, timeline } = contractChangePages;

type Props = { readonly known: AskOutput<'contractChanges.get'>; readonly secret: boolean };

export function ChangeNotices({ known, secret }: Props) {
  const { change, mark } = known;
  const { status, history } = change;
  const returned =
    status === 'returned' ? history.findLast(({ action }) => action === 'contractChanges.return') : undefined;
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
          {secret ? words.approvedSecret : words.approved}
        </RecordNotice>
      ) : null}
    </RecordNotices>
  );
}
