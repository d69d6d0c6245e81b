// How long something that runs the product waits before it calls a silence a hang. What is waited for is always something that happens, never a
// time: these limits are out of reach of a slow or busy machine, and only keep a hang from lasting for ever.

/** For one thing that another process or thread does: a start, an answer, a state. */
export const patienceMs = 20 * 60_000;
/** For an orderly end, before it is ended by force. */
export const stopPatienceMs = 2 * 60_000;
