// A disk of its own that can really be full or read-only: a tmpfs in a mount namespace that a waiting process holds. Programs are started inside
// it; when the holder ends, it is gone. Works for root, and for others where the system lets users have namespaces of their own (Debian does).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../scripts/run-command.ts';

export type SmallDisk = {
  /** Put before a command, it runs the command inside. */
  readonly inside: readonly string[];
  /** Fills it up with a file until not a byte is free. */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  /** Nothing may have a file open for writing. */
  setReadOnly(readOnly: boolean): Promise<void>;
  run(command: string, ...args: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

const isRoot = process.getuid?.() === 0;

/** Mounted at `folder`, which must exist and is empty inside at first. */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  const script = 'mount -t tmpfs -o "size=$2m,mode=0777" tmpfs "$1" && echo mounted && exec cat';
  const own = isRoot ? ['--mount'] : ['--map-root-user', '--mount'];
  const holder = spawn('unshare', [...own, 'sh', '-c', script, 'sh', folder, String(megabytes)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let problem = '';
  holder.stderr.on('data', (chunk: Buffer) => {
    problem += chunk.toString('utf8');
  });
  const ended = once(holder, 'close');
  const first = await Promise.race([once(holder.stdout, 'data'), ended.then(() => undefined)]);
  if (first === undefined) {
    throw new Error(`a disk of its own needs unshare(1) with mount namespaces: ${problem}`);
  }
  const pid = String(holder.pid);
  const inside = ['nsenter', '-t', pid, ...(isRoot ? [] : ['--user', '--preserve-credentials']), '--mount'];
  const filler = join('/proc', pid, 'root', folder, 'filler');
  const run = async (command: string, ...args: readonly string[]) => {
    const [program = '', ...enter] = inside;
    const done = await runCommand(program, [...enter, command, ...args], { quiet: true });
    if (done.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.output}`);
  };
  return {
    inside,
    run,
    async fill() {
      const full = await writeFile(filler, Buffer.alloc(megabytes * 2 ** 20)).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (!(full instanceof Error && 'code' in full && full.code === 'ENOSPC')) {
        throw new Error(`the disk is not full: ${String(full)}`);
      }
    },
    makeRoom: () => run('rm', join(folder, 'filler')),
    setReadOnly: (readOnly) => run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
    async close() {
      holder.stdin.end();
      await ended;
    },
  };
}
