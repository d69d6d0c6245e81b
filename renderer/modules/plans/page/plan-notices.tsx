// What one has to know before anything else: returned and why, refused, waiting for the server, cancelled.
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { formatInstant, plansPages } from '#shared/text/index.ts';

const { page, timeline } = plansPages;

export function PlanNotices({ plan, mark }: { readonly plan: Plan; readonly mark: Mark }) {
  const cancelled = plan.status === 'cancelled';
  const stopped =
    plan.status === 'returned' || cancelled
      ? plan.history.findLast(({ action }) => stops.includes(action))
      : undefined;
  const titleOf = cancelled ? page.cancelledTitle : page.returnedTitle;
  return (
    <RecordNotices>
      <MarkNotice mark={mark} />
      {stopped === undefined ? null : (
        <RecordNotice
          color={cancelled ? 'gray' : 'orange'}
          icon="returned"
          title={titleOf(whoOf(stopped, timeline), formatInstant(stopped.at))}
        >
          {page.reason(stopped.note)}
        </RecordNotice>
      )}
    </RecordNotices>
  );
}

const stops: readonly string[] = ['plans.return', 'plans.officeReturn', 'plans.reopen', 'plans.cancel'];
