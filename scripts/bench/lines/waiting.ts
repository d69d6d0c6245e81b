// Waiting for what a desk does by itself.
import { z } from 'zod';
import type { BenchDesk } from '../desk/desk.ts';

const indexedSchema = z.object({ notIndexed: z.int() });
const pollMs = 50;
const longestMs = 1_200_000;

/** Until the search index has read every row. */
export async function indexed(desk: BenchDesk): Promise<void> {
  for (let waited = 0; waited < longestMs; waited += pollMs) {
    const { notIndexed } = indexedSchema.parse(await desk.call('diagnostics', {}));
    if (notIndexed === 0) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error('the search index was not finished in time');
}
