// The main thread's end of the worker: calls as promises, events to whoever listens.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { workerLimits } from '#electron/app/worker-limits.ts';
import { type WorkerAsk, type WorkerData, workerMessageSchema } from './protocol.ts';

type Waiting = { resolve(value: unknown): void; reject(problem: Error): void };

export class WorkerLink {
  readonly startedAt = performance.now();
  onlineAt = Number.NaN;
  /** Hears how many commands wait, whenever the worker says so. */
  onWaiting: (waiting: number) => void = () => undefined;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #no = 0;
  #broken: Error | undefined;

  constructor(data: WorkerData) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: data,
      resourceLimits: workerLimits,
    });
    this.#worker.once('online', () => {
      this.onlineAt = performance.now();
    });
    this.#worker.on('error', (error: Error) => {
      this.#broken = error;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    this.#worker.on('message', (message: unknown) => this.#take(message));
  }

  ask(ask: WorkerAsk): Promise<unknown> {
    this.#no += 1;
    const no = this.#no;
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) return reject(this.#broken);
      this.#waiting.set(no, { resolve, reject });
      this.#worker.postMessage({ no, ask });
    });
  }

  async close(): Promise<void> {
    const gone = once(this.#worker, 'exit');
    await this.ask({ op: 'close' });
    await gone;
  }

  #take(message: unknown): void {
    const parsed = workerMessageSchema.parse(message);
    if ('event' in parsed) {
      const { waiting } = parsed.event;
      if (waiting !== undefined) this.onWaiting(waiting);
      return;
    }
    const waiting = this.#waiting.get(parsed.no);
    this.#waiting.delete(parsed.no);
    if (parsed.error === null) waiting?.resolve(parsed.value);
    else waiting?.reject(new Error(parsed.error));
  }
}
