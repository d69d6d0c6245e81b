// What the rules of breaches are told.
import type { BreachContent, Statement } from '#shared/domain/contracts/breaches/model.ts';
import type { ContractStatus } from '#shared/domain/contracts/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';

export type BreachFacts = {
  /** Which step is about to be taken. */
  readonly asked: 'notice' | 'statement' | 'decision';
  readonly content: BreachContent;
  /** What is recorded, or about to be. */
  readonly statement: Statement | null;
  readonly contract: 'in_force' | 'not_yet' | Extract<ContractStatus, 'terminated'>;
  readonly signedOn: PlainDate | null;
  /** Whether the contract is a state secret. */
  readonly secret: boolean;
  /** Of the contract with its changes; null where it has none. */
  readonly amount: Fen | null;
  /** What of it is not paid, and not deducted by another decision. */
  readonly owed: Fen | null;
  /** 履约保证金 that is handed in and not returned, without what another decision withholds; null where none is held. */
  readonly bond: Fen | null;
  /** Until when a statement is usually waited for, by the setting. */
  readonly usualStatementDay: PlainDate | null;
  readonly today: PlainDate;
};
