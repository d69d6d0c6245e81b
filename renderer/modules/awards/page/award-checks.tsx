// What the rules say of the result as it stands: for who submits it, and for who confirms it.
import { IconCircleCheck } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import type { Award } from '#shared/domain/awards/model.ts';
import { awardPages, describeError, fieldLabel } from '#shared/text/index.ts';
import css from './award-page.module.css';

const { page: words } = awardPages;

export function AwardChecks({ award }: { readonly award: Award }) {
  const { sectionId, content, submittedAt, acknowledgedWarnings } = award;
  const { data, error } = useAsk('awards.check', { sectionId, content });
  if (error === null && data === undefined) return null;
  // What was read and answered for when it was submitted.
  const known = submittedAt === null ? [] : acknowledgedWarnings;
  return (
    <RecordSection id="award-checks" title={words.checks}>
      {error === null ? null : <p className={css['line']}>{describeError(error)}</p>}
      {data?.findings.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {words.noFindings}
        </p>
      ) : null}
      <FindingList
        findings={data?.findings ?? []}
        nameOf={(path) => fieldLabel('awards.content', path)}
        note={({ ruleId }) => (known.includes(ruleId) ? words.acknowledged : undefined)}
      />
    </RecordSection>
  );
}
