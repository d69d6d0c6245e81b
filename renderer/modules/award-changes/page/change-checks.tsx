// What the rules say of the filing as it stands: for who submits it, and for 采购办, which decides.
import { IconCircleCheck } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, describeError, fieldLabel } from '#shared/text/index.ts';
import css from './change-page.module.css';

const { page: words } = awardChangePages;

export function ChangeChecks({ change }: { readonly change: AwardChange }) {
  const { id, sectionId, content, submittedAt, acknowledgedWarnings } = change;
  const { data, error } = useAsk('awardChanges.check', { id, sectionId, content });
  if (error === null && data === undefined) return null;
  // What was read and answered for when it was submitted.
  const known = submittedAt === null ? [] : acknowledgedWarnings;
  return (
    <RecordSection id="change-checks" title={words.checks}>
      {error === null ? null : <p className={css['line']}>{describeError(error)}</p>}
      {data?.findings.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {words.noFindings}
        </p>
      ) : null}
      <FindingList
        findings={data?.findings ?? []}
        nameOf={(path) => fieldLabel('awardChanges.content', path)}
        note={({ ruleId }) => (known.includes(ruleId) ? words.acknowledged : undefined)}
      />
    </RecordSection>
  );
}
