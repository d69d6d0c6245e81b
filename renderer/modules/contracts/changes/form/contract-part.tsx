// 原合同: what is changed, and what it amounts to after the changes before this one.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { supplierNow } from '#shared/domain/contracts/model.ts';
import { contractChangePages } from '#shared/text/index.ts';
import { amountFacts } from '../amount-facts.tsx';
import type { Answer } from './asked-now.ts';

const { form: words, part } = contractChangePages;

/** They are about the contract, and lead to no field that could put them right. */
const ofContract: ReadonlySet<string> = new Set([
  'contract_change.not_in_force',
  'contract_change.other_open',
]);

export function ContractPart({ answer }: { readonly answer: Answer | undefined }) {
  if (answer === undefined) return null;
  const { contract } = answer;
  const { content, announcementId } = contract;
  const findings = answer.findings.filter(({ ruleId }) => ofContract.has(ruleId));
  return (
    <>
      {findings.length === 0 ? null : <FindingList findings={findings} nameOf={() => ''} />}
      <Facts
        facts={[
          {
            label: words.facts.contract,
            value: (
              <Anchor component={Link} to={`/contracts/${contract.id}`}>
                {`${content.contractNo} ${content.contractName}`.trim()}
              </Anchor>
            ),
            wide: true,
          },
          { label: words.facts.supplier, value: supplierNow(contract).name },
          { label: words.facts.signedOn, value: content.signedOn },
          {
            label: words.facts.notice,
            value:
              announcementId === null ? null : (
                <Anchor component={Link} to={`/announcements/${announcementId}`}>
                  {part.viewNotice}
                </Anchor>
              ),
          },
          ...amountFacts(contract),
        ]}
      />
    </>
  );
}
