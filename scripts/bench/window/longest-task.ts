// How long the window's main thread was busy at a stretch, as the browser's own trace has it: while one task runs, no key and no click is heard.
// A timer in the page would count also what the browser lets go before it, between which inputs are heard.
import type { Page } from 'playwright-core';
import { z } from 'zod';

const eventSchema = z.looseObject({
  name: z.string(),
  pid: z.int(),
  tid: z.int(),
  /** Microseconds. */
  dur: z.number().optional(),
  args: z.looseObject({ name: z.unknown() }).partial().optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

const task = 'ThreadControllerImpl::RunTask';
const endsWithinMs = 30_000;

/** Milliseconds of the longest task while `act` goes on. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const parsed = eventSchema.safeParse(event);
      if (parsed.success) events.push(parsed.data);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    tracingBackend: 'chrome',
    traceConfig: {
      recordMode: 'recordUntilFull',
      includedCategories: ['toplevel'],
      excludedCategories: ['*'],
    },
  });
  await act();
  const complete = new Promise<void>((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve());
    setTimeout(() => reject(new Error('the trace did not end')), endsWithinMs).unref();
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const durations = events
    .filter((event) => event.name === task && mains.has(threadOf(event)))
    .map(({ dur }) => dur ?? 0);
  if (durations.length === 0) throw new Error('the trace has no task of the window');
  return Math.max(...durations) / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
