// 开标与评审 of each announced section: what stops it, what happened, who bid and how they were ranked.
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { ExplanationDrawer } from '#renderer/ui/record/explanation-drawer.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { terminationReasons } from '#shared/codes/outcome-reasons.ts';
import { evaluationInForce, eventInForce, tooFewBidders } from '#shared/domain/projects/events/course.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import { isAnnounced, type Project, type Section } from '#shared/domain/projects/model.ts';
import { label, coursePages as words } from '#shared/text/index.ts';
import { beginAddress, type Startable } from '../page/announcement-address.ts';
import css from './course.module.css';
import { type Clock, earlierEvents, linesOf, mayRecord, type ShownEvent } from './course-lines.ts';
import { CourseTable } from './course-table.tsx';
import { EarlierEvents } from './earlier-events.tsx';
import { RecordEventDialog } from './record-event-dialog.tsx';
import { Bidders, EvaluationResult } from './suppliers.tsx';
import { WithdrawEventDialog } from './withdraw-event-dialog.tsx';

type Props = {
  readonly project: Project;
  /** 采购方式适用情形, where the plan is known here. */
  readonly methodReasonCode: string | null;
  readonly sections: readonly Section[];
  readonly startable: readonly Startable[];
};

export function SectionCourses({ project, methodReasonCode, sections, startable }: Props) {
  const { data, error, refetch } = useAsk(
    'sectionEvents.byProject',
    { projectId: project.id },
    { keepPrevious: false },
  );
  const announced = sections.filter((section) => isAnnounced(section) && section.schedule !== null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState lines={4} />;
  return (
    <>
      <p className={css['hint']}>{words.hint}</p>
      {announced.map((section) => (
        <Course
          begin={startable.find(
            ({ type, targetId }) => type === 'TERMINATION' && targetId === section.schedule?.announcementId,
          )}
          clocks={data.clocks}
          events={data.events}
          key={section.id}
          methodReasonCode={methodReasonCode}
          project={project}
          section={section}
        />
      ))}
    </>
  );
}

type CourseProps = {
  readonly project: Project;
  readonly methodReasonCode: string | null;
  readonly section: Section;
  readonly events: readonly ShownEvent[];
  readonly clocks: readonly Clock[];
  /** The 终止公告 that may be begun about it. */
  readonly begin: Startable | undefined;
};

function Course({ project, methodReasonCode, section, events, clocks, begin }: CourseProps) {
  const actor = useActor();
  const [recording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<SectionEvent | null>(null);
  const [explained, setExplained] = useState<Clock | null>(null);
  const all = events.map(({ event }) => event);
  const opening = eventInForce(section, all, 'opening')?.details;
  const evaluation = evaluationInForce(section, all);
  const earlier = earlierEvents(section, events);
  const name = words.of(section.sectionNo, section.name);
  const titleId = `course-${section.id}`;
  return (
    <section aria-labelledby={titleId} className={css['course']}>
      <div className={css['head']}>
        <h3 className={css['title']} id={titleId}>
          {name}
        </h3>
        <RecordStatus of="sections.status" status={section.status} />
        {(section.schedule?.round ?? 1) > 1 ? (
          <span className={css['round']}>{words.round(section.schedule?.round ?? 1)}</span>
        ) : null}
        {mayRecord(actor, project, section) ? (
          <Button
            aria-label={words.recordOf(name)}
            className={css['record'] ?? ''}
            onClick={() => setRecording(true)}
            size="xs"
            variant="default"
          >
            {words.record}
          </Button>
        ) : null}
      </div>
      <Stops
        begin={begin}
        events={all}
        methodReasonCode={methodReasonCode}
        project={project}
        section={section}
      />
      <CourseTable
        lines={linesOf(actor, project, section, events, clocks)}
        name={name}
        onExplain={setExplained}
        onWithdraw={setWithdrawing}
      />
      {opening?.of === 'opening' ? <Bidders bidders={opening.bidders} /> : null}
      {evaluation === undefined ? null : <EvaluationResult evaluation={evaluation} />}
      {earlier.length === 0 ? null : <EarlierEvents events={earlier} />}
      {recording ? (
        <RecordEventDialog
          events={all}
          onClose={() => setRecording(false)}
          project={project}
          section={section}
        />
      ) : null}
      {withdrawing === null ? null : (
        <WithdrawEventDialog event={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
      <ExplanationDrawer
        explanations={explained === null ? [] : [explained.explanation]}
        note={words.clockNote}
        onClose={() => setExplained(null)}
        title={explained === null ? null : label(`sectionEvents.kind.${explained.kind}`)}
      />
    </section>
  );
}

type StopsProps = Pick<CourseProps, 'project' | 'methodReasonCode' | 'section' | 'begin'> & {
  readonly events: readonly SectionEvent[];
};

/** Why the section cannot go on, and the way out: a 终止公告. What has ended already says so by its state. */
function Stops({ project, methodReasonCode, section, events, begin }: StopsProps) {
  const { method } = project;
  const tooFew = tooFewBidders({ method, methodReasonCode }, section, events);
  const outcome = evaluationInForce(section, events)?.outcome;
  const open = section.status === 'opened' || section.status === 'evaluated';
  if (!open || (tooFew === undefined && outcome?.result !== 'failed')) return null;
  return (
    <Alert
      className={css['stop'] ?? ''}
      color="orange"
      icon={<IconAlertTriangle aria-hidden size={18} />}
      title={tooFew === undefined ? words.failed.title : words.tooFew.title(tooFew.fewest)}
    >
      {tooFew === undefined ? null : <p className={css['line']}>{words.tooFew.text(tooFew.bidders)}</p>}
      {outcome?.result === 'failed' ? (
        <p className={css['line']}>
          {words.failed.text(codeName(terminationReasons, outcome.reasonCode), outcome.reason)}
        </p>
      ) : null}
      {begin === undefined ? (
        <p className={css['line']}>{words.tooFew.waits}</p>
      ) : (
        <Button component={Link} size="xs" to={beginAddress(project.id, begin, [section.id])}>
          {words.tooFew.todo}
        </Button>
      )}
    </Alert>
  );
}
