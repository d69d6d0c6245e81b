// What may become of sections that failed: announced again by the same method, or bought by another one; and what has become of those that were. A button that
// is not to be had says why.
import { Anchor, Button, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { isNotice } from '#shared/domain/announcements/coverage.ts';
import { gate, paramsOf } from '#shared/domain/projects/gates.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { describeField, methodChangePages } from '#shared/text/index.ts';
import { beginAddress, type Startable } from './announcement-address.ts';
import { ChangeMethodDialog } from './change-method-dialog.tsx';
import css from './sections.module.css';

const { afterFailure: words } = methodChangePages;

type Props = {
  readonly project: Project;
  readonly sections: readonly Section[];
  readonly startable: readonly Startable[];
};

export function AfterFailure({ project, sections, startable }: Props) {
  const actor = useActor();
  const [changing, setChanging] = useState<string | null>(null);
  const failed = sections.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return null;
  const decides = actor.role === 'purchaser_clerk' || actor.role === 'agency';
  const notice = startable.find((each) => isNotice(each) && each.targetId === null);
  return (
    <RecordSection id="project-after-failure" title={words.title}>
      <p className={css['differenceHint']}>{words.hint}</p>
      <Table aria-label={words.title} className={css['table'] ?? ''} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.section}</Table.Th>
            <Table.Th>{words.columns.course}</Table.Th>
            {decides ? <Table.Th>{words.columns.actions}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {failed.map((section) => (
            <Table.Tr key={section.id}>
              <Table.Td className={css['name'] ?? ''}>
                {section.sectionNo} {section.name}
              </Table.Td>
              <Table.Td>
                <Course section={section} />
              </Table.Td>
              {decides ? (
                <Table.Td>
                  <Ways
                    isClerk={actor.role === 'purchaser_clerk'}
                    notice={notice}
                    onChange={() => setChanging(section.id)}
                    project={project}
                    section={section}
                    startable={startable}
                  />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changing === null ? null : (
        <ChangeMethodDialog
          first={changing}
          onClose={() => setChanging(null)}
          project={project}
          sections={failed.filter((section) => gate(section, 'change_method', project).open)}
        />
      )}
    </RecordSection>
  );
}

/** What has become of it. */
function Course({ section: { successor } }: { readonly section: Section }) {
  if (successor === null) return words.undecided;
  const { planId, planNo, projectId, sectionNo, begunAt } = successor;
  return (
    <div className={css['after']}>
      <span>
        {planNo === null ? words.begun(begunAt) : words.filed(planNo)}
        {planNo === null ? null : `，${sectionNo === null ? words.waits : words.succeeded(sectionNo)}`}
      </span>
      <span className={css['afterLinks']}>
        <Anchor component={Link} size="sm" to={`/plans/${planId}`} underline="always">
          {words.openPlan}
        </Anchor>
        {projectId === null ? null : (
          <Anchor component={Link} size="sm" to={`/projects/${projectId}`} underline="always">
            {words.openProject}
          </Anchor>
        )}
      </span>
    </div>
  );
}

type WaysProps = {
  readonly project: Project;
  readonly section: Section;
  readonly notice: Startable | undefined;
  readonly startable: readonly Startable[];
  readonly isClerk: boolean;
  readonly onChange: () => void;
};

function Ways({ project, section, notice, startable, isClerk, onChange }: WaysProps) {
  const [obstacle] = gate(section, 'change_method', project).refused;
  const why =
    obstacle === undefined
      ? undefined
      : describeField({ path: '', code: obstacle.kind, params: paramsOf(obstacle) });
  const ends = startable.find(
    ({ type, targetId }) => type === 'TERMINATION' && targetId === section.schedule?.announcementId,
  );
  const again = why ?? (notice === undefined ? words.notStartable : undefined);
  const change = why ?? (isClerk ? undefined : words.byClerk);
  const hintId = `after-failure-${section.id}`;
  const hints = [...new Set([again, change].flatMap((hint) => hint ?? []))];
  const begin = (what: Startable, name: string) => (
    <Button component={Link} size="xs" to={beginAddress(project.id, what, [section.id])} variant="default">
      {name}
    </Button>
  );
  return (
    <div className={css['after']}>
      <span className={css['afterLinks']}>
        {again === undefined && notice !== undefined ? (
          begin(notice, words.again)
        ) : (
          <Button aria-describedby={hintId} disabled size="xs" variant="default">
            {words.again}
          </Button>
        )}
        <Button
          {...(change === undefined ? {} : { 'aria-describedby': hintId })}
          disabled={change !== undefined}
          onClick={onChange}
          size="xs"
          variant="default"
        >
          {words.change}
        </Button>
        {obstacle === undefined && ends !== undefined ? begin(ends, words.end) : null}
      </span>
      {hints.length === 0 ? null : (
        <span className={css['differenceHint']} id={hintId}>
          {hints.join('')}
        </span>
      )}
    </div>
  );
}
