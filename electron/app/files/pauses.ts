// When a file that could not be sent is tried again: later and later, in memory alone, so that a new start tries everything once more.
import type { Instant } from '#shared/kernel/dates.ts';

const firstPauseMs = 60_000;
const longestPauseMs = 3_600_000;

type Pause = { readonly failures: number; readonly since: Instant; readonly until: Instant };

export class Pauses {
  readonly #clock: () => Instant;
  readonly #pauses = new Map<string, Pause>();

  constructor(clock: () => Instant) {
    this.#clock = clock;
  }

  /** The first failure costs nothing but the place in the queue: the next round tries again. */
  failed(sha256: string): void {
    const failures = (this.#pauses.get(sha256)?.failures ?? 0) + 1;
    const since = this.#clock();
    const pause = failures === 1 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 2));
    this.#pauses.set(sha256, { failures, since, until: since + pause });
  }

  /** Also over when the clock has been put back before its beginning. */
  isOver(sha256: string): boolean {
    const pause = this.#pauses.get(sha256);
    if (pause === undefined) return true;
    const now = this.#clock();
    return now >= pause.until || now < pause.since;
  }

  /** What has failed waits behind what has not, so that it is in nobody's way even where a run ends with it. */
  inOrder<T extends { readonly sha256: string }>(uploads: readonly T[]): readonly T[] {
    const failures = ({ sha256 }: T) => this.#pauses.get(sha256)?.failures ?? 0;
    return uploads.toSorted((a, b) => failures(a) - failures(b));
  }

  end(sha256: string): void {
    this.#pauses.delete(sha256);
  }

  endAll(): void {
    for (const [sha256, pause] of this.#pauses) this.#pauses.set(sha256, { ...pause, until: pause.since });
  }
}
