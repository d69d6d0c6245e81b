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
