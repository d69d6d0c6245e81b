// 质疑 in the guide of a project: those registered, what they hold, and 登记质疑 for the unit and its agency.
import { Anchor, Button, Table } from '@mantine/core';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import type { GuideProps } from '#renderer/app/module.ts';
import { RecordNotice } from '#renderer/ui/record/record-notices.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { HoldKind } from '#shared/codes/section-steps.ts';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import { openHolds } from '#shared/domain/projects/holds.ts';
import { isAnnounced } from '#shared/domain/projects/model.ts';
import { challengePages, forms, label } from '#shared/text/index.ts';
import { rowName } from '../list/challenge-columns.tsx';
import css from './challenges-of-project.module.css';

const { guide: words } = challengePages;

export function ChallengesOfProject({ project, sections }: GuideProps) {
  const actor = useActor();
  const rows = useAsk('challenges.byProject', { projectId: project.id }).data?.challenges ?? [];
  const writes = actor.role === 'purchaser_clerk' || actor.role === 'agency';
  const mayRegister = writes && isPartyOf(actor, project) && sections.some(isAnnounced);
  const held = sections.flatMap(openHolds);
  const documentsOf = (kind: HoldKind) =>
    [...new Set(held.filter((hold) => hold.kind === kind).map(({ document }) => document))].join('、');
  const [open, upheld] = [documentsOf('challenge'), documentsOf('upheld')];
  if (rows.length === 0 && !mayRegister) return null;
  return (
    <RecordSection id="project-challenges" title={words.title}>
      {held.length === 0 ? null : (
        <div className={css['holds']}>
          {open === '' ? null : (
            <RecordNotice color="orange" icon="warning">
              {words.holds(open)}
            </RecordNotice>
          )}
          {upheld === '' ? null : (
            <RecordNotice color="orange" icon="warning">
              {words.upheld(upheld)}
            </RecordNotice>
          )}
        </div>
      )}
      {rows.length === 0 ? (
        <p className={css['none']}>{words.none}</p>
      ) : (
        <Table aria-label={words.title} verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{label('challenges.supplierName')}</Table.Th>
              <Table.Th>{label('challenges.content.sectionIds')}</Table.Th>
              <Table.Th>{label('challenges.mayAffect')}</Table.Th>
              <Table.Th>{label('challenges.receivedOn')}</Table.Th>
              <Table.Th>{label('challenges.replyDue')}</Table.Th>
              <Table.Th>{label('challenges.status')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Anchor component={Link} to={`/challenges/${row.id}`}>
                    {rowName(row)}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  {row.sectionIds
                    .map((id) => sections.find((section) => section.id === id)?.sectionNo ?? forms.none)
                    .join('、') || forms.none}
                </Table.Td>
                <Table.Td>{label(`challenges.mayAffect.${effectOf(row.mayAffectResult)}`)}</Table.Td>
                <Table.Td>{row.receivedOn ?? forms.none}</Table.Td>
                <Table.Td>{row.status === 'open' ? (row.replyDue ?? forms.none) : forms.none}</Table.Td>
                <Table.Td>
                  <RecordStatus of="challenges.status" status={row.status} />
                  <MarkBadge mark={row.mark} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayRegister ? (
        <Button component={Link} mt="sm" to={`/challenges/new?projectId=${project.id}`} variant="default">
          {challengePages.register}
        </Button>
      ) : null}
    </RecordSection>
  );
}

function effectOf(mayAffect: boolean | null): 'yes' | 'no' | 'unsaid' {
  return mayAffect === null ? 'unsaid' : mayAffect ? 'yes' : 'no';
}
