// One request to the central server, with every way it can end as a Result. Answers are read up to a limit and parsed by their schema.
import type { z } from 'zod';
import { cursorExpiredSchema, epochChangedSchema, httpErrorSchema } from '#shared/contract/sync.ts';
import type { AppError, ErrorCode } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Transport, TransportRequest, TransportResponse } from '../ports.ts';

const maxAnswerBytes = 4_000_000;
const defaultIdleTimeout = 30_000;

export type ServerCall = {
  /** The opened answer, status 2xx. */
  stream(request: TransportRequest): Promise<Result<TransportResponse>>;
  json<T>(request: TransportRequest, schema: z.ZodType<T>): Promise<Result<T>>;
};

export function serverCall(transport: Transport, token: () => string | null): ServerCall {
  return { stream, json };

  async function stream(request: TransportRequest): Promise<Result<TransportResponse>> {
    const bearer = token();
    const authorization = bearer === null ? {} : { authorization: `Bearer ${bearer}` };
    try {
      const response = await transport.request({
        idleTimeout: defaultIdleTimeout,
        ...request,
        headers: { ...authorization, ...request.headers },
      });
      if (response.status >= 200 && response.status < 300) return ok(response);
      return err(await refusal(response));
    } catch {
      return err({ code: 'server_unreachable' });
    }
  }

  async function json<T>(request: TransportRequest, schema: z.ZodType<T>): Promise<Result<T>> {
    const answer = await stream(request);
    if (!answer.ok) return answer;
    try {
      const parsed = schema.safeParse(JSON.parse(await readText(answer.value.body)));
      return parsed.success ? ok(parsed.data) : err({ code: 'server_too_old' });
    } catch {
      // Cut short, too long or no JSON: not the server's full answer in any case.
      return err({ code: 'server_unreachable' });
    }
  }
}

export function jsonRequest(path: string, body: unknown): TransportRequest {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/**
 * A command or query that this program knows and the server does not: it is the server that is older. Its own word would have the user upgrade the
 * client. A field says that a value is not known, which is no matter of versions.
 */
export function readRefusal(error: AppError): AppError {
  return error.code === 'unknown_name' && error.fields === undefined ? { code: 'server_too_old' } : error;
}

async function refusal(response: TransportResponse): Promise<AppError> {
  const fallback: AppError = { code: codeOfStatus(response.status), params: { status: response.status } };
  try {
    const value: unknown = JSON.parse(await readText(response.body));
    const epoch = epochChangedSchema.safeParse(value);
    if (epoch.success) return { code: 'epoch_changed', params: { epoch: epoch.data.epoch } };
    if (cursorExpiredSchema.safeParse(value).success) return { code: 'cursor_expired' };
    const error = httpErrorSchema.safeParse(value);
    return error.success ? readRefusal(error.data.error) : fallback;
  } catch {
    return fallback;
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'not_signed_in';
  if (status === 403) return 'not_allowed';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 426) return 'client_too_old';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'retry_later' : 'server_too_old';
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxAnswerBytes) throw new RangeError('answer too long');
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
