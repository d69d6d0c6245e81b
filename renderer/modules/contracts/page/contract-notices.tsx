// What one has to know before anything else: returned, asked for papers or ended, and why; or what is left to do.
import type { AskOutput } from '#renderer/api/calls.ts';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { contractPages, formatInstant } from '#shared/text/index.ts';

const { page: words, timeline } = contractPages;

/** The step that brought it where it cannot simply go on. */
const stopping = {
  returned: { action: 'contracts.return', title: words.returnedTitle, color: 'orange', more: '' },
  papers: {
    action: 'contracts.requestPapers',
    title: words.papersTitle,
    color: 'orange',
    more: words.papersKept,
  },
  terminated: {
    action: 'contractChanges.publish',
    title: words.terminatedTitle,
    color: 'gray',
    more: words.terminated,
  },
} as const;

export function ContractNotices({ known }: { readonly known: AskOutput<'contracts.get'> }) {
  const { contract, mark } = known;
  const { status, history } = contract;
  const stopped = status in stopping ? stopping[status as keyof typeof stopping] : undefined;
  const step = history.findLast(({ action }) => action === stopped?.action);
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {stopped === undefined || step === undefined ? null : (
        <RecordNotice
          color={stopped.color}
          icon="returned"
          title={stopped.title(whoOf(step, timeline), formatInstant(step.at))}
        >
          {words.reason(step.note)}
          {stopped.more === '' ? null : <div>{stopped.more}</div>}
        </RecordNotice>
      )}
      {status === 'approved' ? (
        <RecordNotice color="blue" icon="waiting">
          {words.approved}
        </RecordNotice>
      ) : null}
    </RecordNotices>
  );
}
