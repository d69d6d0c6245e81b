// A project: where it is, what comes next, its sections, its facts.
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useModules } from '#renderer/app/module.ts';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { RecordPage, RecordSection } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Mark } from '#shared/contract/ipc.ts';
import { shownStatus } from '#shared/domain/projects/completion.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import { announcementPages, coursePages, projectsPages } from '#shared/text/index.ts';
import { SectionCourses } from '../course/section-courses.tsx';
import { AfterFailure } from './after-failure.tsx';
import { AnnouncementsTable } from './announcements-table.tsx';
import { OpenPlan } from './open-plan.tsx';
import { ProjectFacts } from './project-facts.tsx';
import { ProjectNext } from './project-next.tsx';
import css from './project-page.module.css';
import { SectionsTable } from './sections-table.tsx';
import { StageBar } from './stage-bar.tsx';
import { dueNext, stagesOf } from './stages.ts';
import { StartAnnouncement } from './start-announcement.tsx';

const { facts, guide, sections: sectionWords } = projectsPages;

export function ProjectPage() {
  const { projectId = '' } = useParams();
  const { data, error, refetch } = useAsk('projects.get', { id: projectId }, { keepPrevious: false });
  if (data !== undefined) return <ShownProject key={projectId} mark={data.mark} project={data.project} />;
  return error === null ? <LoadingState /> : <ErrorState page error={error} onRetry={() => void refetch()} />;
}

function ShownProject({ project, mark }: { readonly project: Project; readonly mark: Mark }) {
  const plan = useAsk('plans.get', { id: project.planId }, { keepPrevious: false }).data?.plan;
  const sections = useAsk('sections.byProject', { projectId: project.id }, { keepPrevious: false }).data;
  const announced = useAsk(
    'announcements.byProject',
    { projectId: project.id },
    { keepPrevious: false },
  ).data;
  const startable = announced?.startable ?? [];
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  const known = sections?.sections ?? [];
  const guides = useModules().flatMap(({ guide: part }) => part ?? []);

  return (
    <RecordPage
      header={
        <RecordHeader
          actions={
            <>
              {plan === undefined ? null : <OpenPlan planId={plan.id} />}
              <StartAnnouncement
                announcements={announced?.announcements ?? []}
                projectId={project.id}
                sections={known}
                startable={startable}
              />
            </>
          }
          facts={{ planNo: project.planNo, purchaser: project.purchaserName }}
          mark={mark}
          of="projects.status"
          status={shownStatus(project)}
          title={project.name === '' ? projectsPages.unnamed : project.name}
        />
      }
    >
      <section aria-label={guide} className={css['stages']}>
        <StageBar
          stages={stagesOf({
            project,
            plan,
            sections: known,
            announcements: announced?.announcements ?? [],
            now,
          })}
        />
      </section>
      <div className={css['body']}>
        <ProjectNext
          due={dueNext(known, now)}
          mark={mark}
          now={now}
          plan={plan}
          project={project}
          sections={known}
        />
        {known.length === 0 ? null : (
          <RecordSection id="project-sections" title={sectionWords.title}>
            <SectionsTable plan={plan} project={project} sections={known} startable={startable} />
          </RecordSection>
        )}
        <AfterFailure project={project} sections={known} startable={startable} />
        {known.every(({ schedule }) => schedule === null) ? null : (
          <RecordSection id="project-course" title={coursePages.title}>
            <SectionCourses
              methodReasonCode={plan?.content.methodReasonCode ?? null}
              project={project}
              sections={known}
              startable={startable}
            />
          </RecordSection>
        )}
        {announced === undefined || known.length === 0 ? null : (
          <RecordSection id="project-announcements" title={announcementPages.list.title}>
            <AnnouncementsTable
              announcements={announced.announcements}
              projectId={project.id}
              sections={known}
              startable={startable}
            />
          </RecordSection>
        )}
        {guides.map((Guide) => (
          <Guide key={Guide.name} project={project} sections={known} />
        ))}
        <RecordSection id="project-facts" title={facts.title}>
          <ProjectFacts plan={plan} project={project} />
        </RecordSection>
      </div>
    </RecordPage>
  );
}
