// Answers that carry message bodies: more than a round of sync ever brings, but no more than this.
import type { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { TransportRequest } from '../ports.ts';
import type { ServerCall } from '../sync/server-call.ts';

const mostBytes = 64_000_000;

/** Error codes: those of the server, server_unreachable (also for half an answer), too_large, server_too_old. */
export async function largeJson<T>(
  server: ServerCall,
  request: TransportRequest,
  schema: z.ZodType<T>,
): Promise<Result<T>> {
  const answer = await server.stream(request);
  if (!answer.ok) return answer;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.value.body) {
      size += chunk.length;
      if (size > mostBytes) return err({ code: 'too_large', params: { size, most: mostBytes } });
      chunks.push(chunk);
    }
  } catch {
    return err({ code: 'server_unreachable' });
  }
  const parsed = schema.safeParse(parse(Buffer.concat(chunks)));
  return parsed.success ? ok(parsed.data) : err({ code: 'server_too_old' });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
