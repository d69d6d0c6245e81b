// What a contract amounts to after its changes, and how much of the tenth is left (法 art 49).
import type { Fact } from '#renderer/ui/record/facts.tsx';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { mostAdded, stillToAdd } from '#shared/rules/contracts/contract-change-rules.ts';
import { contractChangePages } from '#shared/text/index.ts';
import { citation } from '#shared/text/zh-CN/articles.ts';
import css from './changes.module.css';

const words = contractChangePages.amounts;

/** None where it was signed without an amount. */
export function amountFacts(contract: Pick<Contract, 'content' | 'changes'>): readonly Fact[] {
  const amounts = amountsOf(contract);
  const { amount, added, reduced } = amounts;
  const [now, left] = [amountNow(amounts), stillToAdd(amounts)];
  if (amount === null || now === null || left === null) return [];
  return [
    { label: words.signed, value: formatYuan(amount) },
    ...(added.length === 0 ? [] : [{ label: words.added, value: formatYuan(sumFen([...added])) }]),
    ...(reduced.length === 0 ? [] : [{ label: words.reduced, value: formatYuan(sumFen([...reduced])) }]),
    ...(now === amount && added.length === 0 ? [] : [{ label: words.now, value: formatYuan(now) }]),
    {
      label: words.mayAdd,
      value: (
        <>
          {formatYuan(left)}
          <div className={css['second']}>
            {words.tenth(citation('law/49') ?? '', formatYuan(mostAdded(amounts)))}
          </div>
        </>
      ),
    },
  ];
}
