// One plan: what it is on the left, where it stands on the right, and what one may do with it now.
import { useParams } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { RecordHeading, RecordPage } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import { ContentView } from '../content/content-view.tsx';
import { useNames } from '../content/use-names.ts';
import { changedFields, fieldsOf } from './changed-fields.ts';
import { PlanChanges } from './plan-changes.tsx';
import { PlanChecks } from './plan-checks.tsx';
import { PlanHeader } from './plan-header.tsx';
import { PlanNotices } from './plan-notices.tsx';
import css from './plan-page.module.css';
import { PlanTimeline } from './plan-timeline.tsx';

const { page } = plansPages;

export function PlanPage() {
  const { planId = '' } = useParams();
  const { data, error, refetch } = useAsk('plans.get', { id: planId }, { keepPrevious: false });
  if (data !== undefined) return <ShownPlan key={planId} mark={data.mark} plan={data.plan} />;
  return error === null ? <LoadingState /> : <ErrorState page error={error} onRetry={() => void refetch()} />;
}

function ShownPlan({ plan, mark }: { readonly plan: Plan; readonly mark: Mark }) {
  const actor = useActor();
  const { content, returnedContent, status } = plan;
  const names = useNames(content, returnedContent);
  // After it was filed, what was changed on the way there is settled.
  const underReview = status === 'returned' || status === 'unit_review' || status === 'office_review';
  const differences =
    underReview && returnedContent !== null ? changedFields(returnedContent, content, names) : undefined;
  const changed = fieldsOf(differences ?? []);
  const reviews = actor.role === 'purchaser_reviewer' || actor.role === 'procurement_office';

  return (
    <RecordPage
      header={<PlanHeader mark={mark} plan={plan} />}
      notices={<PlanNotices mark={mark} plan={plan} />}
      side={{ label: page.timeline, content: <PlanTimeline plan={plan} /> }}
    >
      <div className={css['main']}>
        {differences === undefined ? null : <PlanChanges differences={differences} plan={plan} />}
        {underReview || status === 'draft' ? <PlanChecks open={reviews} plan={plan} /> : null}
        <div>
          <RecordHeading>{page.facts}</RecordHeading>
          <ContentView changed={changed} names={names} plan={plan} />
        </div>
      </div>
    </RecordPage>
  );
}
