// 中标结果变更备案 in the guide of a project: of each section with a published result whether a change of it is filed, and what comes next. 结果变更公告 waits for it.
import { Anchor, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import type { GuideProps } from '#renderer/app/module.ts';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { awardChangePages, forms } from '#shared/text/index.ts';
import { ends, fills } from '../actions/change-actions.ts';
import css from './changes-of-project.module.css';

const { guide: words } = awardChangePages;

type Line = AskOutput<'awardChanges.byProject'>['sections'][number];

export function ChangesOfProject({ project, sections }: GuideProps) {
  const lines = useAsk('awardChanges.byProject', { projectId: project.id }).data?.sections ?? [];
  if (lines.length === 0) return null;
  return (
    <RecordSection id="project-award-changes" title={words.title}>
      <Table aria-label={words.title} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.section}</Table.Th>
            <Table.Th>{words.columns.supplier}</Table.Th>
            <Table.Th>{words.columns.filing}</Table.Th>
            <Table.Th>{words.columns.next}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const section = sections.find(({ id }) => id === line.sectionId);
            return section === undefined ? null : <Row key={line.sectionId} line={line} section={section} />;
          })}
        </Table.Tbody>
      </Table>
    </RecordSection>
  );
}

type RowProps = { readonly line: Line; readonly section: Section };

function Row({ line, section }: RowProps) {
  const { filing, supplierName } = line;
  const { sectionNo, name } = section;
  return (
    <Table.Tr>
      <Table.Td>{awardChangePages.sectionName(sectionNo, name)}</Table.Td>
      <Table.Td>
        {supplierName === '' ? <span className={css['none']}>{words.noResult}</span> : supplierName}
      </Table.Td>
      <Table.Td>
        {filing === null ? (
          <span className={css['none']}>{words.noFiling}</span>
        ) : (
          <span className={css['cell']}>
            <Anchor aria-label={words.viewOf(sectionNo)} component={Link} to={`/award-changes/${filing.id}`}>
              {filing.changeNo ?? words.view}
            </Anchor>
            <RecordStatus of="awardChanges.status" status={filing.status} />
            <MarkBadge mark={filing.mark} />
          </span>
        )}
      </Table.Td>
      <Table.Td>
        <span className={css['cell']}>
          <Next line={line} section={section} />
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

function Next({ line, section }: RowProps): ReactNode {
  const { filing, begin, sectionId } = line;
  const { sectionNo, status } = section;
  if (begin) {
    return (
      <>
        <Button
          aria-label={words.fileOf(sectionNo)}
          component={Link}
          size="xs"
          to={`/award-changes/new?sectionId=${sectionId}`}
          variant="default"
        >
          {words.file}
        </Button>
        <NoticeToCome sectionNo={sectionNo} />
      </>
    );
  }
  switch (filing?.status) {
    case 'draft':
    case 'returned':
      return (
        <>
          <GoOn line={line} section={section} />
          <NoticeToCome sectionNo={sectionNo} />
        </>
      );
    case 'review':
      return (
        <>
          {words.waitsForReview}
          <NoticeToCome sectionNo={sectionNo} />
        </>
      );
    case 'approved':
    case 'announced':
      if (filing.notice === null) {
        return filing.status === 'approved' ? <NoticeAnew line={line} section={section} /> : forms.none;
      }
      return (
        <Button
          aria-label={words.noticeOf(sectionNo)}
          component={Link}
          size="xs"
          to={`/announcements/${filing.notice.id}`}
          variant="default"
        >
          {awardChangePages.notice}
        </Button>
      );
    case 'closed':
      return status === 'awarded' ? <EndSection section={section} /> : forms.none;
    default:
      return forms.none;
  }
}

/** 继续填报 is the clerk's of the unit; everybody else waits. */
function GoOn({ line: { filing }, section }: RowProps) {
  const actor = useActor();
  if (filing === null || !fills(actor, section)) return words.waitsForSubmit;
  return (
    <Button
      aria-label={words.goOnOf(section.sectionNo)}
      component={Link}
      size="xs"
      to={`/award-changes/${filing.id}/edit`}
      variant="default"
    >
      {words.goOn}
    </Button>
  );
}

/** 终止公告, of whoever drafts notices. */
function EndSection({ section }: Pick<RowProps, 'section'>) {
  const { projectId, sectionNo, id, schedule } = section;
  const actor = useActor();
  if (!ends(actor, section) || schedule === null) return words.waitsForEnd;
  const about = { type: 'TERMINATION', projectId, targetId: schedule.announcementId, sectionIds: id };
  return (
    <Button
      aria-label={words.endOf(sectionNo)}
      component={Link}
      size="xs"
      to={`/announcements/new?${new URLSearchParams(about)}`}
      variant="default"
    >
      {words.end}
    </Button>
  );
}

/** Its draft was deleted: who drafts notices begins it anew. */
function NoticeAnew({ line, section }: RowProps) {
  const { projectId, sectionNo, id } = section;
  const actor = useActor();
  const writes = actor.role === 'purchaser_clerk' || actor.role === 'agency';
  if (!writes || !isPartyOf(actor, section) || line.resultNoticeId === null) return words.waitsForNotice;
  const about = { type: 'RESULT_CHANGE', projectId, targetId: line.resultNoticeId, sectionIds: id };
  return (
    <Button
      aria-label={words.noticeOf(sectionNo)}
      component={Link}
      size="xs"
      to={`/announcements/new?${new URLSearchParams(about)}`}
      variant="default"
    >
      {awardChangePages.notice}
    </Button>
  );
}

/** Seen, and not to be pressed before the approval. */
function NoticeToCome({ sectionNo }: { readonly sectionNo: string }) {
  const id = `notice-to-come-${sectionNo}`;
  return (
    <>
      <Button
        aria-describedby={id}
        aria-label={words.noticeOf(sectionNo)}
        disabled
        size="xs"
        variant="default"
      >
        {awardChangePages.notice}
      </Button>
      <span className={css['hint']} id={id}>
        {awardChangePages.filingNeeded}
      </span>
    </>
  );
}
