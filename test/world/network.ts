// The network between a desk and the server, and between the server and the trading centre. Each request meets a fate; fates are chosen
// one by one by the history or drawn from the world's seed. A delayed request is one whose sender has given up and which arrives
// all the same, later and after others.
import type { Random } from './chance.ts';
import type { Tally } from './tally.ts';

export const fates = ['deliver', 'drop_request', 'drop_answer', 'repeat', 'delay', 'cut', 'slow'] as const;
export type Fate = (typeof fates)[number];

export class Unreachable extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Unreachable';
  }
}

export type ServerRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};
export type Carried = Answer & {
  /** Where the answer breaks off, in bytes; null when it arrives whole. */
  readonly cutAt: number | null;
};

export type Link = {
  /** Carries one request; rejects with Unreachable when no answer comes. */
  carry(deliver: () => Promise<Answer>): Promise<Carried>;
  /** The fates of the next requests, in order; after them the background trouble decides. */
  expect(fate: Fate, count: number): void;
  partition(): void;
  /** Ends partition, expected fates and background trouble. What is still under way stays under way. */
  heal(): void;
  /** Share of requests that meet a fate other than delivery. */
  trouble(share: number): void;
  /** Delayed requests that have not arrived yet. */
  readonly underWay: number;
  /** Lets one delayed request arrive, in any order. False when there is none. */
  arrive(which: number): Promise<boolean>;
};

/** `slow` is told when an answer takes long, so that the clock can move while somebody waits. */
export function link(random: Random, slow: () => void, tally: Tally): Link {
  const expected: Fate[] = [];
  const delayed: (() => Promise<Answer>)[] = [];
  let up = true;
  let share = 0;

  const next = (): Fate => {
    const fate = expected.shift();
    if (fate !== undefined) return fate;
    if (share === 0 || !random.chance(share)) return 'deliver';
    return random.pick(fates);
  };

  return {
    async carry(deliver) {
      if (!up) throw new Unreachable('partitioned');
      const fate = next();
      switch (fate) {
        case 'drop_request':
          tally.count('request lost');
          throw new Unreachable('request lost');
        case 'delay':
          delayed.push(deliver);
          throw new Unreachable('no answer in time');
        case 'drop_answer':
          await deliver();
          tally.count('answer lost');
          throw new Unreachable('answer lost');
        case 'repeat': {
          const first = await deliver();
          const second = await deliver();
          tally.count('request repeated');
          return { ...(random.chance(0.5) ? first : second), cutAt: null };
        }
        case 'cut': {
          const answer = await deliver();
          tally.count('answer cut');
          const cutAt = answer.body.length === 0 ? null : random.int(0, answer.body.length - 1);
          return { ...answer, cutAt };
        }
        case 'slow': {
          const answer = await deliver();
          slow();
          return { ...answer, cutAt: null };
        }
        case 'deliver':
          return { ...(await deliver()), cutAt: null };
      }
    },
    expect(fate, count) {
      for (let index = 0; index < count; index += 1) expected.push(fate);
    },
    partition() {
      up = false;
      tally.count('partition');
    },
    heal() {
      up = true;
      share = 0;
      expected.length = 0;
    },
    trouble(newShare) {
      share = newShare;
    },
    get underWay() {
      return delayed.length;
    },
    async arrive(which) {
      const [deliver] = delayed.splice(which % Math.max(1, delayed.length), 1);
      if (deliver === undefined) return false;
      tally.count('request late');
      // Nobody waits for the answer any more, and nobody hears of a failure.
      await deliver().catch(() => undefined);
      return true;
    },
  };
}
