// The main way, between the real gateway on a real database and the simulator: a filed plan reaches the centre, is answered, and its
// sections come back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, office } from '#test/support/exchange.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe.each(databases())('exchange with the trading centre on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
  });
  afterEach(() => db.close());

  it('pushes a filed plan, and its sections come back', async () => {
    await world.filePlan();
    expect((await world.project()).push.status).toBe('waiting');

    await world.settle(hour);

    const project = await world.project();
    expect(project.push).toMatchObject({ status: 'accepted', errorCode: null });
    expect(project.status).toBe('sections_received');
    expect((await world.plan()).status).toBe('sections_received');
    const sections = await world.sections();
    expect(sections.map(({ sectionNo }) => sectionNo)).toEqual(['ZFCG-G2026001-1号', 'ZFCG-G2026001-2号']);
    expect(sections.reduce((sum, { budget }) => sum + budget, 0)).toBe(project.budgetAmount);
    expect(world.centre.state().outgoing.filter(({ type }) => type === 'section.push')).toMatchObject([
      { state: 'done', answer: 'accepted' },
      { state: 'done', answer: 'accepted' },
    ]);
  });
});
