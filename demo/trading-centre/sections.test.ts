import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reconcileNow } from '#server/exchange/admin.ts';
import { planBody } from '#shared/contract/exchange.ts';
import { followingPackage } from '#shared/domain/plans/content.ts';
import { sectionContentSchema } from '#shared/domain/projects/model.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, office, platformId } from '#test/support/exchange.ts';
import { sectionsOf } from './sections.ts';

type Content = Parameters<ReturnType<typeof aPlan>['with']>[0];
const divided = (change: Content) =>
  sectionsOf(
    planBody({ ...aPlan().with(change).build(), planNo: 'XC-2026-0001', filingRound: 1 }, anId('project')),
    7,
  );
const planned = (no: number, budget: number | null) => ({
  id: anId(`planned ${no}`),
  no: String(no),
  name: `Part ${no}`,
  budget,
  reserve: null,
  ...followingPackage,
});

describe('sections of a plan', () => {
  it('are divided by amount into one, two or three whose budgets sum up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (budgetAmount) => {
        const sections = divided({ budgetAmount, ceilingPrice: budgetAmount, plannedSections: [] });
        const sum = (of: 'budget' | 'ceiling') => sections.reduce((total, one) => total + (one[of] ?? 0), 0);
        expect(sum('budget')).toBe(budgetAmount);
        expect(sum('ceiling')).toBeLessThanOrEqual(budgetAmount);
        for (const section of sections) {
          expect(sectionContentSchema.safeParse(section).success).toBe(true);
          expect(section.ceiling ?? 0).toBeLessThanOrEqual(section.budget);
        }
        expect(sections.length).toBe(budgetAmount < 100_000_000 ? 1 : budgetAmount < 500_000_000 ? 2 : 3);
      }),
    );
  });

  it('are the planned ones where the plan divides itself', () => {
    const plannedSections = [planned(1, 1000), planned(2, 2000)];
    const sections = divided({ budgetAmount: 3000, ceilingPrice: null, plannedSections });
    expect(sections.map(({ name, budget, ceiling }) => [name, budget, ceiling])).toEqual([
      ['Part 1', 1000, null],
      ['Part 2', 2000, null],
    ]);
  });

  it('have what their package has: items, 品目, reserve, 评审方法', () => {
    const items = [
      { name: 'Switch', catalogCode: 'A02010202', amount: 100, plannedSectionId: anId('planned 2') },
      { name: 'Router', catalogCode: 'A02010201', amount: 900, plannedSectionId: anId('planned 1') },
      { name: 'Cable', catalogCode: 'A02010299', amount: 100, plannedSectionId: anId('planned 1') },
    ].map((parts) => ({
      id: anId(parts.name),
      catalogEdition: '2022' as const,
      qty: '1',
      unit: 'pc',
      unitPrice: null,
      ...parts,
    }));
    const plannedSections = [
      planned(1, 1000),
      { ...planned(2, 100), reserve: 100, evalMethod: 'LOWEST_PRICE' },
    ];
    const sections = divided({ budgetAmount: 1100, smeMode: 'LOT', items, plannedSections });
    expect(sections).toMatchObject([
      {
        plannedSectionId: anId('planned 1'),
        content: 'Router，1pc；Cable，1pc',
        catalogCode: 'A02010201',
        smeReserved: false,
        evalMethod: 'COMPREHENSIVE_SCORE',
      },
      {
        plannedSectionId: anId('planned 2'),
        content: 'Switch，1pc',
        catalogCode: 'A02010202',
        smeReserved: true,
        evalMethod: 'LOWEST_PRICE',
      },
    ]);
  });

  it('are divided by amount when the planned ones are incomplete or too much', () => {
    expect(divided({ budgetAmount: 3000, plannedSections: [planned(1, null)] })).toHaveLength(1);
    expect(divided({ budgetAmount: 3000, plannedSections: [planned(1, 3001)] })).toMatchObject([
      { budget: 3000 },
    ]);
  });

  it('carry numbers of the centre, one for each', () => {
    expect(
      divided({ budgetAmount: 600_000_000, plannedSections: [] }).map(({ sectionNo }) => sectionNo),
    ).toEqual(['ZFCG-G2026007-1号', 'ZFCG-G2026007-2号', 'ZFCG-G2026007-3号']);
  });
});

describe.each(databases().slice(0, 1))('sections that the centre had put off to later', (engine) => {
  const hour = 60 * 60_000;
  let db: TestDatabase;
  let world: ExchangeWorld;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.centre.control({ delayMs: 720 * hour });
    await world.filePlan();
    await world.settle(hour);
    expect((await world.project()).push.status).toBe('accepted');
    expect(await world.sections()).toEqual([]);
    await world.centre.control({ delayMs: 0 });
  });
  afterEach(() => db.close());

  it('stay those of their packages, and keep their numbers, when packages come, go and change places', async () => {
    const parts = (...nos: readonly number[]) => ({
      plannedSections: nos.map((no) => planned(no, 50_000_000)),
    });
    const live = async () =>
      (await world.sections())
        .filter(({ status }) => status !== 'cancelled')
        .map(({ name, sectionNo, lotUid }) => ({ name, no: sectionNo.at(-2), lotUid }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    await world.changePlan(parts(1, 2, 3));
    await world.settle(hour);
    const [first, second, third] = await live();
    expect([first?.no, second?.no, third?.no]).toEqual(['1', '2', '3']);
    await world.changePlan(parts(3, 4, 1));
    await world.settle(hour);
    expect(await live()).toEqual([first, third, { name: 'Part 4', no: '2', lotUid: expect.any(String) }]);
    const told = world.centre.state().outgoing.filter(({ type }) => type.startsWith('section.'));
    expect(new Set(told.map(({ answer }) => answer))).toEqual(new Set(['accepted']));
  });

  it('come when they are requested again', async () => {
    const { id: projectId } = await world.project();
    const again = await world.run(office, 'projects.requestSections', { projectId });
    expect(again.ok).toBe(true);
    await world.settle(hour);
    expect(await world.sections()).toHaveLength(2);
  });

  it('come when a comparison of both sides misses them', async () => {
    await reconcileNow(world.gateway.deps, anActor('administrator'), platformId);
    await world.settle(hour);
    expect(await world.sections()).toHaveLength(2);
  });

  it('come with the plan that has changed meanwhile', async () => {
    await world.changePlan({ budgetAmount: 80_000_000, ceilingPrice: 80_000_000 });
    await world.settle(hour);
    const live = (await world.sections()).filter(({ status }) => status !== 'cancelled');
    expect(live.map(({ budget }) => budget)).toEqual([80_000_000]);
  });

  it('are cancelled with the plan that is withdrawn meanwhile', async () => {
    const cancelled = await world.run(office, 'plans.cancel', { id: anId('plan'), reason: 'not needed' });
    expect(cancelled.ok).toBe(true);
    await world.settle(hour);
    const told = world.centre.state().outgoing.filter(({ type }) => type.startsWith('section.'));
    expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['done']));
  });
});
