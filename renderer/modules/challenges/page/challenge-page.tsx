// One challenge: what the letter says, what was answered, where it stands, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { RecordPage, RecordSection, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { type Challenge, owesReport } from '#shared/domain/challenges/model.ts';
import { challengePages, forms, label } from '#shared/text/index.ts';
import { ChallengeHeader } from './challenge-header.tsx';
import css from './challenge-page.module.css';
import { timelineEntries } from './timeline-entries.ts';

const { page: words } = challengePages;

type Known = AskOutput<'challenges.get'>;

export function ChallengePage() {
  const { challengeId = '' } = useParams();
  const { data, error, refetch } = useAsk('challenges.get', { id: challengeId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={challengeId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: Known }) {
  const { challenge, mark } = known;
  const entries = timelineEntries(challenge);
  return (
    <RecordPage
      header={<ChallengeHeader known={known} />}
      notices={<Notices challenge={challenge} mark={mark} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={challenge.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        <Letter challenge={challenge} />
        {challenge.reply === null ? null : <Reply reply={challenge.reply} />}
        {challenge.report === null ? null : (
          <RecordSection id="challenge-report" title={words.report}>
            <p>{words.reported(challenge.report.reportedOn)}</p>
            <Files files={challenge.report.files} id="challenge-report-files" />
          </RecordSection>
        )}
      </div>
    </RecordPage>
  );
}

function Notices({ challenge, mark }: Pick<Known, 'challenge' | 'mark'>) {
  const { status, content } = challenge;
  const open = status === 'open';
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {open && content.mayAffectResult === null ? (
        <RecordNotice color="orange" icon="warning">
          {words.effectUnsaid}
        </RecordNotice>
      ) : null}
      {open && content.mayAffectResult === true ? (
        <RecordNotice color="orange" icon="warning">
          {words.holding}
        </RecordNotice>
      ) : null}
      {owesReport(challenge) ? (
        <RecordNotice color="orange" icon="warning" title={words.report}>
          {words.owesReport}
        </RecordNotice>
      ) : null}
    </RecordNotices>
  );
}

function Letter({ challenge }: { readonly challenge: Challenge }) {
  const { content, replyDue, source, projectId } = challenge;
  const sections = useAsk('sections.byProject', { projectId }).data?.sections ?? [];
  const named = content.sectionIds.map(
    (id) => sections.find((section) => section.id === id)?.sectionNo ?? forms.none,
  );
  const name = (field: keyof Challenge['content']) => label(`challenges.content.${field}`);
  const { stage, mayAffectResult: effect } = content;
  return (
    <RecordSection id="challenge-facts" title={words.facts}>
      <Facts
        facts={[
          { label: name('supplierName'), value: content.supplierName },
          { label: name('supplierUscc'), value: content.supplierUscc },
          { label: name('supplierContact'), value: content.supplierContact },
          { label: name('supplierPhone'), value: content.supplierPhone },
          { label: name('sectionIds'), value: named.join('、') },
          { label: name('stage'), value: stage === null ? null : label(`challenges.stage.${stage}`) },
          { label: name('letterNo'), value: content.letterNo },
          { label: words.source, value: label(`challenges.source.${source}`) },
          { label: name('sentOn'), value: content.sentOn },
          { label: name('receivedOn'), value: content.receivedOn },
          { label: name('knownOn'), value: content.knownOn },
          { label: words.dueTitle, value: replyDue },
          {
            label: name('mayAffectResult'),
            value: label(`challenges.mayAffect.${effect === null ? 'unsaid' : effect ? 'yes' : 'no'}`),
          },
          {
            label: name('matters'),
            value: <span className={css['text']}>{content.matters}</span>,
            wide: true,
          },
        ]}
      />
      <Files files={content.files} id="challenge-files" />
    </RecordSection>
  );
}

function Reply({ reply }: { readonly reply: NonNullable<Challenge['reply']> }) {
  const name = (field: keyof typeof reply) => label(`challenges.reply.${field}`);
  const { conclusion, consequence, service } = reply;
  return (
    <RecordSection id="challenge-reply" title={words.reply}>
      <Facts
        facts={[
          { label: name('conclusion'), value: label(`challenges.conclusion.${conclusion}`) },
          {
            label: name('consequence'),
            value: consequence === null ? null : label(`challenges.consequence.${consequence}`),
          },
          { label: name('repliedOn'), value: reply.repliedOn },
          { label: name('servedOn'), value: reply.servedOn },
          { label: name('service'), value: service === null ? null : label(`challenges.service.${service}`) },
          { label: name('text'), value: <span className={css['text']}>{reply.text}</span>, wide: true },
        ]}
      />
      <Files files={reply.files} id="challenge-reply-files" />
    </RecordSection>
  );
}

type FilesProps = { readonly id: string; readonly files: Challenge['content']['files'] };

function Files({ id, files }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <Attachments
      files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
      id={id}
      label={label('challenges.files')}
      purposes={[{ code: 'file', name: challengePages.form.filePurpose }]}
    />
  );
}
