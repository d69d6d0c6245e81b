// What one has to know before anything else: returned and why, refused, waiting for the server, cancelled.
import { Alert, Anchor } from '@mantine/core';
import { IconAlertCircle, IconClock, IconCornerUpLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { formatInstant, plansPages } from '#shared/text/index.ts';
import css from './plan-page.module.css';
import { whoOf } from './timeline-entries.ts';

const { marks, page } = plansPages;

export function PlanNotices({ plan, mark }: { readonly plan: Plan; readonly mark: Mark }) {
  const sync = useSyncStatus();
  const stopped =
    plan.status === 'returned' || plan.status === 'cancelled'
      ? plan.history.findLast(({ action }) => stops.includes(action))
      : undefined;
  if (stopped === undefined && mark !== 'refused' && mark !== 'waiting_for_server') return null;
  return (
    <div className={css['notices']}>
      {mark === 'refused' ? (
        <Alert color="red" icon={<IconAlertCircle aria-hidden size={18} />} p="xs">
          {marks.refused}
          <Anchor component={Link} ml="sm" to="/outbox" underline="always">
            {marks.toOutbox}
          </Anchor>
        </Alert>
      ) : null}
      {mark === 'waiting_for_server' ? (
        <Alert color="blue" icon={<IconClock aria-hidden size={18} />} p="xs">
          {sync?.state === 'offline' ? marks.offline : marks.waiting_for_server}
        </Alert>
      ) : null}
      {stopped === undefined ? null : (
        <Alert
          color={plan.status === 'cancelled' ? 'gray' : 'orange'}
          icon={<IconCornerUpLeft aria-hidden size={18} />}
          p="xs"
          title={
            plan.status === 'cancelled'
              ? page.cancelledTitle(whoOf(stopped), formatInstant(stopped.at))
              : page.returnedTitle(whoOf(stopped), formatInstant(stopped.at))
          }
        >
          <p className={css['line']}>{page.reason(stopped.note)}</p>
        </Alert>
      )}
    </div>
  );
}

const stops: readonly string[] = ['plans.return', 'plans.officeReturn', 'plans.reopen', 'plans.cancel'];
