// Medians and percentiles of small samples, and the one clock everything is measured with.

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that at least this share of the sample does not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1);
  return sorted[index] ?? Number.NaN;
}

/** Milliseconds that the work took, and what it answered. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}
