// The log of this computer: one line of JSON an entry, event names, codes and counts only. A full file becomes .1, .1 becomes .2 and so on, and
// the oldest goes. A log that cannot be written is no reason to stop working.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogEntry } from '../app/ports.ts';

export type Log = (entry: LogEntry) => void;

export type LogFile = {
  readonly path: string;
  readonly log: Log;
  /** The last lines, oldest first. */
  tail(lines: number): readonly string[];
};

const maxBytes = 1_000_000;
const kept = 4;
const maxText = 200;

export function openLogFile(path: string, clock: () => number, bytes: number = maxBytes): LogFile {
  let size = 0;
  try {
    mkdirSync(dirname(path), { recursive: true });
    size = existsSync(path) ? statSync(path).size : 0;
  } catch {
    // Said by `append` in effect: nothing is kept.
  }

  function append(line: string): void {
    try {
      if (size > 0 && size + line.length > bytes) {
        rotate(path);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      // The disk is full or the folder is gone.
    }
  }

  return {
    path,
    log: ({ level, event, details }) => {
      const short = Object.fromEntries(
        Object.entries(details ?? {}).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.slice(0, maxText) : value,
        ]),
      );
      append(`${JSON.stringify({ at: new Date(clock()).toISOString(), level, event, ...short })}\n`);
    },
    tail(lines) {
      const texts = [`${path}.1`, path].map(readText);
      return texts
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .slice(-lines);
    },
  };
}

function rotate(path: string): void {
  for (let number = kept - 1; number >= 1; number -= 1) {
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
  renameSync(path, `${path}.1`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
