// What fits into one batch of the wire.
import { maxBatchBytes } from '#shared/contract/sync.ts';

// Room for the envelope around the commands.
export const batchBytes = maxBatchBytes - 2_000;
/** The input of a single command: a larger one could never be sent. */
export const maxCommandBytes = batchBytes - 1_000;
