// What a message of a platform means, by type: an answer to one of ours, a question, or a command of the business.
import {
  ackBodySchema,
  announcementsReconcileBodySchema,
  reconcileBodySchema,
} from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { applyAnswer } from './answers.ts';
import { accepted, carryOut, type Decision } from './business.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { compareReport } from './reconcile.ts';
import { compareAnnouncements } from './reconcile-announcements.ts';

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
    case 'reconcile': {
      const message = reconcileBodySchema.parse(body);
      if (message.step !== 'report') return { status: 'rejected', code: 'not_allowed', field: 'body.step' };
      await compareReport(tx, deps, platform, message.plans);
      return accepted;
    }
    case 'reconcile.announcements': {
      const message = announcementsReconcileBodySchema.parse(body);
      if (message.step !== 'report') return { status: 'rejected', code: 'not_allowed', field: 'body.step' };
      await compareAnnouncements(tx, deps, platform, message);
      return accepted;
    }
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
