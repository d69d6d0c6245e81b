// 合同: of what is paid, to whom and into which account, and how much of it is left.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { supplierNow } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { paymentPages } from '#shared/text/index.ts';
import { BreachHint } from '../../breaches/breach-hint.tsx';
import type { Answer } from './asked-now.ts';

const { facts: words } = paymentPages.form;
const about: ReadonlySet<string> = new Set(['payment.not_in_force', 'payment.terminated']);

export function ContractPart({ answer }: { readonly answer: Answer | undefined }) {
  if (answer === undefined) return null;
  const { contract, left } = answer;
  const { content, performance } = contract;
  const amount = amountNow(amountsOf(contract));
  // It is about the contract, and leads to no field that could put it right.
  const findings = answer.findings.filter(({ ruleId }) => about.has(ruleId));
  return (
    <>
      {findings.length === 0 ? null : <FindingList findings={findings} nameOf={() => ''} />}
      <Facts
        facts={[
          {
            label: words.contract,
            value: (
              <Anchor component={Link} to={`/contracts/${contract.id}`}>
                {`${content.contractNo} ${content.contractName}`.trim()}
              </Anchor>
            ),
            wide: true,
          },
          { label: words.supplier, value: supplierNow(contract).name },
          { label: words.amount, value: amount === null ? null : formatYuan(amount) },
          { label: words.bank, value: content.supplierBank },
          { label: words.account, value: content.supplierAccount },
          { label: words.paid, value: formatYuan(performance.paid) },
          ...(left === null ? [] : [{ label: words.left, value: formatYuan(Math.max(0, left)) }]),
        ]}
      />
      <BreachHint contractId={contract.id} />
    </>
  );
}
