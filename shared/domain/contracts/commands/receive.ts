// 收讫: 采购办 takes receipt of the contract, with a number; it approves nothing, and what is published stays published (法 art 47). Papers that are missing it may ask for.
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { numberSeries } from '../../admin/model.ts';
import { type NumbersGiven, nextNumbers } from '../../admin/next-number.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { type Load, where } from '../../load.ts';
import type { Moving } from '../../step.ts';
import { type Contract, contracts } from '../model.ts';

export type Numbers = Result<NumbersGiven>;

export function* loadNumbers({ regionCode }: Contract, { now }: Ctx): Load<{ readonly numbers: Numbers }> {
  const numbers = yield* nextNumbers({
    ...{ kind: 'contract', regionCode, year: yearOf(toPlainDate(now)), count: 1 },
    *isTaken(filingNo) {
      return (yield* where(contracts, { filingNo })).length > 0;
    },
  });
  return { numbers };
}

export function received({
  known: { numbers },
  ctx,
  moved,
}: Moving<Contract, { readonly numbers: Numbers }>): Result<readonly Change[]> {
  if (!numbers.ok) return numbers;
  const [no = ''] = numbers.value.numbers;
  const after = moved({ filing: { no, at: ctx.now, by: ctx.actor.name } });
  return ok([put(contracts, after), put(numberSeries, numbers.value.series)]);
}
