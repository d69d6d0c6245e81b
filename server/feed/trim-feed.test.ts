import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeScopes } from '#shared/contract/protocol-1.ts';
import type { PullEnd } from '#shared/contract/sync.ts';
import { everyone } from '#shared/domain/actor.ts';
import { databases, postgresOnly, type TestDatabase } from '#test/support/database.ts';
import { ModelDesk } from '#test/support/model-desk.ts';
import { storeAll } from '#test/support/seed.ts';
import { type Fixture, fixtureOn, idOf, putRow, startOfTime } from '#test/support/server-fixture.ts';
import { openDatabase } from '../db/open.ts';
import { present } from './pull.ts';
import { trimFeed } from './trim-feed.ts';

const day = 24 * 3_600_000;

describe.each(databases())('the feed on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;
  let now: number;

  beforeEach(async () => {
    held = await engine.open();
    now = startOfTime;
    deps = { ...fixtureOn(held.database), clock: () => now };
  });
  afterEach(() => held.close());

  const put = (id: string, value: number) => putRow(deps, 'test.put', { id, value });
  const trimmedUpto = async () => (await present(held.database)).trimmedUpto;
  const all = async (text: string) => (await held.database.query<Record<string, unknown>>(text)).rows;
  const numbers = async () => (await all('SELECT seq FROM feed ORDER BY seq')).map(({ seq }) => seq);

  /** One change a day. */
  async function days(count: number): Promise<void> {
    for (let made = 0; made < count; made += 1) {
      await put(`k${made % 3}`, now);
      now += day;
    }
  }

  it('keeps the days that the setting says, and a mark of how far it reaches back', async () => {
    await days(40);
    // The oldest of the 30 days kept is that of number 11, which is exactly 30 days old.
    expect(await trimFeed(deps)).toBe(10);
    expect([await trimmedUpto(), (await numbers())[0]]).toEqual([10, 11]);
    await putRow(deps, 'test.put', { id: 'sync.feedDays', value: 3 });
    await trimFeed(deps);
    expect([await trimmedUpto(), await numbers()]).toEqual([37, [38, 39, 40, 41]]);
    expect(await trimFeed(deps)).toBe(0);
  });

  it('is trimmed in slices that end behind a whole number', async () => {
    const two = (value: number) =>
      ['k1', 'k2'].map((id) => ({ entity: 'settings', row: { id, value, updatedAt: 0 } }));
    for (const value of [1, 2]) await storeAll(held.database, two(value), now);
    await put('k3', 3);
    now += 31 * day;
    await put('k9', 1);
    expect(await trimFeed(deps, 1)).toBe(5);
    expect([await trimmedUpto(), await numbers()]).toEqual([3, [4]]);
  });

  it('never loses its newest number, however old that is', async () => {
    await days(3);
    now += 1000 * day;
    await trimFeed(deps);
    expect([await trimmedUpto(), await numbers()]).toEqual([2, [3]]);
  });

  it('stops at the first number that is young enough, also where the clock went back', async () => {
    await put('k1', 1);
    now += 40 * day;
    await put('k2', 1);
    now -= 40 * day;
    await put('k3', 1);
    now += 41 * day;
    await trimFeed(deps);
    expect([await trimmedUpto(), await numbers()]).toEqual([1, [2, 3]]);
  });

  it('leaves the history whole: each version with its number, time and body, and how a row stood at any moment', async () => {
    await days(4);
    await putRow(deps, 'test.remove', { id: 'k0' });
    now += 100 * day;
    await trimFeed(deps);
    const history = await all(
      "SELECT id, version, seq, at, op, body->>'value' AS value FROM row_history ORDER BY seq",
    );
    const at = (count: number) => startOfTime + count * day;
    expect(history).toEqual([
      { id: 'k0', version: 1, seq: 1, at: at(0), op: 'put', value: `${at(0)}` },
      { id: 'k1', version: 1, seq: 2, at: at(1), op: 'put', value: `${at(1)}` },
      { id: 'k2', version: 1, seq: 3, at: at(2), op: 'put', value: `${at(2)}` },
      { id: 'k0', version: 2, seq: 4, at: at(3), op: 'put', value: `${at(3)}` },
      { id: 'k0', version: 3, seq: 5, at: at(4), op: 'delete', value: null },
    ]);
    const stood = async (moment: number) =>
      (
        await held.database.query(
          `SELECT version FROM row_history WHERE entity = 'settings' AND id = 'k0' AND at <= $1 ORDER BY version DESC LIMIT 1`,
          [moment],
        )
      ).rows;
    expect(await stood(at(3) - 1)).toEqual([{ version: 1 }]);
    expect(await stood(at(3))).toEqual([{ version: 2 }]);
  });

  it('lets a row that is made again go on counting, long after the feed has forgotten that it was there', async () => {
    await put('k', 1);
    await putRow(deps, 'test.remove', { id: 'k' });
    await put('other', 1);
    now += 100 * day;
    await trimFeed(deps);
    expect(await numbers()).toEqual([3]);
    await put('k', 2);
    expect(await all("SELECT version FROM settings WHERE id = 'k'")).toEqual([{ version: 3 }]);
  });

  describe('for a desk that was away longer than it is kept', () => {
    let desk: ModelDesk;

    beforeEach(async () => {
      for (const id of ['k1', 'k2', 'k3', 'k4']) await put(id, 1);
      desk = new ModelDesk();
    });

    /** A row goes, another changes, and the feed forgets both. */
    async function timePasses(): Promise<void> {
      await putRow(deps, 'test.remove', { id: 'k1' });
      await put('k2', 2);
      now += 100 * day;
      await put('k5', 1);
      await trimFeed(deps);
    }

    async function expectEqualToServer(): Promise<void> {
      const { rows } = await held.database.query<{ id: string; version: number }>(
        'SELECT id, version FROM settings ORDER BY id',
      );
      const shown = [...desk.rows].map(([key, { v: version }]) => ({
        id: key.slice('settings/'.length),
        version,
      }));
      expect(shown.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows);
    }

    it('has every scope let go and gained anew where the desk knows no other way', async () => {
      desk.protocol = 1;
      await desk.pullAll(deps, [everyone], 100);
      await timePasses();
      const first = await desk.pull(deps, [everyone], 100);
      expect(first).toMatchObject({
        lost: wholeScopes([everyone]),
        more: true,
        state: { cursor: 7, held: [], gaining: null },
      } satisfies { [K in keyof PullEnd]?: unknown });
      expect(desk.rows.size).toBe(0);
      const end = await desk.pullAll(deps, [everyone], 2);
      await expectEqualToServer();
      expect(desk.differing(end)).toEqual([]);
      expect(desk.startedOver).toBe(0);
    });

    it('tells a desk that understands it to start over', async () => {
      desk.protocol = 2;
      await desk.pullAll(deps, [everyone], 100);
      await timePasses();
      await desk.pullAll(deps, [everyone], 2);
      expect(desk.startedOver).toBe(1);
      await expectEqualToServer();
    });

    it.each([1, 2] as const)(
      'does the same, by protocol %i, when it was in the middle of gaining a scope',
      async (spoken) => {
        desk.protocol = spoken;
        const begun = await desk.pull(deps, [everyone], 2);
        expect(begun?.state.gaining).not.toBeNull();
        expect(desk.rows.has('settings/k1')).toBe(true);
        await timePasses();
        await desk.pullAll(deps, [everyone], 2);
        await expectEqualToServer();
      },
    );

    it.each([1, 2] as const)(
      'goes on as ever, by protocol %i, with a cursor at the very mark',
      async (spoken) => {
        desk.protocol = spoken;
        await timePasses();
        await put('k2', 3);
        await desk.pullAll(deps, [everyone], 100);
        now += 100 * day;
        await put('k5', 2);
        await trimFeed(deps);
        expect(desk.state.cursor).toBe(await trimmedUpto());
        const end = await desk.pull(deps, [everyone], 100);
        expect([end?.lost, desk.startedOver]).toEqual([[], 0]);
        await expectEqualToServer();
      },
    );

    it('still calls a restored server a restored server', async () => {
      desk.protocol = 2;
      await desk.pullAll(deps, [everyone], 100);
      await timePasses();
      desk.state = { ...desk.state, epoch: idOf('another epoch') };
      expect(await desk.pull(deps, [everyone], 100)).toBeUndefined();
      expect(desk.startedOver).toBe(0);
    });
  });
});

