// During an update a newer process of the fleet may write rows that this one cannot read: the exchange waits for whoever can, and goes on with the
// rest.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { centreEnvelope, type ExchangeWorld, exchangeWorld, platformId } from '#test/support/exchange.ts';
import { listDifferences, reconcileNow } from './admin.ts';

const minute = 60_000;
const administrator = anActor('administrator');

describe.each(oneDatabase())('the exchange with rows of a newer program on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
  });
  afterEach(() => db.close());

  const makeNewer = (table: string) =>
    db.database.exec(
      `UPDATE ${table} SET body = regexp_replace(body::text, '^\\{("\\$revision":\\d+,)?', '{"$revision":99,')::json`,
    );
  /** Of a type of the first revision. */
  const makeOld = (table: string) =>
    db.database.exec(`UPDATE ${table} SET body = replace(body::text, '"$revision":99,', '')::json`);

  it('asks a trading centre to come again later, and keeps its messages', async () => {
    await world.filePlan();
    await makeNewer('platforms');
    const answer = await world.gateway.receive(JSON.stringify(centreEnvelope(world)));
    expect(answer).toMatchObject({ status: 503, body: { code: 'retry_later' } });
    await world.settle(minute);
    expect((await world.outbox()).map(({ state }) => state)).toEqual(['pending']);
    await makeOld('platforms');
    await world.settle(60 * minute);
    expect((await world.outbox())[0]?.state).toBe('accepted');
  });

  it('takes sections when their project can be read', async () => {
    await world.filePlan();
    await makeNewer('projects');
    await world.settle(60 * minute);
    expect(await world.sections()).toEqual([]);
    await makeOld('projects');
    await world.settle(360 * minute);
    expect(await world.sections()).not.toEqual([]);
  });

  it('does not report a difference where it cannot say what it holds', async () => {
    await world.filePlan();
    await world.settle(60 * minute);
    await makeNewer('sections');
    await reconcileNow(world.gateway.deps, administrator, platformId);
    await world.settle(60 * minute);
    expect(world.logged).not.toContain('exchange.not_taken');
    expect(await listDifferences(world.gateway.deps.database, 10)).toEqual([]);
  });
});
