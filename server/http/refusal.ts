// Every refusal over HTTP has one form and a code of the closed set. What is thrown and not expected is `internal`, told to the log and to
// nobody else; what the framework refuses by itself (bad JSON, too large, wrong type) is translated here.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { AppError, ErrorCode, FieldError } from '#shared/kernel/errors.ts';
import { sqlState } from '../db/database.ts';

/** Thrown inside a route to answer a refusal. */
export class Refusal extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

const statusOfCode: ReadonlyMap<ErrorCode, number> = new Map([
  ['too_large', 413],
  ['not_signed_in', 401],
  ['bad_credentials', 401],
  ['locked_out', 429],
  ['rate_limited', 429],
  ['not_allowed', 403],
  ['desk_taken', 403],
  ['desk_unknown', 403],
  ['not_found', 404],
  ['unknown_name', 404],
  ['already_exists', 409],
  ['number_gap', 409],
  ['epoch_changed', 409],
  ['cursor_expired', 409],
  ['wrong_state', 409],
  ['conflict', 409],
  ['client_too_old', 426],
  ['server_too_old', 426],
  ['retry_later', 503],
  // Another process may read it, or this one after its update.
  ['unreadable_record', 503],
  ['disk_full', 507],
  ['internal', 500],
]);

export function statusOf(code: ErrorCode): number {
  return statusOfCode.get(code) ?? 400;
}

export function refuse(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  return reply
    .code(statusOf(error.code))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error, requestId: request.id }));
}

/** What to answer for anything thrown in a route or by the framework. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof Refusal) return error.error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.slice(0, 50).map(
      (issue): FieldError => ({
        path: issue.instancePath.slice(1).replaceAll('/', '.'),
        code: issue.keyword,
      }),
    );
    return { code: 'invalid_input', fields };
  }
  const status = (error as Partial<FastifyError> | null)?.statusCode;
  if (status === 413) return { code: 'too_large' };
  if (status === 429) return { code: 'rate_limited' };
  if (status === 404) return { code: 'not_found' };
  if (status !== undefined && status >= 400 && status < 500) return { code: 'invalid_input' };
  // Text that PostgreSQL cannot hold, in an address or a header.
  if (sqlState(error) === '22021') return { code: 'invalid_input' };
  return { code: 'internal' };
}