describe.each(postgresOnly())('a feed that is trimmed while it is read, on $name', (engine) => {
  it('is whole for whoever had begun to read, with the mark of that moment', async () => {
    const held = await engine.open();
    const other = await openDatabase({ url: held.url });
    let now = startOfTime;
    const deps = { ...fixtureOn(held.database), clock: () => now };
    for (let value = 0; value < 5; value += 1) await putRow(deps, 'test.put', { id: 'k', value });
    now += 100 * day;
    await putRow(deps, 'test.put', { id: 'k', value: 9 });
    const look = { isolation: 'repeatable read', readOnly: true } as const;
    const seen = await held.database.transaction(async (tx) => {
      const before = await present(tx);
      await Promise.all([
        trimFeed({ database: other, clock: () => now }, 2),
        trimFeed({ database: other, clock: () => now }, 2),
      ]);
      const { rows } = await tx.query('SELECT seq FROM feed');
      return [before.trimmedUpto, (await present(tx)).trimmedUpto, rows.length];
    }, look);
    expect(seen).toEqual([0, 0, 6]);
    expect((await present(held.database)).trimmedUpto).toBe(5);
    expect((await held.database.query('SELECT seq FROM feed')).rows).toEqual([{ seq: 6 }]);
    await other.close();
    await held.close();
  });
});
