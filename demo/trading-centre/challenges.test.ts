// A 质疑 that the trading centre has received, over the real exchange: registered by its first message, and more said of it by the next.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Challenge, challenges } from '#shared/domain/challenges/model.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { readRow } from '#shared/domain/stored-body.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld } from '#test/support/exchange.ts';

const minute = 60_000;

describe.each(oneDatabase())('challenges of the trading centre on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;

  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(60 * minute);
  });
  afterEach(() => db.close());

  async function registered(): Promise<readonly Challenge[]> {
    const { rows } = await db.database.query<{ body: string }>(
      'SELECT body::text AS body FROM challenges ORDER BY id',
    );
    return rows.map(({ body }) => readRow(challenges, body));
  }
  const answers = () =>
    world.centre
      .state()
      .outgoing.filter(({ type }) => type === 'challenge.push')
      .map(({ answer }) => answer);

  it('are registered once their section is announced, and corrected by the next message', async () => {
    const [section] = await world.sections();
    if (section === undefined) throw new Error('no section');
    const order = { lotUid: section.lotUid, supplier: 'Example Supplier', matters: 'First.' };
    expect(world.centre.challenge({ ...order, lotUid: 'LOT-none' })).toBe(false);
    expect(world.centre.challenge(order)).toBe(true);
    await world.settle(minute);
    // Nobody can object to what was not announced.
    expect([answers(), await registered()]).toEqual([['rejected'], []]);

    await world.putRow(sections, { ...section, status: 'announced' });
    world.centre.challenge(order);
    await world.settle(minute);
    expect(await registered()).toMatchObject([
      {
        status: 'open',
        source: 'centre',
        content: { supplierName: 'Example Supplier', matters: 'First.', sectionIds: [section.id] },
      },
    ]);
    world.centre.challenge({ ...order, matters: 'Second.' });
    await world.settle(minute);
    const [after, ...more] = await registered();
    expect([after?.content.matters, more]).toEqual(['Second.', []]);
    expect(answers()).toEqual(['rejected', 'accepted', 'accepted']);
  });
});
