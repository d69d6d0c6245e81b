// What changed since the last return, before and after: what a reviewer looks at first.
import { Diff } from '#renderer/ui/record/diff.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { fieldLabel, plansPages } from '#shared/text/index.ts';
import type { FieldDifference } from './changed-fields.ts';

const { page, review } = plansPages;
const returns: readonly string[] = ['plans.return', 'plans.officeReturn', 'plans.reopen'];

type Props = { readonly plan: Plan; readonly differences: readonly FieldDifference[] };

export function PlanChanges({ plan, differences }: Props) {
  const returned = plan.history.findLast(({ action }) => returns.includes(action));
  return (
    <RecordSection
      aside={
        differences.length === 0
          ? plan.status === 'returned'
            ? review.notYet
            : review.unchanged
          : `${review.changedCount(differences.length)}${returned === undefined ? '' : review.changedSince(returned.at)}`
      }
      id="plan-changes"
      title={page.changes}
    >
      {differences.length === 0 ? null : (
        <Diff
          afterLabel={review.now}
          beforeLabel={review.atReturn}
          entries={differences.map(({ path, kind, before, after }) => ({
            key: `${kind}/${path}`,
            label: fieldLabel('plans.content', path),
            before,
            after: kind === 'removed' ? review.removed : after,
          }))}
          label={page.changes}
        />
      )}
    </RecordSection>
  );
}
