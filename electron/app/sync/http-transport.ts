// The transport over HTTP: one pool of kept-alive connections a server, compressed answers (zstd, gzip) unpacked as they come. It resolves with
// whatever the server answers and rejects only when there is no answer; retrying is the synchroniser's business.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import got from 'got';
import type { Transport, TransportRequest, TransportResponse } from '../ports.ts';

const connectTimeoutMs = 10_000;

/**
 * `baseUrl` as the administrator gave it, with or without a path. `packed`: compressed answers are asked for; within one machine they would only
 * cost both ends time.
 */
export function httpTransport(baseUrl: string, packed: boolean = !isThisMachine(baseUrl)): Transport {
  const base = baseUrl.replace(/\/+$/, '');
  const options = { keepAlive: true, maxSockets: 8 };
  const client = got.extend({
    agent: { http: new HttpAgent(options), https: new HttpsAgent(options) },
    throwHttpErrors: false,
    followRedirect: false,
    retry: { limit: 0 },
    decompress: packed,
  });
  return { origin: base, request };

  function request({
    method,
    path,
    headers,
    body,
    idleTimeout,
    signal,
  }: TransportRequest): Promise<TransportResponse> {
    const written = method === 'POST' || method === 'PATCH' ? Buffer.from(body ?? '') : undefined;
    return new Promise((resolve, reject) => {
      const stream = client.stream(`${base}${path}`, {
        method,
        headers: {
          ...headers,
          ...(written === undefined ? {} : { 'content-length': String(written.length) }),
        },
        ...(signal === undefined ? {} : { signal }),
        timeout: {
          connect: connectTimeoutMs,
          ...(idleTimeout === undefined || idleTimeout === 0 ? {} : { socket: idleTimeout }),
        },
      });
      stream.once('response', (response: { statusCode: number; headers: NodeJS.Dict<string | string[]> }) => {
        resolve({ status: response.statusCode, headers: plainHeaders(response.headers), body: stream });
      });
      // Written here and not by got's `body`: that breaks the connection off where an answer begins before the whole request is known to be sent,
      // as that of a near server does while this thread is busy.
      if (written !== undefined) stream.end(written);
      // After the response, whoever reads the stream hears of it; this only keeps it from being nobody's.
      stream.on('error', reject);
    });
  }
}

function isThisMachine(baseUrl: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(baseUrl).hostname);
}

function plainHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
