// 合同: what is accepted, how much of it has passed before, and what is paid after it.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { supplierNow } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import type { About } from './acceptance-record.ts';
import type { Answer } from './asked-now.ts';

const { form: words, page } = acceptancePages;

/** They are about the contract, and lead to no field that could put them right. */
const ofContract: ReadonlySet<string> = new Set([
  'acceptance.not_in_force',
  'acceptance.nothing_left',
  'acceptance.other_open',
]);

type Props = { readonly answer: Answer | undefined; readonly about: About };

export function ContractPart({ answer, about }: Props) {
  if (answer === undefined) return null;
  const { contract } = answer;
  const { content, performance } = contract;
  const amount = amountNow(amountsOf(contract));
  const findings = answer.findings.filter(({ ruleId }) => ofContract.has(ruleId));
  const payments = content.payments.filter(({ kind }) => kind === 'acceptance' || kind === 'progress');
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
          { label: words.facts.amount, value: amount === null ? content.rate : formatYuan(amount) },
          { label: words.facts.signedOn, value: content.signedOn },
          { label: words.facts.period, value: content.period },
          {
            label: words.facts.accepted,
            value: words.facts.acceptedOf(performance.acceptedItems.length, partsOf(contract).length),
          },
          ...(about.predecessorId === null
            ? []
            : [
                {
                  label: words.facts.after,
                  value: (
                    <Anchor component={Link} to={`/acceptances/${about.predecessorId}`}>
                      {page.viewBefore}
                    </Anchor>
                  ),
                },
              ]),
          ...(payments.length === 0
            ? []
            : [
                {
                  label: words.facts.payments,
                  value: payments.map(({ id, kind, condition, amount: sum }) => (
                    <div className={css['line']} key={id}>
                      {[
                        kind === null ? '' : label(`contracts.payment.${kind}`),
                        condition,
                        sum === null ? '' : formatYuan(sum),
                      ]
                        .filter((part) => part !== '')
                        .join('，')}
                    </div>
                  )),
                  wide: true,
                },
              ]),
        ]}
      />
    </>
  );
}
