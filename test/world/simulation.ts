// Runs many histories under fast-check: every one from the seed, a failing one shrunk and printed with what replays it.
import fc from 'fast-check';
import type { Mutation } from './mutations.ts';
import { castOf, runHistory } from './run-history.ts';
import { type History, histories } from './steps.ts';
import { type Tally, tally } from './tally.ts';
import type { House } from './world-template.ts';

export type SimulationOptions = {
  readonly runs: number;
  readonly seed: number;
  /** Where in the tree of shrunk values a failure was: replays that one history. */
  readonly path?: string | undefined;
  readonly maxSteps?: number;
  readonly mutation?: Mutation;
  /** Off where the failure itself is all that is wanted. */
  readonly shrink?: boolean;
  /** Hears of each history after it ran. */
  readonly ran?: (history: History, milliseconds: number) => void;
};

export type Simulated = {
  readonly runs: number;
  readonly milliseconds: number;
  readonly tally: Tally;
  /** How to see the failure again, and what was wrong; null when all held. */
  readonly failure: string | null;
};

/** Long enough for everything to happen to one plan, short enough for a thousand of them. */
const defaultMaxSteps = 40;
/** Shrinking stops here: a longer history is better than none. */
const shrinkMs = 240_000;

export async function simulate(house: House, options: SimulationOptions): Promise<Simulated> {
  const all = tally();
  const started = performance.now();
  let runs = 0;
  let failedAt: number | undefined;
  const property = fc.asyncProperty(histories(options.maxSteps ?? defaultMaxSteps), async (history) => {
    if (failedAt !== undefined && performance.now() - failedAt > shrinkMs) return;
    const before = performance.now();
    const { problems, tally: counted } = await runHistory(house, history, options.mutation).catch(
      (thrown: unknown) => {
        // Nothing may be thrown through the world: that is a failure like any other.
        const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
        return { problems: [text], tally: tally() };
      },
    );
    options.ran?.(history, performance.now() - before);
    if (failedAt === undefined) {
      runs += 1;
      all.add(counted);
    }
    if (problems.length === 0) return;
    failedAt ??= performance.now();
    throw new Error(problems.slice(0, 20).join('\n'));
  });
  const details = await fc.check(property, {
    numRuns: options.runs,
    seed: options.seed,
    endOnFailure: options.shrink === false,
    ...(options.path === undefined ? {} : { path: options.path }),
  });
  const milliseconds = performance.now() - started;
  if (!details.failed) return { runs, milliseconds, tally: all, failure: null };
  const [history] = details.counterexample ?? [];
  return { runs, milliseconds, tally: all, failure: report(details, history) };
}

function report(details: fc.RunDetails<[History]>, history: History | undefined): string {
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  const again = `npm run simulate -- --seed ${details.seed} --path ${details.counterexamplePath ?? '0'}`;
  const steps = history?.steps.map((step) => `  ${JSON.stringify(step)}`) ?? [];
  return [
    `a history failed; see it again with: ${again}`,
    reason,
    ...(history === undefined
      ? []
      : [`seed ${history.seed}, cast ${castOf(history).join(' ')}, fresh ${history.fresh}`]),
    ...steps,
  ].join('\n');
}
