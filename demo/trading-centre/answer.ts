// The centre's business answers.
import type { AckBody } from '#shared/contract/exchange.ts';

export type Answer = Pick<AckBody, 'status' | 'code' | 'field'>;
export const accepted: Answer = { status: 'accepted', code: null, field: null };
/** Known already; nothing has changed. */
export const duplicate: Answer = { ...accepted, status: 'duplicate' };

export function rejected(code: string, field: string): Answer {
  return { status: 'rejected', code, field };
}
