// One result: who is determined and why, where it stands, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { PapersSection } from '#renderer/ui/record/papers-section.tsx';
import { RecordPage, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { awardPages, awardPaperText } from '#shared/text/index.ts';
import { AwardChecks } from './award-checks.tsx';
import { AwardFacts } from './award-facts.tsx';
import { AwardHeader } from './award-header.tsx';
import { AwardNotices } from './award-notices.tsx';
import css from './award-page.module.css';
import { timelineEntries } from './timeline-entries.ts';

const { page: words } = awardPages;

export function AwardPage() {
  const { awardId = '' } = useParams();
  const { data, error, refetch } = useAsk('awards.get', { id: awardId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={awardId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: AskOutput<'awards.get'> }) {
  const { award, due } = known;
  const { status } = award;
  const entries = timelineEntries(award, due);
  const open = status === 'draft' || status === 'returned' || status === 'review';
  return (
    <RecordPage
      header={<AwardHeader known={known} />}
      notices={<AwardNotices known={known} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={award.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {open ? <AwardChecks award={award} /> : null}
        <AwardFacts known={known} />
        {award.letter === null ? null : <AwardPapers awardId={award.id} />}
      </div>
    </RecordPage>
  );
}

function AwardPapers({ awardId }: { readonly awardId: string }) {
  const { data, error, refetch } = useAsk('awards.papers', { id: awardId }, { keepPrevious: false });
  return (
    <PapersSection
      error={error}
      id="award-papers"
      onRetry={() => void refetch()}
      papers={data?.papers}
      savedAs={(key) => ({ of: 'award', id: awardId, key })}
      title={awardPaperText.pageTitle}
    />
  );
}
