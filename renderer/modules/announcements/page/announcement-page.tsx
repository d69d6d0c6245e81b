// One announcement: the document on the left, what it is and where it stands on the right, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { PrintedCopy, usePrinting } from '#renderer/ui/record/document-preview.tsx';
import { DocumentSheet } from '#renderer/ui/record/document-sheet.tsx';
import { RecordHeading, RecordPage, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { correctionTypes, invitationTypes } from '#shared/codes/announcement-kinds.ts';
import { isPublic, templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages } from '#shared/text/index.ts';
import { AnnouncementFacts } from './announcement-facts.tsx';
import { AnnouncementHeader } from './announcement-header.tsx';
import { AnnouncementNotices } from './announcement-notices.tsx';
import css from './announcement-page.module.css';
import { CorrectionDiff } from './correction-diff.tsx';
import { InvitationPapers } from './invitation-papers.tsx';
import { InvitedSuppliers } from './invited-suppliers.tsx';
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
  const printing = usePrinting(`${announcementPages.fileName(title)}.pdf`);
  const shown = document.data?.document;
  return (
    <RecordPage
      header={<AnnouncementHeader known={known} printing={printing} startable={others?.startable ?? []} />}
      notices={
        <AnnouncementNotices announcement={announcement} mark={mark} others={others?.announcements ?? []} />
      }
      side={{
        label: page.facts,
        wide: true,
        content: (
          <>
            <RecordHeading>{page.facts}</RecordHeading>
            <div className={css['facts']}>
              <AnnouncementFacts announcement={announcement} others={others?.announcements ?? []} />
            </div>
            <RecordTimeline
              entriesAt={(now) => timelineEntries(announcement, now)}
              title={page.timeline}
              updatedAt={announcement.updatedAt}
            />
          </>
        ),
      }}
    >
      <div className={css['main']}>
        <h2 className={css['unseen']}>{page.document}</h2>
        {correctionTypes.has(announcement.type) && announcement.frozen !== null ? (
          <CorrectionDiff values={announcement.frozen.values} />
        ) : null}
        {invitationTypes.has(announcement.type) ? (
          <InvitedSuppliers
            template={
              templateOf(announcement.type, announcement.templateVersion) ?? templateOf(announcement.type)
            }
            values={announcement.frozen?.values ?? announcement.content}
          />
        ) : null}
        {announcement.frozen === null || isPublic(announcement.type) ? null : <InvitationPapers id={id} />}
        {shown !== undefined ? (
          <>
            <div className={css['paper']}>
              <DocumentSheet document={shown} />
            </div>
            <PrintedCopy>
              <DocumentSheet document={shown} />
            </PrintedCopy>
          </>
        ) : document.error === null ? (
          <LoadingState />
        ) : (
          <ErrorState error={document.error} onRetry={() => void document.refetch()} />
        )}
      </div>
    </RecordPage>
  );
}
