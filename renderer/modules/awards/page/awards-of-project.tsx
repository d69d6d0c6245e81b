// 中标（成交）结果 in the guide of a project: of each evaluated section who is determined, until when, and what comes next.
import { Anchor, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { GuideProps } from '#renderer/app/module.ts';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { AwardItem } from '#shared/contract/awards.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardPages, forms, label } from '#shared/text/index.ts';
import css from './awards-of-project.module.css';

const { guide: words } = awardPages;

type Line = AskOutput<'awards.byProject'>['sections'][number];
type Change = AskOutput<'awardChanges.byProject'>['sections'][number];

export function AwardsOfProject({ project, sections }: GuideProps) {
  const lines = useAsk('awards.byProject', { projectId: project.id }).data?.sections ?? [];
  const announced = useAsk('announcements.byProject', { projectId: project.id }).data;
  const changes = useAsk('awardChanges.byProject', { projectId: project.id }).data?.sections ?? [];
  if (lines.length === 0) return null;
  return (
    <RecordSection id="project-awards" title={words.title}>
      <Table aria-label={words.title} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.section}</Table.Th>
            <Table.Th>{words.columns.result}</Table.Th>
            <Table.Th className={css['number'] ?? ''}>{words.columns.amount}</Table.Th>
            <Table.Th>{label('awards.status')}</Table.Th>
            <Table.Th className={css['short'] ?? ''}>{words.columns.due}</Table.Th>
            <Table.Th>{words.columns.next}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const section = sections.find(({ id }) => id === line.sectionId);
            return section === undefined ? null : (
              <Row
                change={changes.find(({ sectionId }) => sectionId === line.sectionId)}
                key={line.sectionId}
                line={line}
                mayAnnounce={announced?.startable.some(({ type }) => type === 'RESULT') ?? false}
                result={resultAbout(section, announced?.announcements ?? [])}
                section={section}
              />
            );
          })}
        </Table.Tbody>
      </Table>
    </RecordSection>
  );
}

type RowProps = {
  readonly line: Line;
  readonly section: Section;
  /** The 结果公告 of the section that is being drafted, or is published. */
  readonly result: AnnouncementListItem | undefined;
  readonly mayAnnounce: boolean;
  /** How a change of the published result stands. */
  readonly change: Change | undefined;
};

function Row({ line, section, result, mayAnnounce, change }: RowProps) {
  const { award, due } = line;
  const { sectionNo, name } = section;
  return (
    <Table.Tr>
      <Table.Td>{awardPages.sectionName(sectionNo, name)}</Table.Td>
      <Table.Td>
        {award === null ? (
          <span className={css['none']}>{line.failed ? words.failed : words.undetermined}</span>
        ) : (
          <Anchor component={Link} to={`/awards/${award.id}`}>
            {award.winner === '' ? words.undetermined : award.winner}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td className={css['number'] ?? ''}>{award === null ? forms.none : amountOf(award)}</Table.Td>
      <Table.Td>
        {award === null ? (
          forms.none
        ) : (
          <span className={css['badges']}>
            <RecordStatus of="awards.status" status={award.status} />
            <MarkBadge mark={award.mark} />
          </span>
        )}
      </Table.Td>
      <Table.Td>
        {isDecided(award) || line.failed ? forms.none : due === null ? words.noDue : words.due(due)}
      </Table.Td>
      <Table.Td>
        <Next change={change} line={line} mayAnnounce={mayAnnounce} result={result} section={section} />
      </Table.Td>
    </Table.Tr>
  );
}

function Next({ line, section, result, mayAnnounce, change }: RowProps): ReactNode {
  const { award, begin } = line;
  const { sectionNo, projectId } = section;
  if (begin) {
    return (
      <Button
        aria-label={words.determineOf(sectionNo)}
        component={Link}
        size="xs"
        to={`/awards/new?sectionId=${section.id}`}
        variant="default"
      >
        {awardPages.determine}
      </Button>
    );
  }
  if (award?.status === 'published') {
    return (
      <span className={css['badges']}>
        {award.letterNo === null
          ? forms.none
          : (hasEnded(section) ? words.letterVoid : words.letter)(award.letterNo)}
        <ToChange change={change} sectionNo={sectionNo} />
      </span>
    );
  }
  if (award?.status === 'void') return <ToChange change={change} sectionNo={sectionNo} />;
  if (award?.status !== 'confirmed') return waitsFor(award);
  if (result !== undefined) {
    return (
      <Anchor aria-label={words.announcingOf(sectionNo)} component={Link} to={`/announcements/${result.id}`}>
        {words.announcing}
      </Anchor>
    );
  }
  if (!mayAnnounce) return words.waitsForAnnouncement;
  const params = new URLSearchParams({ type: 'RESULT', projectId, sectionIds: section.id });
  return (
    <Button
      aria-label={words.announceOf(sectionNo)}
      component={Link}
      size="xs"
      to={`/announcements/new?${params}`}
      variant="default"
    >
      {words.announce}
    </Button>
  );
}

function hasEnded({ status }: Section): boolean {
  return status === 'failed' || status === 'terminated' || status === 'cancelled';
}

/** 中标结果变更备案: the one that there is, or a new one of those who file. */
function ToChange({ change, sectionNo }: Pick<RowProps, 'change'> & { readonly sectionNo: string }) {
  const { begin = false, filing = null, sectionId } = change ?? {};
  const to = begin
    ? `/award-changes/new?sectionId=${sectionId}`
    : filing === null
      ? undefined
      : `/award-changes/${filing.id}`;
  return to === undefined ? null : (
    <Anchor aria-label={words.changeOf(sectionNo)} component={Link} to={to}>
      {words.change}
    </Anchor>
  );
}

function waitsFor(award: AwardItem | null): string {
  switch (award?.status) {
    case 'draft':
    case 'returned':
      return words.waitsForDraft;
    case 'review':
      return words.waitsForReview;
    default:
      return forms.none;
  }
}

function isDecided(award: AwardItem | null): boolean {
  return award?.status === 'confirmed' || award?.status === 'published';
}

function amountOf({ amount, rate }: AwardItem): string {
  if (amount !== null) return formatYuan(amount);
  return rate === '' ? forms.none : rate;
}

/** One that was withdrawn is announced anew. */
function resultAbout(
  { id }: Section,
  announcements: readonly AnnouncementListItem[],
): AnnouncementListItem | undefined {
  return announcements.find(
    ({ type, status, sectionIds }) => type === 'RESULT' && status !== 'withdrawn' && sectionIds.includes(id),
  );
}
