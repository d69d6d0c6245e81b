// One announcement: the document on the left, what it is and where it stands on the right, and what one may do with it now.
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { PrintedCopy, usePrinting } from '#renderer/ui/document-preview.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { announcementPages } from '#shared/text/index.ts';
import { AnnouncementSheet } from '../document/announcement-sheet.tsx';
import { AnnouncementFacts } from './announcement-facts.tsx';
import { AnnouncementHeader } from './announcement-header.tsx';
import { AnnouncementNotices } from './announcement-notices.tsx';
import css from './announcement-page.module.css';
import { CorrectionDiff } from './correction-diff.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page } = announcementPages;

type Known = AskOutput<'announcements.get'>;

export function AnnouncementPage() {
  const { announcementId = '' } = useParams();
  const { data, error, refetch } = useAsk(
    'announcements.get',
    { id: announcementId },
    { keepPrevious: false },
  );
  if (data !== undefined) return <Shown key={announcementId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: Known }) {
  const { announcement, mark } = known;
  const { id, projectId, title } = announcement;
  const document = useAsk('announcements.document', { id }, { keepPrevious: false });
  const others = useAsk(
    'announcements.byProject',
    { projectId: projectId ?? '' },
    { enabled: projectId !== null },
  ).data;
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 60_000, { autoInvoke: true });
  const printing = usePrinting(announcementPages.fileName(title, 'pdf'));
  const shown = document.data?.document;
  return (
    <div className={css['page']}>
      <AnnouncementHeader known={known} printing={printing} startable={others?.startable ?? []} />
      <AnnouncementNotices announcement={announcement} mark={mark} others={others?.announcements ?? []} />
      <div className={css['columns']}>
        <div className={css['main']}>
          <h2 className={css['unseen']}>{page.document}</h2>
          {announcement.type === 'CORRECTION' && announcement.frozen !== null ? (
            <CorrectionDiff values={announcement.frozen.values} />
          ) : null}
          {shown !== undefined ? (
            <>
              <div className={css['paper']}>
                <AnnouncementSheet document={shown} />
              </div>
              <PrintedCopy>
                <AnnouncementSheet document={shown} />
              </PrintedCopy>
            </>
          ) : document.error === null ? (
            <LoadingState />
          ) : (
            <ErrorState error={document.error} onRetry={() => void document.refetch()} />
          )}
        </div>
        <aside aria-label={page.facts} className={css['side']}>
          <h2 className={css['heading']}>{page.facts}</h2>
          <AnnouncementFacts announcement={announcement} others={others?.announcements ?? []} />
          <h2 className={css['heading']}>{page.timeline}</h2>
          <Timeline
            entries={timelineEntries(announcement, now)}
            label={page.timeline}
            now={Math.max(now, announcement.updatedAt)}
          />
        </aside>
      </div>
    </div>
  );
}
