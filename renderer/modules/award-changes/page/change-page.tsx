// One 中标结果变更备案: why, what becomes of the result, where it stands, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { PapersSection } from '#renderer/ui/record/papers-section.tsx';
import { RecordPage, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { awardChangePages, awardChangePaperText } from '#shared/text/index.ts';
import { ChangeChecks } from './change-checks.tsx';
import { ChangeFacts, ChangeFiles } from './change-facts.tsx';
import { ChangeHeader } from './change-header.tsx';
import { ChangeNotices } from './change-notices.tsx';
import css from './change-page.module.css';
import { ResultComparison } from './result-comparison.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page: words } = awardChangePages;

export function ChangePage() {
  const { changeId = '' } = useParams();
  const { data, error, refetch } = useAsk('awardChanges.get', { id: changeId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={changeId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: AskOutput<'awardChanges.get'> }) {
  const { change, toBeEnded } = known;
  const { status } = change;
  const entries = timelineEntries(change, toBeEnded);
  const undecided = status === 'draft' || status === 'returned' || status === 'review';
  return (
    <RecordPage
      header={<ChangeHeader known={known} />}
      notices={<ChangeNotices known={known} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={change.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {undecided ? <ChangeChecks change={change} /> : null}
        <ChangeFacts known={known} />
        <ResultComparison known={known} />
        <ChangeFiles files={change.content.files} />
        {change.changeNo === null ? null : <ChangePapers changeId={change.id} />}
      </div>
    </RecordPage>
  );
}

function ChangePapers({ changeId }: { readonly changeId: string }) {
  const { data, error, refetch } = useAsk('awardChanges.papers', { id: changeId }, { keepPrevious: false });
  return (
    <PapersSection
      error={error}
      id="change-documents"
      onRetry={() => void refetch()}
      papers={data?.papers}
      savedAs={(key) => ({ of: 'award_change', id: changeId, key })}
      title={awardChangePaperText.pageTitle}
    />
  );
}
