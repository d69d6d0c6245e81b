// The benchmark's end of a desk process.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Ask,
  answerSchema,
  blockedSchema,
  type Call,
  memorySchema,
  restartSchema,
  type SyncTimes,
  syncTimesSchema,
  type WorkerData,
} from './protocol.ts';

type Waiting = { resolve(value: unknown): void; reject(problem: Error): void };

export class BenchDesk {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #no = 0;

  constructor(data: WorkerData) {
    this.#child = fork(new URL('./process.ts', import.meta.url), {
      // What a build does once, transpiling the source, is not to be measured at every start.
      env: {
        ...process.env,
        BENCH_DESK: JSON.stringify(data),
        NODE_COMPILE_CACHE: join(data.folder, 'compiled'),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child.on('message', (message: unknown) => {
      const { no, value, error } = answerSchema.parse(message);
      const waiting = this.#waiting.get(no);
      this.#waiting.delete(no);
      if (error === null) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
    this.#child.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the desk ended with ${code}`));
      this.#waiting.clear();
    });
  }

  call(name: string, input: unknown): Promise<unknown> {
    return this.#ask({ op: 'call', call: { name, input } }, z.unknown());
  }

  sample(calls: readonly Call[], rounds: number): Promise<number[][]> {
    return this.#ask({ op: 'sample', calls: [...calls], rounds }, z.array(z.array(z.number())));
  }

  all(calls: readonly Call[]): Promise<number> {
    return this.#ask({ op: 'all', calls: [...calls] }, z.number());
  }

  sync(): Promise<SyncTimes> {
    return this.#ask({ op: 'sync' }, syncTimesSchema);
  }

  commits(count: number): Promise<number> {
    return this.#ask({ op: 'commits', count }, z.number());
  }

  blocked(): Promise<z.infer<typeof blockedSchema>> {
    return this.#ask({ op: 'blocked' }, blockedSchema);
  }

  memory(): Promise<z.infer<typeof memorySchema>> {
    return this.#ask({ op: 'memory' }, memorySchema);
  }

  restart(call: Call): Promise<z.infer<typeof restartSchema>> {
    return this.#ask({ op: 'restart', call }, restartSchema);
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    await this.#ask({ op: 'close' }, z.unknown());
    await gone;
  }

  /** For what a failed run has left. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #ask<T>(ask: Ask, schema: z.ZodType<T>): Promise<T> {
    this.#no += 1;
    const no = this.#no;
    const value = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(no, { resolve, reject });
      this.#child.send({ no, ask });
    });
    return schema.parse(value);
  }
}
