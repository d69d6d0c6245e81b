import { useInterval } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Timeline } from '#renderer/ui/timeline.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import { timelineEntries } from './timeline-entries.ts';

/** 办理进度, with the way to the centre and the arrival of sections once there is a project. */
export function PlanTimeline({ plan }: { readonly plan: Plan }) {
  const projectId = plan.projectId ?? '';
  const enabled = plan.projectId !== null;
  const project = useAsk('projects.get', { id: projectId }, { enabled }).data?.project;
  const sections = useAsk('sections.byProject', { projectId }, { enabled }).data?.sections;
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 60_000, { autoInvoke: true });
  const entries = useMemo(
    () => timelineEntries({ plan, project, sections: sections ?? [] }),
    [plan, project, sections],
  );
  return <Timeline entries={entries} label={plansPages.page.timeline} now={Math.max(now, plan.updatedAt)} />;
}
