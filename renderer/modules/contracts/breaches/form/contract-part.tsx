// 合同: of what it is, what of it is not paid, and the 履约保证金 that is held.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { supplierNow } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { breachPages } from '#shared/text/index.ts';
import type { Answer } from './asked-now.ts';
import type { About } from './breach-record.ts';

const { facts: words } = breachPages.form;

type Props = {
  readonly answer: Answer | undefined;
  readonly about: About;
  /** Who got the notice; null before it is sent. */
  readonly noticedTo: string | null;
};

export function ContractPart({ answer, about, noticedTo }: Props) {
  if (answer === undefined) return null;
  const { contract, owed, bond } = answer;
  const { content } = contract;
  const amount = amountNow(amountsOf(contract));
  // It is about the contract, and leads to no field that could put it right.
  const findings = answer.findings.filter(({ ruleId }) => ruleId === 'breach.not_in_force');
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
          { label: words.supplier, value: noticedTo ?? supplierNow(contract).name },
          { label: words.amount, value: amount === null ? content.rate : formatYuan(amount) },
          { label: words.signedOn, value: content.signedOn },
          ...(owed === null ? [] : [{ label: words.owed, value: formatYuan(owed) }]),
          ...(bond === null ? [] : [{ label: words.bond, value: formatYuan(bond) }]),
          ...(about.predecessorId === null
            ? []
            : [
                {
                  label: words.before,
                  value: (
                    <Anchor component={Link} to={`/breaches/${about.predecessorId}`}>
                      {words.viewBefore}
                    </Anchor>
                  ),
                },
              ]),
        ]}
      />
    </>
  );
}
