// 检查连接: asks the server how it is, without a sign-in and without changing anything here. What is wrong is part of the answer.
import { z } from 'zod';
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { oldestProtocol, protocol } from '#shared/contract/sync.ts';
import type { Ports } from '../ports.ts';

type Checked = QueryOutput<'session.checkServer'>;

const healthSchema = z.object({
  status: z.enum(['ok', 'database_unreachable']),
  protocol: z.int(),
  oldestProtocol: z.int(),
  now: z.int(),
});
const mostBytes = 10_000;
const patience = 10_000;

export async function checkServer({
  transport,
  clock,
}: Pick<Ports, 'transport' | 'clock'>): Promise<Checked> {
  const nothingKnown: Checked = {
    origin: transport.origin ?? null,
    reachable: false,
    status: null,
    protocol: { ours: protocol, server: null, serverOldest: null, problem: null },
    clockDifference: null,
    roundTrip: null,
  };
  const asked = clock();
  try {
    const response = await transport.request({
      method: 'GET',
      path: '/healthz',
      headers: {},
      idleTimeout: patience,
    });
    const body = await read(response.body);
    const answered = clock();
    const roundTrip = Math.max(0, answered - asked);
    const health = healthSchema.safeParse(body);
    if (!health.success) return { ...nothingKnown, reachable: true, status: 'unknown', roundTrip };
    const { status, protocol: server, oldestProtocol: serverOldest, now } = health.data;
    return {
      ...nothingKnown,
      reachable: true,
      status,
      protocol: { ours: protocol, server, serverOldest, problem: problemOf(server, serverOldest) },
      // The answer was made somewhere between; the middle is wrong by half the round trip at most.
      clockDifference: Math.round(now - (asked + answered) / 2),
      roundTrip,
    };
  } catch {
    return nothingKnown;
  }
}

function problemOf(server: number, serverOldest: number): Checked['protocol']['problem'] {
  if (protocol < serverOldest) return 'client_too_old';
  return server < oldestProtocol ? 'server_too_old' : null;
}

async function read(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
