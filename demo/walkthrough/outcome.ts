// How a step says that something is not as it must be, and how it waits for what must come.
import { longPatienceMs } from '#demo/patience.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What a step expected and did not see. */
export class StepFailed extends Error {}

export function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new StepFailed(otherwise);
}

export function need<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new StepFailed(`there is no ${what}`);
  return value;
}

export function accepted<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new StepFailed(`${what} was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal, which must be this one. */
export function refused(result: Result<unknown>, code: AppError['code'], what: string): AppError {
  if (result.ok) throw new StepFailed(`${what} was accepted; it should have been refused with ${code}`);
  expect(result.error.code === code, `${what} was refused with ${JSON.stringify(result.error)}, not ${code}`);
  return result.error;
}

const pollMs = 40;

/** Asks again and again until there is an answer; what was seen last is told when it does not come. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  seen: () => unknown = () => '',
): Promise<T> {
  const until = performance.now() + longPatienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until)
      throw new StepFailed(`waited too long for ${what} ${JSON.stringify(seen())}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
