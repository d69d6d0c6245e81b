// The form asks what the submission will say, and hears the same.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { plans } from '#shared/domain/plans/model.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, contentNamed, idOf, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});

afterEach(() => desk.remove());

const broken = contentNamed('Over budget', { ceilingPrice: 200_000_000, methodReason: '', contact: '' });

describe('plans.check', () => {
  it('finds nothing wrong with a lawful plan, saved or not', async () => {
    const { content } = aNewPlan(1);
    expect(await desk.see('plans.check', { id: null, content })).toEqual({ findings: [] });
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.see('plans.check', { id: idOf(1), content })).toEqual({ findings: [] });
  });

  it('finds exactly what the submission refuses, field by field with its article', async () => {
    await desk.must('plans.create', { id: idOf(1), content: broken });
    const { findings } = await desk.see('plans.check', { id: idOf(1), content: broken });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    const refused = await desk.dispatch('plans.submit', { id: idOf(1) });
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'rule_broken',
        fields: errors.flatMap(({ ruleId, article, params, paths }) =>
          paths.map((path) => ({ path, code: ruleId, params, article })),
        ),
      },
    });
  });

  it('takes a form of which nothing is filled in', async () => {
    const { findings } = await desk.see('plans.check', { id: null, content: emptyContent });
    expect(findings.flatMap(({ paths }) => paths)).toEqual(
      expect.arrayContaining(['projectName', 'budgetAmount', 'method', 'items']),
    );
    expect(findings.every(({ article }) => article !== '')).toBe(true);
  });

  it('sees the unit’s other plans as they are now', async () => {
    const small = {
      budgetAmount: 120_000_000,
      ceilingPrice: null,
      method: 'INQUIRY',
      methodReasonCode: 'LAW_32',
      methodReason: 'Standard goods in stock.',
    } as const;
    const content = contentNamed('Half of it', small);
    const split = async () =>
      (await desk.see('plans.check', { id: null, content })).findings.some(
        ({ ruleId }) => ruleId === 'plan.splitting',
      );
    expect(await split()).toBe(false);
    server.put(plans, planOf(7, { status: 'filed', content: contentNamed('The other half', small) }));
    await desk.must('sync.now', {});
    expect(await split()).toBe(true);
  });

  it('writes nothing', async () => {
    await desk.must('plans.create', { id: idOf(1), content: broken });
    const before = await desk.see('plans.get', { id: idOf(1) });
    await desk.see('plans.check', { id: idOf(1), content: aNewPlan(1).content });
    expect(await desk.see('plans.get', { id: idOf(1) })).toEqual(before);
    expect((await desk.see('outbox.list', { show: 'waiting' })).items).toHaveLength(1);
  });

  it('answers what is not there as what is not one’s own, and has no new plan for an office', async () => {
    const content = aNewPlan(1).content;
    expect(await desk.ask('plans.check', { id: idOf(77), content })).toMatchObject({
      error: { code: 'not_found' },
    });
    const officer = await new TestDesk(server, clock, { timers: noTimers }).open();
    await officer.signIn('officer');
    expect(await officer.ask('plans.check', { id: null, content })).toMatchObject({
      error: { code: 'not_allowed' },
    });
    await officer.remove();
  });
});
