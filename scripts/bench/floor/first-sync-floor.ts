// Runs the floor of the first sync in two processes of its own, server and client, as often as asked.
import { join } from 'node:path';
import { z } from 'zod';
import { onLines, type Running, startProcess } from '#test/support/processes.ts';

const filledSchema = z.object({ ms: z.number(), cpuMs: z.number(), rows: z.int(), indexes: z.int() });
export type Filled = z.infer<typeof filledSchema>;

export class FirstSyncFloor {
  readonly #server: Running;
  readonly #origin: string;
  readonly #file: string;
  readonly #rows: number;

  private constructor(server: Running, port: string, file: string, rows: number) {
    this.#server = server;
    this.#origin = `http://127.0.0.1:${port}/`;
    this.#file = file;
    this.#rows = rows;
  }

  static async start(folder: string, rows: number): Promise<FirstSyncFloor> {
    const server = startProcess('scripts/bench/floor/serve.ts', { args: [String(rows)] });
    return new FirstSyncFloor(server, await firstLine(server), join(folder, 'floor.db'), rows);
  }

  async fill(indexes: '3' | 'all'): Promise<Filled> {
    const client = startProcess('scripts/bench/floor/fill.ts', { args: [this.#origin, this.#file, indexes] });
    const filled = filledSchema.parse(JSON.parse(await firstLine(client)));
    await client.ended;
    if (filled.rows !== this.#rows) throw new Error(`the floor got ${filled.rows} rows`);
    return filled;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}

function firstLine(running: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    onLines(running, resolve);
    running.ended.then(({ code }) => reject(new Error(`ended with ${code}: ${running.errors()}`)), reject);
  });
}
