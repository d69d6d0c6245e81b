// What a message of a platform means, by type: an answer to one of ours, a sign of life, or the business of a module.
import { ackBodySchema } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { applyAnswer } from './answers.ts';
import { carryOut } from './business.ts';
import { accepted, type Decision } from './decision.ts';
import type { Database, ExchangeDeps } from './deps.ts';

/** The body has been checked against its type's schema. Throws only when it is to be tried again later. */
export async function decide(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  type: string,
  body: unknown,
): Promise<Decision> {
  switch (type) {
    case 'ack':
      return applyAnswer(tx, deps, platform, ackBodySchema.parse(body));
    case 'ping':
      return accepted;
    default:
      return (
        (await carryOut(tx, deps, platform, type, body)) ?? {
          status: 'rejected',
          code: 'unknown_message_type',
          field: 'type',
        }
      );
  }
}
