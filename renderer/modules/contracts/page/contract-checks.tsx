// What the rules say of the contract as it stands: for who submits it, and for who looks at it.
import { IconCircleCheck } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { contractPages, describeError, fieldLabel } from '#shared/text/index.ts';
import css from './contract-page.module.css';

const { page: words } = contractPages;

export function ContractChecks({ contract }: { readonly contract: Contract }) {
  const { id, sectionId, content, submittedAt, acknowledgedWarnings } = contract;
  const { data, error } = useAsk('contracts.check', { id, sectionId, content });
  if (error === null && data === undefined) return null;
  // What was read and answered for when it was submitted.
  const known = submittedAt === null ? [] : acknowledgedWarnings;
  return (
    <RecordSection id="contract-checks" title={words.checks}>
      {error === null ? null : <p className={css['line']}>{describeError(error)}</p>}
      {data?.findings.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {words.noFindings}
        </p>
      ) : null}
      <FindingList
        findings={data?.findings ?? []}
        nameOf={(path) => fieldLabel('contracts.content', path)}
        note={({ ruleId }) => (known.includes(ruleId) ? words.acknowledged : undefined)}
      />
    </RecordSection>
  );
}
