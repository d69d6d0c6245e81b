// A section among those that may be chosen: with whom, for how much, until when, and how many contracts there are.
import type { SectionToContract } from '#shared/contract/contracts/contracts.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages } from '#shared/text/index.ts';

const { choose: words, sectionName } = contractPages;

export function optionText(section: SectionToContract, today: PlainDate): string {
  const { sectionNo, name, supplierName, amount, rate, signUntil, contractCount } = section;
  const price = amount === null ? rate : formatYuan(amount);
  return [
    words.sectionOption(sectionName(sectionNo, name), supplierName, price),
    // Only the first is bound to a day.
    ...(contractCount === 0 && signUntil !== null
      ? [today > signUntil ? words.signUntilPassed(signUntil) : words.signUntil(signUntil)]
      : []),
    words.count(contractCount),
  ].join('；');
}
