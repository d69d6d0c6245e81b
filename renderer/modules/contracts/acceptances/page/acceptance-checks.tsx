// What the rules say of the acceptance as it stands: for who submits it, and for who looks at it.
import { IconCircleCheck } from '@tabler/icons-react';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import type { Acceptance } from '#shared/domain/contracts/acceptances/model.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { acceptancePages, describeError, fieldLabel } from '#shared/text/index.ts';
import css from '../acceptances.module.css';

const { page: words } = acceptancePages;

type Props = {
  readonly acceptance: Pick<Acceptance, 'submittedAt' | 'acknowledgedWarnings'>;
  /** Undefined while they are asked. */
  readonly findings: readonly Finding[] | undefined;
  readonly error: AppError | null;
};

export function AcceptanceChecks({ acceptance, findings, error }: Props) {
  if (error === null && findings === undefined) return null;
  // What was read and answered for when it was submitted.
  const known = acceptance.submittedAt === null ? [] : acceptance.acknowledgedWarnings;
  return (
    <RecordSection id="acceptance-checks" title={words.checks}>
      {error === null ? null : <p className={css['line']}>{describeError(error)}</p>}
      {findings?.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {words.noFindings}
        </p>
      ) : null}
      <FindingList
        findings={findings ?? []}
        nameOf={(path) => fieldLabel('acceptances.content', path)}
        note={({ ruleId }) => (known.includes(ruleId) ? words.acknowledged : undefined)}
      />
    </RecordSection>
  );
}
