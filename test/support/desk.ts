// A real desk process, spoken to in the lines of demo/walkthrough/desk-process.ts, that may die at any moment: a question to a dead desk is
// answered with undefined, because that is what its user sees.
import { z } from 'zod';
import {
  type CommandReceipt,
  commandReceiptSchema,
  type QueryInput,
  type QueryName,
  type QueryOutput,
  queries,
} from '#shared/contract/ipc.ts';
import { appErrorSchema } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Ending, onLines, type Running, type StartOptions, startProcess } from './processes.ts';

const answerSchema = z.object({ no: z.int(), answer: z.unknown() });
const resultSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

/** What stands for the operating system's safe; the same for every life of a desk. */
const secret = Buffer.alloc(32, 7).toString('base64');
const rowsSchema = z.record(z.string(), z.object({ version: z.int(), body: z.string() }));

export type DeskOptions = StartOptions & { readonly folder: string; readonly server: string };

export class DeskProcess {
  readonly running: Running;
  /** False when it died before it was ready. */
  readonly ready: Promise<boolean>;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #no = 0;

  constructor({ folder, server, ...options }: DeskOptions) {
    this.running = startProcess('demo/walkthrough/desk-process.ts', {
      ...options,
      env: { ...options.env, DESK_FOLDER: folder, DESK_SERVER: server, DESK_SECRET: secret },
    });
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.ready = promise;
    onLines(this.running, (line) => {
      if (line === 'ready') resolve(true);
      else this.#take(line);
    });
    void this.running.ended.then(() => {
      resolve(false);
      for (const answer of this.#waiting.values()) answer(undefined);
      this.#waiting.clear();
    });
  }

  ask<N extends QueryName>(name: N, input: QueryInput<N>): Promise<Result<QueryOutput<N>> | undefined> {
    const schema: z.ZodType = queries[name].output;
    return this.#call(
      name,
      input,
      z.custom<QueryOutput<N>>((value) => schema.safeParse(value).success),
    );
  }

  act(command: string, input: unknown): Promise<Result<CommandReceipt> | undefined> {
    return this.#call(command, input, commandReceiptSchema);
  }

  /** Every row of the replica's file: `entity/id` to version and body. */
  async rows(): Promise<z.infer<typeof rowsSchema>> {
    return rowsSchema.parse(await this.#answer('rows', {}));
  }

  kill(): Promise<Ending> {
    return this.running.kill();
  }

  stop(): Promise<Ending> {
    return this.running.stop();
  }

  async #call<T>(name: string, input: unknown, schema: z.ZodType<T>): Promise<Result<T> | undefined> {
    const answer = await this.#answer(name, input);
    if (answer === undefined) return undefined;
    const result = resultSchema.parse(answer);
    return result.ok ? ok(schema.parse(result.value)) : err(result.error);
  }

  #answer(name: string, input: unknown): Promise<unknown> {
    const { child } = this.running;
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(undefined);
    this.#no += 1;
    const no = this.#no;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#waiting.set(no, resolve);
    child.stdin?.write(`${JSON.stringify({ no, name, input })}\n`);
    return promise;
  }

  /** A line that was cut by the process's death is no answer. */
  #take(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return;
    }
    const parsed = answerSchema.safeParse(value);
    if (!parsed.success) return;
    this.#waiting.get(parsed.data.no)?.(parsed.data.answer);
    this.#waiting.delete(parsed.data.no);
  }
}
