// A desk as a process of its own: this main thread stands for Electron's, the local side runs in its worker. It measures where a user would
// wait, on the main thread, and answers the benchmark over its pipe.
import { z } from 'zod';
import { watchBlocking } from './blocked.ts';
import { type Ask, type Call, requestSchema, type SyncTimes, workerDataSchema } from './protocol.ts';
import { WorkerLink } from './worker-link.ts';

const data = workerDataSchema.parse(JSON.parse(process.env['BENCH_DESK'] ?? 'null'));
const megabyte = 2 ** 20;
const rss = () => process.memoryUsage.rss() / megabyte;
const beforeMb = rss();
let peakMb = beforeMb;
setInterval(() => {
  peakMb = Math.max(peakMb, rss());
}, 20).unref();
const blocked = watchBlocking();
let worker = new WorkerLink(data);

const okSchema = z.object({ ok: z.literal(true), value: z.unknown() });
const roundSchema = z.object({ acknowledged: z.int(), rejected: z.int(), rows: z.int() });

async function call(each: Call): Promise<unknown> {
  const result = await worker.ask({ op: 'call', call: each });
  const good = okSchema.safeParse(result);
  if (!good.success) throw new Error(`${each.name} was refused: ${JSON.stringify(result)}`);
  return good.data.value;
}

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.op) {
    case 'call':
      return call(ask.call);
    case 'sample':
      return sample(ask.calls, ask.rounds);
    case 'all': {
      const start = performance.now();
      for (const each of ask.calls) await call(each);
      return performance.now() - start;
    }
    case 'sync':
      return sync();
    case 'commits':
      return worker.ask(ask);
    case 'blocked':
      return { mainMs: blocked(), workerMs: await worker.ask(ask) };
    case 'memory':
      return { beforeMb, nowMb: rss(), peakMb };
    case 'restart': {
      await worker.close();
      worker = new WorkerLink(data);
      await call(ask.call);
      const end = performance.now();
      return { fromStartMs: end - worker.startedAt, fromOnlineMs: end - worker.onlineAt };
    }
    case 'close':
      await worker.close();
      return true;
  }
}

async function sample(calls: readonly Call[], rounds: number): Promise<readonly (readonly number[])[]> {
  const measured = calls.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, each] of calls.entries()) {
      const start = performance.now();
      await call(each);
      measured[index]?.push(performance.now() - start);
    }
  }
  return measured;
}

async function sync(): Promise<SyncTimes> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let acknowledgedMs = Number.NaN;
  worker.onWaiting = (waiting) => {
    if (waiting === 0 && Number.isNaN(acknowledgedMs)) acknowledgedMs = performance.now() - start;
  };
  const round = roundSchema.parse(await call({ name: 'sync.now', input: {} }));
  const wholeMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1000;
  return {
    acknowledgedMs: Number.isNaN(acknowledgedMs) ? wholeMs : acknowledgedMs,
    wholeMs,
    cpuMs,
    ...round,
  };
}

process.on('message', (message: unknown) => {
  const { no, ask } = requestSchema.parse(message);
  const reply = (value: unknown, error: string | null) => process.send?.({ no, value, error });
  answer(ask).then(
    (value) => {
      reply(value, null);
      if (ask.op === 'close') process.disconnect();
    },
    (error: unknown) => reply(null, String(error)),
  );
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0));
