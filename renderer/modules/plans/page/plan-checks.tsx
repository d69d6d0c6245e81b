// What the rules say of the plan as it stands, with the clauses; for the clerk before submitting, for reviewers beside their decision.
import { IconCircleCheck } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeError, plansPages } from '#shared/text/index.ts';
import { fieldName } from '../form/submit-words.ts';
import css from './plan-page.module.css';

const { page, review } = plansPages;

/** `open`: shown also when nothing was found. */
export function PlanChecks({ plan, open }: { readonly plan: Plan; readonly open: boolean }) {
  const { data, error } = useAsk('plans.check', { id: plan.id, content: plan.content });
  const findings = data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (error === null && (data === undefined || (findings.length === 0 && !open))) return null;
  // What was read and answered for when it was submitted.
  const known = plan.submittedAt === null ? [] : plan.acknowledgedWarnings;
  const note = ({ ruleId }: Finding) => (known.includes(ruleId) ? review.acknowledged : undefined);
  return (
    <RecordSection
      aside={[errors === 0 ? '' : review.errors(errors), warnings === 0 ? '' : review.warnings(warnings)]
        .filter((part) => part !== '')
        .join('，')}
      id="plan-checks"
      title={page.checks}
    >
      {error !== null ? <p className={css['line']}>{describeError(error)}</p> : null}
      {data !== undefined && findings.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {review.none}
        </p>
      ) : null}
      <FindingList findings={findings} nameOf={fieldName} note={note} />
    </RecordSection>
  );
}
