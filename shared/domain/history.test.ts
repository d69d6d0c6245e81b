import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { oddTimes } from '#test/inputs/time.ts';
import { markedEdits } from './field-changes.ts';
import { type HistoryEntry, historySchema, withStep } from './history.ts';
import { plans } from './plans/model.ts';
import { readRow } from './stored-body.ts';

const hour = 3_600_000;
const now = planDay + 30 * 24 * hour;
const ctxOf = (madeAt: number, at = now) => ({
  actor: anActor('purchaser_clerk'),
  commandId: anId('command'),
  madeAt,
  now: at,
});
const firstStep = (madeAt: number) => withStep([], ctxOf(madeAt), 'plans.create', '');

describe('a step of a history', () => {
  it.each(oddTimes(now))(
    'made at %s is of the server’s time, the desk’s beside it',
    (_title, madeAt, possible) => {
      const history = historySchema.parse(firstStep(madeAt));
      expect(history[0]?.at).toBe(now);
      expect(history[0]?.made?.doubtful ?? false).toBe(!possible);
      expect(
        markedEdits(ctxOf(madeAt), [{ field: 'projectName', from: '', to: 'New' }]).projectName?.at,
      ).toBe(now);
    },
  );

  it('tells the desk’s time where it is another, and keeps it within what a calendar has', () => {
    expect(firstStep(now - 30_000)[0]?.made).toBeUndefined();
    expect(firstStep(now - 3 * hour)[0]?.made).toEqual({ at: now - 3 * hour, doubtful: false });
    expect(firstStep(Number.MAX_SAFE_INTEGER)[0]?.made).toEqual({
      at: Date.parse('2200-01-01T00:00:00+08:00') - 1,
      doubtful: true,
    });
  });

  it('was not made before the record', () => {
    const offline = firstStep(now - 3 * hour);
    const step = (madeAt: number) => withStep(offline, ctxOf(madeAt), 'plans.submit', '').at(-1)?.made;
    expect(step(now - 2 * hour)).toMatchObject({ doubtful: false });
    expect(step(now - 4 * hour)).toMatchObject({ doubtful: true });
    // A beginning that cannot be true is none to measure by.
    const wrong = firstStep(0);
    expect(withStep(wrong, ctxOf(now - 2 * hour), 'plans.submit', '').at(-1)?.made).toMatchObject({
      doubtful: true,
    });
  });
});

describe('a body of before the server’s time counted', () => {
  const plan = aPlan().build();
  const entry = (at: number): HistoryEntry => ({ ...(plan.history[0] as HistoryEntry), at });
  const [createdAt, updatedAt] = [now, now + 10 * hour];
  const repaired = (at: number) => {
    const old = { ...plan, createdAt, updatedAt, history: [entry(at)] };
    return readRow(
      plans,
      JSON.stringify({ ...old, fieldEdits: { projectName: { by: 'x', name: 'x', at } } }),
    );
  };

  it.each<readonly [string, number, number, HistoryEntry['made']]>([
    ['within its life', now + hour, now + hour, undefined],
    ['offline before it', now - hour, now, { at: now - hour, doubtful: false }],
    ['of 2106', Date.UTC(2106, 0), updatedAt, { at: Date.UTC(2106, 0), doubtful: true }],
    ['of 2001', Date.UTC(2001, 0), createdAt, { at: Date.UTC(2001, 0), doubtful: true }],
    [
      'that is no time',
      Number.MAX_SAFE_INTEGER,
      updatedAt,
      { at: Date.parse('2200-01-01T00:00:00+08:00') - 1, doubtful: true },
    ],
  ])('with a time %s is read with a time that was', (_title, told, at, made) => {
    const read = repaired(told);
    expect(read.history[0]).toMatchObject({ at });
    expect(read.history[0]?.made).toEqual(made);
    expect(read.fieldEdits.projectName?.at).toBe(at);
  });
});
