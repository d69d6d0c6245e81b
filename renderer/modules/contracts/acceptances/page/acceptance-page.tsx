// One 履约验收: how it came off, what was found, who took part, its papers, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { PapersSection } from '#renderer/ui/record/papers-section.tsx';
import { RecordPage, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { acceptancePages } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import { AcceptanceChecks } from './acceptance-checks.tsx';
import { AcceptanceFacts } from './acceptance-facts.tsx';
import { AcceptanceHeader } from './acceptance-header.tsx';
import { AcceptanceNotices } from './acceptance-notices.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page: words } = acceptancePages;

export function AcceptancePage() {
  const { acceptanceId = '' } = useParams();
  const { data, error, refetch } = useAsk('acceptances.get', { id: acceptanceId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={acceptanceId} known={data} onRetry={() => void refetch()} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

type Props = { readonly known: AskOutput<'acceptances.get'>; readonly onRetry: () => void };

function Shown({ known, onRetry }: Props) {
  const { acceptance, papers } = known;
  const entries = timelineEntries(acceptance);
  return (
    <RecordPage
      header={<AcceptanceHeader known={known} />}
      notices={<AcceptanceNotices known={known} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={acceptance.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {acceptance.status === 'concluded' ? null : <Checked known={known} />}
        <PapersSection
          error={null}
          id="acceptance-papers"
          onRetry={onRetry}
          papers={papers}
          savedAs={(key) => ({ of: 'acceptance', id: acceptance.id, key })}
          title={words.papers}
        />
        <AcceptanceFacts known={known} />
      </div>
    </RecordPage>
  );
}

function Checked({ known: { acceptance } }: Pick<Props, 'known'>) {
  const { id, contractId, content } = acceptance;
  const { data, error } = useAsk('acceptances.check', { id, contractId, content });
  return <AcceptanceChecks acceptance={acceptance} error={error} findings={data?.findings} />;
}
