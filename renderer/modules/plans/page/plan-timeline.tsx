import { useAsk } from '#renderer/api/use-ask.ts';
import { RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import { timelineEntries } from './timeline-entries.ts';

/** 办理进度, with the way to the centre and the arrival of sections once there is a project. */
export function PlanTimeline({ plan }: { readonly plan: Plan }) {
  const projectId = plan.projectId ?? '';
  const enabled = plan.projectId !== null;
  const project = useAsk('projects.get', { id: projectId }, { enabled }).data?.project;
  const sections = useAsk('sections.byProject', { projectId }, { enabled }).data?.sections;
  const entries = timelineEntries({ plan, project, sections: sections ?? [] });
  return (
    <RecordTimeline entriesAt={() => entries} title={plansPages.page.timeline} updatedAt={plan.updatedAt} />
  );
}
