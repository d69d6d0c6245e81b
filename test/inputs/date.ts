// Days, months and times as people type them. `null`: it is none.

type DateInput = {
  readonly typed: string;
  readonly day: string | null;
  readonly month: string | null;
  readonly time: string | null;
};

const day = (typed: string, value = '2026-03-22'): DateInput => ({
  typed,
  day: value,
  month: null,
  time: null,
});
const month = (typed: string): DateInput => ({ typed, day: null, month: '2026-03', time: null });
const time = (typed: string): DateInput => ({ typed, day: null, month: null, time: '2026-03-22T09:30' });
const none = (typed: string): DateInput => ({ typed, day: null, month: null, time: null });

export const dateInputs: readonly DateInput[] = [
  day('2026-03-22'),
  day('2026-3-22'),
  day('2026/3/22'),
  day('2026.3.22'),
  day('20260322'),
  day('２０２６－３－２２'),
  day('2026年3月22日'),
  day(' 2026-03-22\t'),
  day('2028-02-29', '2028-02-29'),
  month('2026-3'),
  month('2026年3月'),
  month('202603'),
  time('2026-03-22 09:30'),
  time('2026-3-22 9:30'),
  time('2026年3月22日9时30分'),
  day('2026 年 3 月 22 日'),
  day('\u202d2026-03-22\u202c'),
  none('2026-3-2 2'),
  none('\u202e2026-03-22'),
  none('2026-03-22\t2026-03-23'),
  none('2026-3-②'),
  none('2026-03-2²'),
  none('2026-02-30'),
  none('2027-02-29'),
  none('2026-13-01'),
  none('2026-00-10'),
  none('22-3-2026'),
  none('202603221'),
  none('3月22日'),
  none('tomorrow'),
  none('2026-03-22 24:00'),
  none('2026-03-22 9:60'),
  none('46103'),
  none('0000-00-00'),
  none('9'.repeat(400)),
];
