// HTTP to a platform: a time-out for the whole exchange, no redirects (a signed message goes where it was addressed and nowhere else), and
// no more of an answer than an acknowledgement needs.
import type { Transport } from './deps.ts';

const timeoutMs = 20_000;
const maxAnswerBytes = 64_000;

export const httpTransport: Transport = async (url, body, headers) => {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxAnswerBytes) throw new Error('the answer is too long');
    parts.push(part);
  }
  return { status: response.status, body: Buffer.concat(parts).toString('utf8') };
};
