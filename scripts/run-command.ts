// Starts a program, shows its output, and tells how it ended. Used by every script here, so that they all stop the same way.
import { type ChildProcess, spawn } from 'node:child_process';

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  readonly quiet?: boolean;
  readonly cwd?: string;
};

export type RunResult = { readonly code: number; readonly output: string };

/** Resolves with the exit code (128 + n for a signal); never rejects for a program that fails, only for one that is missing. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (options.quiet !== true) process.stdout.write(chunk);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? (signal === null ? 1 : 128), output });
    });
  });
}

/** The program's standard output, or undefined when it is missing or fails. */
export async function probe(program: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const result = await runCommand(program, args, { quiet: true });
    return result.code === 0 ? result.output.trim() : undefined;
  } catch {
    return undefined;
  }
}
