// One clock for every relative time on the screen: it ticks while somebody looks.
const tickMs = 30_000;

const listeners = new Set<() => void>();
let shown = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  shown = Date.now();
  for (const listener of listeners) listener();
}

export const minuteClock = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    timer ??= setInterval(tick, tickMs);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  },
  /** The last tick, or the present while nobody has looked. */
  now(): number {
    if (timer === undefined && Date.now() - shown > tickMs) shown = Date.now();
    return shown;
  },
};
