// One 违约处理: what happened, what was answered, what was decided, its papers, and what one may do with it now.
import { IconCircleCheck } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { PapersSection } from '#renderer/ui/record/papers-section.tsx';
import { RecordPage, RecordSection, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Breach, BreachStatus } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages } from '#shared/text/index.ts';
import css from '../breaches.module.css';
import { nameOf } from '../form/field-name.ts';
import { BreachFacts } from './breach-facts.tsx';
import { BreachHeader } from './breach-header.tsx';
import { BreachNotices } from './breach-notices.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page: words } = breachPages;
/** While it waits for the other side, and once it is over, there is nothing to be put right. */
const checked: ReadonlySet<BreachStatus> = new Set<BreachStatus>(['draft', 'heard', 'review', 'returned']);

export function BreachPage() {
  const { breachId = '' } = useParams();
  const { data, error, refetch } = useAsk('breaches.get', { id: breachId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={breachId} known={data} onRetry={() => void refetch()} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

type Props = { readonly known: AskOutput<'breaches.get'>; readonly onRetry: () => void };

function Shown({ known, onRetry }: Props) {
  const { breach, papers } = known;
  const entries = timelineEntries(breach);
  return (
    <RecordPage
      header={<BreachHeader known={known} />}
      notices={<BreachNotices known={known} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={breach.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {checked.has(breach.status) ? <Checks breach={breach} /> : null}
        {papers.length === 0 ? null : (
          <PapersSection
            error={null}
            id="breach-papers"
            onRetry={onRetry}
            papers={papers}
            savedAs={(key) => ({ of: 'breach', id: breach.id, key })}
            title={words.papers}
          />
        )}
        <BreachFacts known={known} />
      </div>
    </RecordPage>
  );
}

function Checks({ breach }: { readonly breach: Breach }) {
  const { id, contractId, content, submittedAt, acknowledgedWarnings } = breach;
  const { data } = useAsk('breaches.check', { id, contractId, content });
  const known = submittedAt === null ? [] : acknowledgedWarnings;
  if (data === undefined) return null;
  return (
    <RecordSection id="breach-checks" title={words.checks}>
      {data.findings.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {words.noFindings}
        </p>
      ) : null}
      <FindingList
        findings={data.findings}
        nameOf={nameOf}
        note={({ ruleId }) => (known.includes(ruleId) ? words.acknowledged : undefined)}
      />
    </RecordSection>
  );
}
