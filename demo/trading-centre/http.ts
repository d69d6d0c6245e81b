// The centre over HTTP: its inbox on one port, the control of its faults on another that only this machine reaches, with a token.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exchangePath, maxEnvelopeBytes } from '#shared/contract/exchange.ts';
import type { TradingCentre } from './centre.ts';
import { controlSchema } from './faults.ts';

export function inboxServer(centre: TradingCentre): Server {
  return createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== exchangePath) return answer(response, 404, {});
    readBody(request).then(
      (text) => {
        const result = centre.receive(text);
        if (result === undefined) {
          response.destroy();
          return;
        }
        response.writeHead(result.status, { 'content-type': 'application/json' }).end(result.body);
      },
      () => response.destroy(),
    );
  });
}

export function controlServer(centre: TradingCentre, token: string): Server {
  return createServer((request, response) => {
    if (request.url !== '/control') return answer(response, 404, {});
    if (!sameToken(request.headers.authorization, `Bearer ${token}`)) return answer(response, 401, {});
    if (request.method === 'GET') return answer(response, 200, centre.state());
    if (request.method !== 'POST') return answer(response, 405, {});
    readBody(request)
      .then((text) => control(centre, text))
      .then(
        (result) => answer(response, result.status, result.body),
        () => response.destroy(),
      );
  });
}

async function control(centre: TradingCentre, text: string) {
  const parsed = controlSchema.safeParse(jsonOrUndefined(text));
  if (!parsed.success) {
    return { status: 400, body: { fields: parsed.error.issues.map(({ path }) => path.join('.')) } };
  }
  const { probe, open, evaluate, challenge, change, ...faults } = parsed.data;
  await centre.control(faults);
  const known = [
    open === undefined || centre.open(open),
    evaluate === undefined || centre.evaluate(evaluate),
    challenge === undefined || centre.challenge(challenge),
    change === undefined || centre.change(change),
  ];
  if (known.includes(false)) return { status: 404, body: {} };
  const given = probe === undefined ? undefined : await centre.probe(probe);
  return { status: 200, body: { faults: centre.state().faults, answer: given ?? null } };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.byteLength;
    // Read to the end, so that the sender hears the answer, but kept only as far as the envelope's own check needs to refuse it.
    if (size - bytes.byteLength <= maxEnvelopeBytes) parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function sameToken(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
