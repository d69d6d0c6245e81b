// Which central server this computer belongs to. An address is taken only after the server behind it has answered as one of ours; it is kept as
// its origin and path, without anything secret that may have been typed into it.
import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';

const answerMs = 10_000;
const maxAnswer = 10_000;
const healthSchema = z.object({ status: z.string(), protocol: z.int(), oldestProtocol: z.int() });

/** The address as it is kept. Refusals: invalid_input, server_unreachable, unknown_platform. */
export async function askServer(typed: string): Promise<Result<string>> {
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return err({ code: 'invalid_input', fields: [{ path: 'server', code: 'invalid_format' }] });
  }
  const server = url.href.replace(/\/+$/, '');
  let text: string;
  try {
    const response = await fetch(`${server}/healthz`, {
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    });
    text = (await response.text()).slice(0, maxAnswer);
  } catch {
    return err({ code: 'server_unreachable' });
  }
  return healthSchema.safeParse(jsonOrUndefined(text)).success
    ? ok(server)
    : err({ code: 'unknown_platform' });
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
