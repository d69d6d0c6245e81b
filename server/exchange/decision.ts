// How a message of a platform is answered once the business has looked at it.
import type { AckBody } from '#shared/contract/exchange.ts';

export type Decision = Pick<AckBody, 'status' | 'code' | 'field'>;
export const accepted: Decision = { status: 'accepted', code: null, field: null };
