// The heap that the worker thread is started with (`resourceLimits` of `new Worker`). Without an upper end V8 lets the heap of a first sync
// grow to several hundred megabytes before it tidies up; with one it stays near what is used, and the sync is no slower. The limit itself
// is far above anything the local side needs: rows stream through it.
export const workerLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 } as const;
