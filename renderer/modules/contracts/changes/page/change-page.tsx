// One 合同变更: what it changes, where it stands, until when it is to be announced, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { RecordPage, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { contractChangePages } from '#shared/text/index.ts';
import css from '../changes.module.css';
import { ChangeChecks } from './change-checks.tsx';
import { ChangeFacts } from './change-facts.tsx';
import { ChangeHeader } from './change-header.tsx';
import { ChangeNotices } from './change-notices.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page: words } = contractChangePages;

export function ChangePage() {
  const { changeId = '' } = useParams();
  const { data, error, refetch } = useAsk('contractChanges.get', { id: changeId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={changeId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: AskOutput<'contractChanges.get'> }) {
  const { change } = known;
  const { id, contractId, content, status } = change;
  const entries = timelineEntries(change);
  const checked = useAsk('contractChanges.check', { id, contractId, content });
  return (
    <RecordPage
      header={<ChangeHeader known={known} />}
      notices={<ChangeNotices known={known} secret={checked.data?.contract.content.secret === true} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={change.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {status === 'published' ? null : (
          <ChangeChecks change={change} error={checked.error} findings={checked.data?.findings} />
        )}
        <ChangeFacts contract={checked.data?.contract} known={known} />
      </div>
    </RecordPage>
  );
}
