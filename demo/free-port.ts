// Ports of 127.0.0.1 for programs that must be told one before they start: because others are told it too, or because they come back on it.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems lend to outgoing connections (Linux from 32768, Windows and macOS from 49152): one of those could take it before its program listens. */
const lowest = 20_000;
const highest = 32_767;
const tries = 100;

/** Free a moment ago, and not likely to be chosen by anybody else. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = randomInt(lowest, highest + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port between ${lowest} and ${highest} is free`);
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
