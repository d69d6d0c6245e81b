// 签订, 公告, 备案: until when each is to be done, whether it is, and whether in time.
import type { Explanation } from '#shared/contract/announcements.ts';
import type { ContractClocks } from '#shared/contract/contracts/contracts.ts';
import { type Instant, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';

export type ClockKey = keyof ContractClocks;
export type ClockState = 'open' | 'today' | 'late' | 'done' | 'doneLate';
export type ClockLine = {
  readonly key: ClockKey;
  /** Null while the day it is counted from is not known. */
  readonly explanation: Explanation | null;
  readonly state: ClockState | null;
  readonly doneOn: PlainDate | null;
};

export type Clocked = {
  readonly clocks: ContractClocks;
  readonly signedOn: PlainDate | null;
  /** 提交, with which it is announced and on its way to 采购办. */
  readonly publishedAt: Instant | null;
  /** It is not announced. */
  readonly secret: boolean;
};

export function clockLines(
  { clocks, signedOn, publishedAt, secret }: Clocked,
  today: PlainDate,
): readonly ClockLine[] {
  const filedOn = publishedAt === null ? null : toPlainDate(publishedAt);
  const line = (key: ClockKey, doneOn: PlainDate | null): ClockLine => {
    const explanation = clocks[key];
    return { key, explanation, doneOn, state: explanation && stateOf(explanation.date, doneOn, today) };
  };
  return [
    // Of several contracts only the first has to be signed by a day.
    ...(clocks.sign === null ? [] : [line('sign', signedOn)]),
    ...(secret ? [] : [line('publish', filedOn)]),
    line('file', filedOn),
  ];
}

export function stateOf(until: PlainDate, doneOn: PlainDate | null, today: PlainDate): ClockState {
  if (doneOn !== null) return doneOn <= until ? 'done' : 'doneLate';
  if (today > until) return 'late';
  return today === until ? 'today' : 'open';
}
