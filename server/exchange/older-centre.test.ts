// Centres whose program is of the version before know nothing of 采购包. They are served all the same, and what they make of a plan is theirs.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followingPackage } from '#shared/domain/plans/content.ts';
import { type PlanContent, plans } from '#shared/domain/plans/model.ts';
import { sections as sectionRows } from '#shared/domain/projects/model.ts';
import { succeededBy } from '#shared/domain/projects/succession.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, office } from '#test/support/exchange.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const [item] = exampleContent.items;

/** Two packages with an item each, the second for small and medium enterprises. */
const inPackages: Partial<PlanContent> = {
  smeMode: 'LOT',
  items: ['1', '2'].flatMap((no) =>
    item === undefined
      ? []
      : [{ ...item, id: anId(`item ${no}`), name: `Item ${no}`, plannedSectionId: anId(`package ${no}`) }],
  ),
  plannedSections: ['1', '2'].map((no) => ({
    ...followingPackage,
    id: anId(`package ${no}`),
    no,
    name: `Part ${no}`,
    budget: 75_000_000,
    reserve: no === '2' ? 75_000_000 : null,
  })),
};

describe.each(oneDatabase())('a plan in packages, on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
  });
  afterEach(() => db.close());

  const pushes = async () =>
    (await world.outbox())
      .filter(({ type }) => type.startsWith('plan.'))
      .map(({ type, schemaVersion, state }) => [type, schemaVersion, state]);
  const sections = async () =>
    (await world.sections())
      .filter(({ status }) => status === 'received')
      .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))
      .map(({ plannedSectionId, content, smeReserved }) => [plannedSectionId, content, smeReserved]);

  it('comes back as a section for each package, with its own items and reserve', async () => {
    await world.filePlan('plan', inPackages);
    await world.settle(hour);
    expect(await pushes()).toEqual([['plan.push', 2, 'accepted']]);
    expect(JSON.stringify(world.centre.state().plans)).toContain('"code":"DOMESTIC_PRODUCT"');
    expect(await sections()).toEqual([
      [anId('package 1'), 'Item 1，3set', false],
      [anId('package 2'), 'Item 2，3set', true],
    ]);
  });

  describe('for a centre of the version before', () => {
    beforeEach(() => world.centre.control({ understands: 1 }));

    it('is pushed once more as that version has it, and its sections are taken', async () => {
      await world.filePlan('plan', inPackages);
      await world.settle(hour);
      expect(await pushes()).toEqual([
        ['plan.push', 2, 'rejected'],
        ['plan.push', 1, 'accepted'],
      ]);
      expect((await world.project()).push).toMatchObject({ status: 'accepted', errorCode: null });
      // It repeats all items in every section and knows only of a reserve of the whole project.
      expect(await sections()).toEqual([
        [null, 'Item 1，3set；Item 2，3set', false],
        [null, 'Item 1，3set；Item 2，3set', false],
      ]);
      const body = JSON.stringify(world.centre.state().plans);
      expect(body).toContain('"plannedSectionId":null');
      expect(body).not.toContain('DOMESTIC_PRODUCT');
      expect(body).toContain('"reserve":75000000');
    });

    it('is pushed in that version at once the next time, and after some days in the present one again', async () => {
      await world.filePlan('plan', inPackages);
      await world.settle(hour);
      await world.filePlan('another', { ...inPackages, projectName: 'Another' });
      await world.settle(hour);
      const versions = async () => (await pushes()).map(([, version]) => version).toSorted();
      expect(await versions()).toEqual([1, 1, 2]);
      await world.settle(8 * day);
      await world.centre.control({ understands: 2 });
      await world.filePlan('third', { ...inPackages, projectName: 'A third one' });
      await world.settle(hour);
      expect(await versions()).toEqual([1, 1, 2, 2]);
      await world.filePlan('fourth', { ...inPackages, projectName: 'A fourth one' });
      await world.settle(hour);
      expect(await versions()).toEqual([1, 1, 2, 2, 2]);
    });

    it('stays withdrawn where it was withdrawn before the first push arrived', async () => {
      await world.centre.control({ lose: { rate: 1 } });
      await world.filePlan('plan', inPackages);
      await world.settle(1000);
      expect((await world.run(office, 'plans.cancel', { id: anId('plan'), reason: 'not needed' })).ok).toBe(
        true,
      );
      await world.centre.control({ lose: { rate: 0 } });
      await world.settle(hour);
      expect((await pushes()).map(([type, version]) => [type, version])).toEqual([
        ['plan.push', 2],
        ['plan.withdraw', 1],
      ]);
      expect(world.centre.state().plans).toEqual([]);
    });
  });

  /** One of its sections has failed, and another plan is filed to buy it by another method. */
  async function fileChange(name = 'change') {
    const [failed] = (await world.sections()).filter(({ plannedSectionId, name: called }) => {
      return plannedSectionId === anId('package 1') || called === 'Part 1';
    });
    if (failed === undefined) throw new Error('no section');
    const begunAt = world.now();
    await world.putRow(sectionRows, { ...succeededBy(failed, anId(name), begunAt), status: 'failed' });
    const { planNo, id: projectId } = await world.project();
    const [part] = inPackages.plannedSections ?? [];
    const change = aPlan(name)
      .with({
        ...{ method: 'COMPETITIVE_NEGOTIATION', budgetAmount: 75_000_000 },
        items: inPackages.items?.slice(0, 1) ?? [],
        plannedSections: part === undefined ? [] : [part],
      })
      .approved()
      .build();
    await world.putRow(plans, {
      ...change,
      predecessor: {
        ...{ planId: anId('plan'), planNo: planNo, projectId, projectNo: null, method: 'OPEN_TENDER' },
        ...{ budgetAmount: 150_000_000, platformId: change.content.platformId },
        ...{ category: change.content.category, available: 75_000_000 },
        sections: [
          {
            ...{ sectionId: failed.id, sectionNo: failed.sectionNo, name: 'Part 1', lotUid: failed.lotUid },
            plannedSectionId: anId('package 1'),
            ...{ budget: 75_000_000, reserve: null, rounds: 1, suppliers: null },
          },
        ],
      },
    });
    const filed = await world.run(office, 'plans.file', { id: anId(name) });
    expect(filed).toMatchObject({ ok: true });
    await world.settle(hour);
    return failed;
  }

  it('whose section failed is succeeded by the section that the centre names', async () => {
    await world.filePlan('plan', inPackages);
    await world.settle(hour);
    const failed = await fileChange();
    const [section] = await world.sections('change');
    expect(section?.predecessor).toMatchObject({ sectionId: failed.id });
    const before = (await world.sections()).find(({ id }) => id === failed.id);
    expect(before).toMatchObject({ status: 'failed', successor: { sectionId: section?.id } });
    expect(JSON.stringify(world.centre.state().sections)).toContain(failed.lotUid);
  });

  it('whose section failed is succeeded by name, where the centre knows nothing of that', async () => {
    await world.centre.control({ understands: 1 });
    await world.filePlan('plan', inPackages);
    await world.settle(hour);
    const failed = await fileChange();
    const [section] = await world.sections('change');
    expect(section).toMatchObject({ plannedSectionId: null, predecessor: { sectionId: failed.id } });
  });

  it('is refused as before where its content is, in whichever version', async () => {
    await world.centre.control({ refuseEnvelope: { code: 'invalid_input', times: 2 } });
    await world.filePlan('plan', inPackages);
    await world.settle(hour);
    expect(await pushes()).toEqual([
      ['plan.push', 2, 'rejected'],
      ['plan.push', 1, 'rejected'],
    ]);
    expect((await world.project()).push).toMatchObject({ status: 'rejected', errorCode: 'invalid_input' });
    // Nothing has been taken in the version before: the next one goes out as it is.
    await world.filePlan('another', { ...inPackages, projectName: 'Another' });
    await world.settle(hour);
    expect((await pushes()).at(-1)).toEqual(['plan.push', 2, 'accepted']);
  });
});
