// What comes next. While sections are awaited: when the centre took the plan, when it was last heard of, and 再次请求.
import { Button } from '@mantine/core';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { requestAgainMs } from '#shared/domain/projects/commands/push.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { availableActions } from '#shared/domain/projects/workflow.ts';
import { projectsPages } from '#shared/text/index.ts';
import { nextWords, waitsForSections } from './next-words.ts';
import css from './project-page.module.css';
import { refusalWords } from './refusal-words.ts';
import { isChanging } from './stages.ts';
import { useRequestSections } from './use-request-sections.ts';

const { next, waiting: words } = projectsPages;

type Props = {
  readonly project: Project;
  readonly plan: Plan | undefined;
  readonly mark: Mark;
  readonly now: number;
  readonly due: string | undefined;
  readonly sections: readonly Section[];
};

export function ProjectNext({ project, plan, mark, now, due, sections }: Props) {
  const waits = waitsForSections(project) && !isChanging(plan);
  return (
    <section aria-labelledby="project-next" className={css['panel']}>
      <div className={css['panelHead']}>
        <div>
          <h2 className={css['panelTitle']} id="project-next">
            {waits ? words.title : next.title}
          </h2>
          <p className={css['panelText']}>{nextWords(project, plan, due, sections)}</p>
        </div>
        {waits ? <RequestAgain mark={mark} now={now} project={project} /> : null}
      </div>
      {waits ? (
        <div className={css['panelFacts']}>
          <PushFacts project={project} />
        </div>
      ) : null}
    </section>
  );
}

function RequestAgain({ project, mark, now }: Omit<Props, 'plan' | 'due' | 'sections'>) {
  const actor = useActor();
  const sync = useSyncStatus();
  const { run, running } = useRequestSections(project.id);
  if (!availableActions(actor, project).includes('projects.requestSections')) return null;
  const { queuedAt, requestedAgainAt } = project.push;
  const allowedAt = Math.max(queuedAt ?? 0, requestedAgainAt ?? 0) + requestAgainMs;
  const sent = mark === 'waiting_for_server';
  const hint = sent
    ? sync?.state === 'offline'
      ? words.offline
      : words.againWaiting
    : now < allowedAt
      ? words.againLater(allowedAt)
      : words.againHint;
  return (
    <div className={css['panelAction']}>
      <Button
        aria-describedby="request-again-hint"
        disabled={sent || now < allowedAt}
        loading={running}
        onClick={() => void run()}
      >
        {words.again}
      </Button>
      <span className={css['hint']} id="request-again-hint">
        {hint}
      </span>
    </div>
  );
}

function PushFacts({ project: { push, platformId } }: { readonly project: Project }) {
  const platforms = useAsk('platforms.active', {}).data?.platforms;
  const platform = platforms?.find(({ id }) => id === platformId)?.name ?? platformId;
  const time = (label: string, at: number | null) =>
    at === null ? [] : [{ label, value: <When at={at} />, source: words.source }];
  const answered =
    push.status === 'rejected' ? words.rejectedAt : push.status === 'dead' ? words.deadAt : words.acceptedAt;
  const why = refusalWords(push);
  return (
    <Facts
      columns={2}
      facts={[
        { label: words.platform, value: platform },
        { label: words.state, value: <RecordStatus of="projects.push" status={push.status} /> },
        ...(push.queuedAt === null ? [] : [{ label: words.queuedAt, value: <When at={push.queuedAt} /> }]),
        ...time(words.receivedAt, push.receivedAt),
        ...time(answered, push.answeredAt),
        {
          label: words.lastContact,
          value: push.lastContactAt === null ? words.never : <When at={push.lastContactAt} />,
        },
        ...(push.requestedAgainAt === null
          ? []
          : [{ label: words.requestedAgain, value: <When at={push.requestedAgainAt} /> }]),
        ...(why === '' ? [] : [{ label: words.why, value: why, source: words.source, wide: true }]),
      ]}
    />
  );
}
