// The kinds of 标段事项, in the order in which they happen.
export const eventKinds = [
  'bond_received',
  'opening',
  'evaluation_started',
  'evaluation_ended',
  'report_delivered',
  'winner_determined',
  'notice_issued',
  'bond_returned',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What people enter. The 通知书 has its number and its day from the publication of the result (条例 art 43), which writes the event down. */
export const enteredKinds: readonly EventKind[] = eventKinds.filter((kind) => kind !== 'notice_issued');
