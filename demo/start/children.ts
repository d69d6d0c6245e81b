// What runs beside the starter: started, listened to until it says it is there, logged to files, and ended in good order.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longPatienceMs, stopPatienceMs } from '#demo/patience.ts';

export type Child = {
  readonly pid: number;
  /** Resolves with the exit code, however it ended. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
};

export type ChildRequest = {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly logs: string;
  /** Loaded before the file. */
  readonly imports?: readonly string[];
  readonly program?: string;
};

const parentWatch = fileURLToPath(new URL('./end-with-parent.ts', import.meta.url));

export function startChild(request: ChildRequest): { readonly process: ChildProcess; readonly child: Child } {
  const { name, file, args = [], env = {}, logs, imports = [], program } = request;
  mkdirSync(logs, { recursive: true });
  const preloads =
    program === undefined ? [parentWatch, ...imports].flatMap((path) => ['--import', path]) : [];
  const running = spawn(program ?? process.execPath, [...preloads, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  const log = createWriteStream(join(logs, `${name}.log`));
  running.stdout?.pipe(log, { end: false });
  running.stderr?.pipe(log, { end: false });
  const ended = new Promise<number>((resolve) => {
    running.once('error', () => resolve(127));
    running.once('exit', (code) => resolve(code ?? 1));
  });
  void ended.then(() => log.end());
  return {
    process: running,
    child: {
      pid: running.pid ?? 0,
      ended,
      async stop() {
        if (running.exitCode !== null || running.signalCode !== null) return;
        running.kill('SIGTERM');
        const late = setTimeout(() => running.kill('SIGKILL'), stopPatienceMs);
        await ended;
        clearTimeout(late);
      },
    },
  };
}

/** Characters. */
const lastWords = 2000;

/** Starts it and waits for the first line of its output that `accept` takes. */
export async function startListening<T>(
  request: ChildRequest,
  accept: (line: string) => T | undefined,
): Promise<{ readonly child: Child; readonly said: T }> {
  const { process: running, child } = startChild(request);
  let rest = '';
  // The end of what it said last, errors too: why it ended.
  let last = '';
  const said = await new Promise<T>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${request.name} did not start in time`)),
      longPatienceMs,
    );
    const keep = (piece: Buffer): void => {
      last = `${last}${piece.toString('utf8')}`.slice(-lastWords);
    };
    const take = (piece: Buffer): void => {
      keep(piece);
      const lines = (rest + piece.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const found = accept(line);
        if (found === undefined) continue;
        clearTimeout(timer);
        resolve(found);
      }
    };
    running.stdout?.on('data', take);
    running.stderr?.on('data', keep);
    void child.ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`${request.name} ended before it was ready: ${last}`));
    });
  });
  return { child, said };
}
