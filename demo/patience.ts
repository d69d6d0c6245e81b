// How long something that runs the product waits before it calls a silence a hang. What is waited for is always something that happens, never a
// time: these limits are out of reach of a slow or busy machine, and only keep a hang from lasting for ever.

/** For one thing that happens: an answer, a state, a line on the screen. */
export const patienceMs = 3 * 60_000;
/** For what is many things: a program that starts, data that is made, a run of rounds. */
export const longPatienceMs = 30 * 60_000;
/** For an orderly end, before it is ended by force. */
export const stopPatienceMs = 2 * 60_000;
