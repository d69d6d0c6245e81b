// One life of a process in the world: from its start to its end, by will or by a crash. Every durable write passes a point; the crash
// happens at the point that was chosen, and from then on the process writes nothing more, whatever its code still tries.

/** What a killed process does: it stops. It is no error that code may handle; who catches it meets it again at the next point. */
export class Crash extends Error {
  constructor(where: string) {
    super(`the process ended at ${where}`);
    this.name = 'Crash';
  }
}

export class Life {
  #left: number | null = null;
  #endedAt: string | null = null;

  /** The process ends at the n-th point from now, the first being 1. */
  crashAt(n: number): void {
    this.#left = n;
  }

  /** Takes the chosen crash back, where it has not happened yet. */
  spare(): void {
    this.#left = null;
  }

  point(where: string): void {
    if (this.#endedAt !== null) throw new Crash(this.#endedAt);
    if (this.#left === null) return;
    this.#left -= 1;
    if (this.#left > 0) return;
    this.end(where);
    throw new Crash(where);
  }

  /** From here on the process is dead: every further point throws. */
  end(where: string): void {
    this.#endedAt ??= where;
  }

  get ended(): boolean {
    return this.#endedAt !== null;
  }

  /** Where it ended, or null. */
  get endedAt(): string | null {
    return this.#endedAt;
  }
}
