// A stretch of network that can fail: a TCP relay on 127.0.0.1 in front of one server. Nothing of the programs on its two ends is changed; they
// see what a bad line shows them.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/**
 * `open` lets everything through. `cut` ends every connection and refuses new ones. `deaf` carries requests but ends the connection at
 * the first byte of an answer: the other side has acted and nobody hears of it.
 */
export type LineState = 'open' | 'cut' | 'deaf';

export type Network = {
  readonly origin: string;
  state(): LineState;
  set(state: LineState): void;
  /** Every piece of data arrives this many milliseconds later, in both directions. */
  delay(milliseconds: number): void;
  /** How many connections were made since the start, also refused ones. */
  attempts(): number;
  close(): Promise<void>;
};

/** `targetPort` is asked for each connection, because a restarted server may listen elsewhere. */
export async function startNetwork(targetPort: () => number): Promise<Network> {
  let line: LineState = 'open';
  let wait = 0;
  let attempts = 0;
  const sockets = new Set<Socket>();

  const server = createServer((near) => {
    attempts += 1;
    keep(near);
    if (line === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(targetPort(), '127.0.0.1');
    keep(far);
    relay(near, far, () => false);
    relay(far, near, () => line === 'deaf');
  });

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    // A broken line is what this program is for.
    socket.on('error', () => socket.destroy());
  }

  function relay(from: Socket, to: Socket, swallow: () => boolean): void {
    const end = () => later(() => to.destroy());
    from.on('data', (piece) => {
      if (swallow()) {
        from.destroy();
        to.resetAndDestroy();
        return;
      }
      later(() => to.writable && to.write(piece));
    });
    from.on('end', end);
    from.on('close', end);
  }

  // Timers of one length fire in the order in which they were set, so delayed pieces stay in order.
  function later(act: () => void): void {
    if (wait === 0) act();
    else setTimeout(act, wait);
  }

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())));
  });

  return {
    origin: `http://127.0.0.1:${port}`,
    state: () => line,
    set(state) {
      line = state;
      if (state === 'cut') for (const socket of sockets) socket.resetAndDestroy();
    },
    delay(milliseconds) {
      wait = milliseconds;
    },
    attempts: () => attempts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not a TCP address');
  return address.port;
}
