// What the rules of payments are told.
import type { ContractStatus, Performance } from '#shared/domain/contracts/model.ts';
import type { Paid, PaymentContent } from '#shared/domain/contracts/payments/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { Due } from './payment-due.ts';

export type PaymentFacts = {
  readonly content: PaymentContent;
  /** What is about to be recorded; null while it is only expected. */
  readonly paid: Paid | null;
  readonly due: Due | null;
  readonly status: 'in_force' | 'not_yet' | Extract<ContractStatus, 'terminated'>;
  /** Of the contract with its changes; `fixed`: no estimate. */
  readonly amount: Fen | null;
  readonly fixed: boolean;
  readonly signedOn: PlainDate | null;
  /** The budget year of the contract. */
  readonly fiscalYear: number;
  /** 企业规模 of the supplier as the contract was signed with it; null where nobody said it. */
  readonly contractSize: PaymentContent['sizeClass'];
  /** On which something of the contract was accepted. */
  readonly acceptedDays: readonly PlainDate[];
  /** What was paid is put right: its content stays as it was when it was paid. */
  readonly amends: boolean;
  /** 质保金 that is still held, without this payment; null where it cannot be said. */
  readonly retentionLeft: Fen | null;
  /** 涉及国家秘密. */
  readonly secret: boolean;
  readonly acceptance: Performance['acceptance'];
  /** What acceptance has released; null where it cannot be said. */
  readonly released: Fen | null;
  /** Σ of the other payments that are registered or paid. */
  readonly registered: Fen;
  /** Σ of the others that are paid, and of those of them that waited for acceptance. */
  readonly paidBefore: Fen;
  readonly paidOnAcceptance: Fen;
  /** Σ of the other 预付款. */
  readonly advances: Fen;
  /** Another payment is registered for the same line of the 付款计划. */
  readonly lineTaken: boolean;
  /** When the contract was signed. */
  readonly lpr: string | null;
  /** In percent. */
  readonly advanceShare: number;
  /** 原则上: ten working days after the invoice. */
  readonly soonUntil: PlainDate | null;
  readonly today: PlainDate;
};
