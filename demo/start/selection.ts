// Which plans of the demo world are made for `npm start`: enough for every list and every role, few enough to be ready soon. The unit whose
// people sign in has many; the others some.
import type { DemoPlan } from '../data/plans.ts';

export const plansConsidered = 1000;
/** Those behind them, up to this place, are looked through for some whose sections have been opened. */
export const plansFollowed = 6000;
const ofOthers = 70;

/** 许昌市示例第一实验小学. */
export const demoUnit = 'xc-syxx';

export function isOfTheDemo({ unit }: DemoPlan, index: number): boolean {
  return unit.slug === demoUnit || index < ofOthers;
}
