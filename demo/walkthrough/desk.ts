// A desk of the walk-through as its user has it: sign in, ask, do, pull the plug. Behind it is a real process with its own files, reached
// through its own stretch of network.
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { longPatienceMs } from '#demo/patience.ts';
import {
  type CommandReceipt,
  commandReceiptSchema,
  type QueryInput,
  type QueryName,
  type QueryOutput,
  queries,
} from '#shared/contract/ipc.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import { appErrorSchema } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Network } from './network.ts';
import { type RunningProcess, startProcess } from './processes.ts';

export type Desk = {
  /** 经办岗, 审核岗 … as the output calls it. */
  readonly title: string;
  readonly account: Account;
  readonly network: Network;
  ask<N extends QueryName>(name: N, input: QueryInput<N>): Promise<Result<QueryOutput<N>>>;
  /** A command of the registry, by its name. */
  act(command: string, input: unknown): Promise<Result<CommandReceipt>>;
  /** Every row of the replica as the file has it: `entity/id` to version and body. */
  rows(): Promise<ReadonlyMap<string, StoredRow>>;
  pid(): number;
  putClockForward(milliseconds: number): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  tail(): string;
};

const storedRowSchema = z.object({ version: z.int(), body: z.string() });
export type StoredRow = z.infer<typeof storedRowSchema>;

const answerSchema = z.object({ no: z.int(), answer: z.unknown() });
const resultSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);
const rowsSchema = z.record(z.string(), storedRowSchema);

type Waiting = { resolve(answer: unknown): void; reject(problem: Error): void };

export function makeDesk(title: string, account: Account, network: Network, folder: string): Desk {
  const file = fileURLToPath(new URL('desk-process.ts', import.meta.url));
  const secret = randomBytes(32).toString('base64');
  let running: RunningProcess | undefined;
  let no = 0;
  const waiting = new Map<number, Waiting>();

  function present(): RunningProcess {
    if (running === undefined) throw new Error(`${title} is switched off`);
    return running;
  }

  async function call(name: string, input: unknown): Promise<unknown> {
    const desk = present();
    no += 1;
    const own = no;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(own);
        reject(new Error(`${title} did not answer ${name}: ${desk.tail()}`));
      }, longPatienceMs);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        waiting.delete(own);
        act();
      };
      waiting.set(own, {
        resolve: (answer) => settle(() => resolve(answer)),
        reject: (problem) => settle(() => reject(problem)),
      });
      desk.write(JSON.stringify({ no: own, name, input }));
    });
  }

  async function result<T>(name: string, input: unknown, schema: z.ZodType<T>): Promise<Result<T>> {
    const answer = resultSchema.parse(await call(name, input));
    return answer.ok ? ok(schema.parse(answer.value)) : err(answer.error);
  }

  function ended(): void {
    running = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`${title} was switched off`));
  }

  return {
    title,
    account,
    network,
    ask: (name, input) => result(name, input, outputOf(name)),
    act: (command, input) => result(command, input, commandReceiptSchema),
    rows: async () => new Map(Object.entries(rowsSchema.parse(await call('rows', {})))),
    pid: () => present().pid,
    putClockForward: (milliseconds) => running?.putClockForward(milliseconds),
    async start() {
      const desk = startProcess({
        name: title,
        file,
        env: { DESK_FOLDER: folder, DESK_SERVER: network.origin, DESK_SECRET: secret },
      });
      running = desk;
      await desk.line((line) => (line === 'ready' ? line : undefined));
      desk.onLine((line) => {
        const parsed = answerSchema.safeParse(jsonOrUndefined(line));
        if (parsed.success) waiting.get(parsed.data.no)?.resolve(parsed.data.answer);
      });
    },
    async stop() {
      await running?.stop();
      ended();
    },
    async kill() {
      await running?.kill();
      ended();
    },
    tail: () => running?.tail() ?? '',
  };
}

function outputOf<N extends QueryName>(name: N): z.ZodType<QueryOutput<N>> {
  const schema: z.ZodType = queries[name].output;
  return z.custom<QueryOutput<N>>((value) => schema.safeParse(value).success);
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
