// Several desks at work at once, and yet the same each time: only one of them goes on at a time, from one of its requests to the next, and
// the world's chance says whose turn it is. Left to themselves, threads of the machine would decide who comes first.
import type { Random } from './chance.ts';

export class Turns {
  readonly #waiting: { readonly who: string; readonly go: () => void }[] = [];
  #random: Random | undefined;
  #holder: string | undefined;

  /** Runs all of it; each one's requests must wait in `take` under the same name. */
  async together(works: ReadonlyMap<string, () => Promise<unknown>>, random: Random): Promise<void> {
    this.#random = random;
    try {
      await Promise.all(
        [...works].map(async ([who, work]) => {
          await this.take(who);
          try {
            await work();
          } finally {
            this.#pass(who);
          }
        }),
      );
    } finally {
      this.#random = undefined;
    }
  }

  /** Resolves at once outside `together`; within it, when it is this one's turn. Whoever has the turn gives it up by this. */
  take(who: string): Promise<void> {
    if (this.#random === undefined) return Promise.resolve();
    const turn = new Promise<void>((go) => this.#waiting.push({ who, go }));
    if (this.#holder === undefined) this.#next();
    else this.#pass(who);
    return turn;
  }

  #pass(who: string): void {
    if (this.#holder !== who) return;
    this.#holder = undefined;
    this.#next();
  }

  #next(): void {
    const [next] = this.#waiting.splice(this.#random?.int(0, Math.max(0, this.#waiting.length - 1)) ?? 0, 1);
    this.#holder = next?.who;
    next?.go();
  }
}
