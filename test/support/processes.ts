// Real processes for tests: started from source, spoken to over their standard streams or a socket, ended by id, and none left behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { longPatienceMs } from '#demo/patience.ts';

export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Running = {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Resolves once, when the process is gone. */
  readonly ended: Promise<Ending>;
  /** The last lines of its standard error, for a failed test's message. */
  errors(): string;
  /** As kill −9 does: no handler runs. */
  kill(): Promise<Ending>;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<Ending>;
};

export type StartOptions = {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** A command that runs the process, such as `nsenter …`; it must become it. */
  readonly through?: readonly string[];
};

const root = new URL('../../', import.meta.url).pathname;
const alive = new Set<Running>();
/** Hundreds of starts of the same source: compiled once. */
const compileCache = join(tmpdir(), 'node-compile-cache');

/** Starts a TypeScript file of this repository with the Node that runs the tests. */
export function startProcess(file: string, options: StartOptions = {}): Running {
  const [program = '', ...args] = [
    ...(options.through ?? []),
    process.execPath,
    join(root, file),
    ...(options.args ?? []),
  ];
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-8000);
  });
  // A process that is killed while it is spoken to breaks its pipe; that is what is tested, not a failure.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code, signal]): Ending => ({ code, signal }));
  const signal = (name: NodeJS.Signals) => async (): Promise<Ending> => {
    child.kill(name);
    return ended;
  };
  const running: Running = {
    pid: child.pid ?? -1,
    child,
    ended,
    errors: () => errors,
    kill: signal('SIGKILL'),
    stop: signal('SIGTERM'),
  };
  alive.add(running);
  void ended.then(() => alive.delete(running));
  return running;
}

/** For afterEach and afterAll: ends what a failed test has left. */
export async function endAll(): Promise<void> {
  await Promise.all([...alive].map((running) => running.kill()));
}

/** Calls back for every line the process writes to its standard output. */
export function onLines(running: Running, take: (line: string) => void): void {
  if (running.child.stdout === null) throw new Error('no standard output');
  createInterface({ input: running.child.stdout, crlfDelay: Number.POSITIVE_INFINITY }).on('line', take);
}

export type Folder = { readonly path: string; remove(): Promise<void> };

export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'zhengcai-process-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Asks again and again until it answers yes; for what another process does in its own time. A hang fails with what was awaited. */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + longPatienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`does not happen: ${what}`);
    await pause(20);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
