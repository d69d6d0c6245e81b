// What a decision hands to the exchange: the message without envelope. Sender, id, sequence and signature are the gateway's.
import type { Instant } from '#shared/kernel/dates.ts';

export type ExchangeMessageDraft = {
  /** e.g. `plan.push`; the body follows the schema of that type in shared/contract/exchange.ts. */
  readonly type: string;
  readonly platformId: string;
  /** What the message is about; messages with one key are delivered in order. */
  readonly businessKey: string;
  readonly body: unknown;
  /** Not to be delivered before this instant. */
  readonly notBefore: Instant | null;
};
