// The local side's thread, seen from the main process: calls as promises, events to a listener. A thread that dies is started again, its waiting
// calls are answered; one that keeps dying is left alone until someone asks for it. What was saved is safe either way: it is on the disk.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type AppEvent, appEventSchema } from '#shared/contract/events.ts';
import type { LocalState } from '#shared/contract/host.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { WorkerCall, WorkerData } from '../app/worker.ts';
import { workerLimits } from '../app/worker-limits.ts';
import type { Log } from './log-file.ts';

/** What a thread must offer; Node's Worker, or a test's own. */
export type Thread = Pick<Worker, 'on' | 'postMessage' | 'terminate'>;

export type LocalSidePorts = {
  /** Of the built worker. */
  readonly file: URL;
  readonly log: Log;
  clock(): number;
  event(event: AppEvent): void;
  stateChanged(state: LocalState): void;
  startThread?(file: URL, data: WorkerData): Thread;
};

export type LocalSide = {
  state(): LocalState;
  /** With other data the running thread is closed first. */
  start(data: WorkerData): Promise<void>;
  restart(): Promise<void>;
  call(name: string, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
};

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('result'), no: z.int(), result: z.unknown() }),
  z.object({ kind: z.literal('event'), event: appEventSchema }),
  z.object({
    kind: z.literal('log'),
    entry: z.object({
      level: z.enum(['info', 'warn', 'error']),
      event: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('closed') }),
]);

/** More deaths than this within the time, and it is left alone. */
const patience = { deaths: 3, withinMs: 60_000 };
const closeMs = 5000;

type Waiting = (result: Result<unknown>) => void;

export function createLocalSide(ports: LocalSidePorts): LocalSide {
  const { log } = ports;
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let data: WorkerData | undefined;
  let state: LocalState = 'none';
  let no = 0;
  let deaths: readonly number[] = [];
  /** Calls made before the thread is ready wait for it. */
  let ready = Promise.withResolvers<void>();
  let closed = Promise.withResolvers<void>();

  function become(next: LocalState): void {
    if (state === next) return;
    state = next;
    ports.stateChanged(next);
  }

  function begin(present: WorkerData): void {
    ready = Promise.withResolvers<void>();
    closed = Promise.withResolvers<void>();
    const started = (ports.startThread ?? startWorker)(ports.file, present);
    thread = started;
    started.on('message', (message: unknown) => take(message));
    started.on('error', (error: Error) => {
      log({ level: 'error', event: 'local.failed', details: { reason: error.name } });
    });
    started.on('exit', () => died(started));
  }

  function take(message: unknown): void {
    const parsed = messageSchema.safeParse(message);
    if (!parsed.success) {
      log({ level: 'error', event: 'local.malformed_message' });
      return;
    }
    const { data: known } = parsed;
    switch (known.kind) {
      case 'ready':
        become('running');
        ready.resolve();
        break;
      case 'result':
        waiting.get(known.no)?.(known.result as Result<unknown>);
        waiting.delete(known.no);
        break;
      case 'event':
        ports.event(known.event);
        break;
      case 'log':
        log(known.entry);
        break;
      case 'closed':
        closed.resolve();
        break;
    }
  }

  function died(gone: Thread): void {
    if (gone !== thread) return;
    thread = undefined;
    closed.resolve();
    for (const answer of waiting.values()) answer(err({ code: 'internal' }));
    waiting.clear();
    if (data === undefined) {
      become('none');
      return;
    }
    const now = ports.clock();
    deaths = [...deaths.filter((at) => now - at < patience.withinMs), now];
    log({ level: 'error', event: 'local.died', details: { recently: deaths.length } });
    if (deaths.length > patience.deaths) {
      become('failed');
      ready.resolve();
      return;
    }
    const { resolve } = ready;
    become('restarting');
    begin(data);
    void ready.promise.then(resolve);
  }

  async function end(): Promise<void> {
    const ending = thread;
    data = undefined;
    if (ending === undefined) return;
    ending.postMessage({ kind: 'close' } satisfies WorkerCall);
    const late = setTimeout(() => closed.resolve(), closeMs);
    await closed.promise;
    clearTimeout(late);
    thread = undefined;
    await ending.terminate();
    for (const answer of waiting.values()) answer(err({ code: 'offline' }));
    waiting.clear();
    become('none');
  }

  async function start(next: WorkerData): Promise<void> {
    await end();
    data = next;
    deaths = [];
    become('starting');
    begin(next);
    await ready.promise;
  }

  return {
    state: () => state,
    start,
    async restart() {
      if (data !== undefined) await start(data);
    },
    async call(name, input) {
      if (state === 'starting' || state === 'restarting') await ready.promise;
      const present = thread;
      if (present === undefined) return err({ code: state === 'none' ? 'server_unreachable' : 'internal' });
      no += 1;
      const mine = no;
      return new Promise((resolve) => {
        waiting.set(mine, resolve);
        present.postMessage({ kind: 'call', no: mine, name, input } satisfies WorkerCall);
      });
    },
    close: end,
  };
}

function startWorker(file: URL, data: WorkerData): Thread {
  return new Worker(file, { workerData: data, resourceLimits: workerLimits });
}
