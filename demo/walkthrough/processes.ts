// Real processes: started, watched, killed by their own id, and never left behind. What they last wrote is kept, to be shown when a step
// fails.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { longPatienceMs, stopPatienceMs } from '#demo/patience.ts';

export type ProcessRequest = {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  /** Beside this process's own; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
};

export type RunningProcess = {
  readonly name: string;
  readonly pid: number;
  /** Each whole line that the process writes to its standard output, from the start on. */
  onLine(listener: (line: string) => void): void;
  write(line: string): void;
  /** Resolves with the first line that the test accepts. */
  line<T>(accept: (line: string) => T | undefined): Promise<T>;
  putClockForward(milliseconds: number): void;
  /** SIGTERM, and SIGKILL if that does not end it in time. */
  stop(): Promise<void>;
  /** SIGKILL: the process gets no chance to tidy up. */
  kill(): Promise<void>;
  /** The last lines it wrote, both streams. */
  tail(): string;
};

const tailLines = 12;
const running = new Set<ChildProcess>();
let clockAhead = 0;

/** For processes that are yet to start; running ones are told with putClockForward. */
export function startWithClockAhead(milliseconds: number): void {
  clockAhead = milliseconds;
}

/** The last resort: whatever still runs when the walk-through itself must end. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

export function startProcess({ name, file, args = [], env = {} }: ProcessRequest): RunningProcess {
  const clock = fileURLToPath(new URL('clock.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', clock, file, ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env, WALKTHROUGH_CLOCK_AHEAD_MS: String(clockAhead) },
  });
  running.add(child);
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('the process has no pipes');

  const tail: string[] = [];
  const listeners = new Set<(line: string) => void>();
  const lines: string[] = [];
  const keep = (line: string) => {
    // Answers to questions of the walk-through itself explain nothing.
    if (line.startsWith('{"no":')) return;
    tail.push(line.slice(0, 500));
    if (tail.length > tailLines) tail.shift();
  };
  eachLine(stdout, (line) => {
    keep(line);
    lines.push(line);
    for (const listener of listeners) listener(line);
  });
  eachLine(stderr, keep);
  // A process that was killed no longer reads.
  stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  const description = () => `${name} (pid ${child.pid})\n${tail.join('\n')}`;

  return {
    name,
    pid: child.pid ?? 0,
    onLine: (listener) => {
      listeners.add(listener);
    },
    write: (line) => {
      if (stdin.writable) stdin.write(`${line}\n`);
    },
    line: (accept) =>
      new Promise((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          listeners.delete(look);
          child.off('exit', onExit);
        };
        const fail = (problem: string) => {
          finish();
          reject(new Error(`${problem}: ${description()}`));
        };
        const onExit = () => fail('ended too early');
        const look = (line: string) => {
          const found = accept(line);
          if (found === undefined) return;
          finish();
          resolve(found);
        };
        const timer = setTimeout(() => fail('waited too long'), longPatienceMs);
        listeners.add(look);
        child.once('exit', onExit);
        for (const line of [...lines]) look(line);
      }),
    putClockForward: (milliseconds) => {
      if (child.connected) child.send({ clockAhead: milliseconds });
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
      await ended;
      clearTimeout(late);
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await ended;
    },
    tail: description,
  };
}

function eachLine(stream: NodeJS.ReadableStream, listener: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece) => {
    const parts = (rest + String(piece)).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) listener(part);
  });
}
