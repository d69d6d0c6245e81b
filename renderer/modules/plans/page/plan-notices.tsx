// What one has to know before anything else: returned and why, refused, waiting for the server, cancelled.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { PlanPredecessor } from '#shared/domain/plans/predecessor.ts';
import { formatInstant, methodChangePages, plansPages } from '#shared/text/index.ts';

const { page, timeline } = plansPages;

export function PlanNotices({ plan, mark }: { readonly plan: Plan; readonly mark: Mark }) {
  const cancelled = plan.status === 'cancelled';
  const stopped =
    plan.status === 'returned' || cancelled
      ? plan.history.findLast(({ action }) => stops.includes(action))
      : undefined;
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {plan.predecessor === null ? null : <ChangeNotice predecessor={plan.predecessor} />}
      {stopped === undefined ? null : (
        <RecordNotice
          color={cancelled ? 'gray' : 'orange'}
          icon="returned"
          title={titleOf(stopped.action)(whoOf(stopped, timeline), formatInstant(stopped.at))}
        >
          {page.reason(stopped.note)}
        </RecordNotice>
      )}
    </RecordNotices>
  );
}

function titleOf(action: string) {
  if (action === 'plans.giveUp') return page.givenUpTitle;
  return action === 'plans.cancel' ? page.cancelledTitle : page.returnedTitle;
}

/** Whoever reviews or files it has to know that it takes the place of another. */
function ChangeNotice({ predecessor }: { readonly predecessor: PlanPredecessor }) {
  const { projectId, planNo, method } = predecessor;
  return (
    <RecordNotice color="blue" icon="changed" title={methodChangePages.plan.title}>
      {methodChangePages.plan.notice(planNo, codeName(procurementMethods, method) ?? method)}
      <Anchor component={Link} ml="sm" to={`/projects/${projectId}`} underline="always">
        {methodChangePages.plan.openProject}
      </Anchor>
    </RecordNotice>
  );
}

const stops: readonly string[] = [
  'plans.return',
  'plans.officeReturn',
  'plans.reopen',
  'plans.cancel',
  'plans.giveUp',
];
