// The longest time that a thread did not come back to its event loop.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 5;

/** Answers the longest block since the last call, in milliseconds. */
export function watchBlocking(): () => number {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  return () => {
    // Up to one tick of waiting is not a block.
    const ms = Math.max(0, delays.max / 1e6 - resolutionMs);
    delays.reset();
    return ms;
  };
}
