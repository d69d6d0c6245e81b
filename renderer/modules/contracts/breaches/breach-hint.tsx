// What decisions on breaches leave to be deducted, where a payment of the contract is typed. Nothing is deducted by itself.
import { useAsk } from '#renderer/api/use-ask.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { breachPages } from '#shared/text/index.ts';
import css from './breaches.module.css';

const { part: words } = breachPages;

export function BreachHint({ contractId }: { readonly contractId: string }) {
  const { data } = useAsk('breaches.ofContract', { contractId });
  if (data === undefined) return null;
  const { deductible, withheld } = data;
  const parts = [
    ...(deductible === 0 ? [] : [words.hintDeductible(formatYuan(deductible))]),
    ...(withheld === 0 ? [] : [words.hintWithheld(formatYuan(withheld))]),
  ];
  return parts.length === 0 ? null : <p className={css['apart']}>{words.hint(parts)}</p>;
}
