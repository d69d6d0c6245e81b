import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { statusOf } from '../http/refusal.ts';
import { setPageHeaders } from './answer.ts';
import { types } from './packed-answer.ts';
import { type ErrorWords, errorPageText } from './pages/error.ts';

/** Also for addresses that belong to nobody, when a browser asks. */
export function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  words?: ErrorWords,
): FastifyReply {
  return setPageHeaders(reply)
    .code(statusOf(code))
    .header('cache-control', 'no-store')
    .type(types.html)
    .send(errorPageText(code, request.id, words));
}
