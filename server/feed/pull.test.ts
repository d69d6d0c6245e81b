import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullCoverage } from '#shared/contract/coverage.ts';
import { accountScope, administration, everyone, unitScope } from '#shared/domain/actor.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { ModelDesk } from '#test/support/model-desk.ts';
import { aDesk, anAccount, type Fixture, fixtureOn, idOf, putRow } from '#test/support/server-fixture.ts';
import { entityTables } from '../command/entity-store.ts';
import { readMigrations } from '../db/migrate.ts';
import { trimFeed } from './trim-feed.ts';

const units = ['a', 'b', 'c'].map((name) => idOf(`unit ${name}`));
const unit = (index: number) => units[index % units.length] ?? '';
const scopePool = [everyone, administration, ...units.map(unitScope)];

describe.each(databases())('a pull on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;

  beforeEach(async () => {
    held = await engine.open();
    deps = fixtureOn(held.database);
  });
  afterEach(() => held.close());

  const putAccount = (name: string, unitIndex: number | null, phone = '') =>
    putRow(
      deps,
      'test.account',
      anAccount(name, { organisationId: unitIndex === null ? null : unit(unitIndex), phone }),
    );

  /** What a desk with these scopes must hold, straight from the tables. */
  async function truth(scopes: readonly string[], types: readonly string[]): Promise<Map<string, unknown>> {
    const rows = new Map<string, unknown>();
    for (const entity of types) {
      const found = await held.database.query<{ id: string; v: number; s: string[]; b: unknown }>(
        `SELECT id, version AS v, scopes AS s, body AS b FROM ${entity} WHERE scopes && $1::text[]`,
        [scopes],
      );
      for (const { id, ...row } of found.rows) rows.set(`${entity}/${id}`, row);
    }
    return rows;
  }

  /** As if all that is in the feed but the newest were older than it is kept. */
  const trimAll = (sliceRows: number) =>
    trimFeed({ database: held.database, clock: () => Number.MAX_SAFE_INTEGER }, sliceRows);

  async function expectEqualToServer(desk: ModelDesk, scopes: readonly string[]): Promise<void> {
    const end = await desk.pullAll(deps, scopes, 7);
    expect(desk.rows).toEqual(await truth(scopes, desk.types));
    expect(end.state.cursor).toBe(end.head);
    expect(end.state.held).toEqual(fullCoverage(desk.types, scopes));
    expect(desk.differing(end)).toEqual([]);
  }

  it('brings everything one may see, page by page, and nothing else', async () => {
    for (let index = 0; index < 12; index += 1) await putAccount(`u${index}`, index % 3);
    const desk = new ModelDesk();
    const first = await desk.pull(deps, [unitScope(unit(0))], 3);
    expect(desk.rows.size).toBe(3);
    expect(first?.more).toBe(true);
    await expectEqualToServer(desk, [unitScope(unit(0))]);
    expect(desk.rows.size).toBe(4);
  });

  it('ends a page of a snapshot early where the network does not keep up, and goes on behind it', async () => {
    for (let index = 0; index < 90; index += 1) await putAccount(`u${index}`, 0);
    const desk = new ModelDesk();
    desk.piecesAtOnce = 1;
    const sizes: number[] = [];
    for (let more = true; more; ) {
      const end = await desk.pull(deps, [everyone, unitScope(unit(0))], 1000);
      sizes.push(desk.lines.length);
      more = end?.more === true;
    }
    // 40 rows are written at once; the last page says that nothing is left.
    expect(sizes.slice(0, 3)).toEqual([40, 40, 10]);
    await expectEqualToServer(desk, [everyone, unitScope(unit(0))]);
  });

  it('ends a page of changes early where the network does not keep up, behind a whole sequence number', async () => {
    const desk = new ModelDesk();
    await desk.pullAll(deps, [everyone], 1000);
    const long = 'x'.repeat(300_000);
    for (let index = 0; index < 9; index += 1)
      await putRow(deps, 'test.put', { id: `k${index % 6}`, value: long });
    desk.piecesAtOnce = 1;
    const first = await desk.pull(deps, [everyone], 1000);
    expect(desk.lines).toHaveLength(4);
    expect(first).toMatchObject({ more: true, state: { cursor: (first?.head ?? 0) - 5 } });
    await expectEqualToServer(desk, [everyone]);
  });

  it('never cuts a page inside one sequence number', async () => {
    const clerk = await aDesk(deps, 'clerk');
    const desk = new ModelDesk();
    await desk.pullAll(deps, [everyone], 100);
    for (let round = 0; round < 10; round += 1) {
      await clerk.push(
        ...Array.from({ length: 10 }, (_, index) =>
          clerk.next('test.put', { id: `k${index}`, value: round }),
        ),
      );
    }
    const { rows } = await held.database.query<{ seq: number }>('SELECT DISTINCT seq FROM feed');
    const whole = new Set(rows.map((row) => row.seq));
    let more = true;
    while (more) {
      const end = await desk.pull(deps, [everyone], 7);
      expect(whole.has(end?.state.cursor ?? -1)).toBe(true);
      more = end?.more === true;
    }
    await expectEqualToServer(desk, [everyone]);
  });

  it('sends a row that changed often once a page', async () => {
    const clerk = await aDesk(deps, 'clerk');
    const desk = new ModelDesk();
    await desk.pullAll(deps, [everyone], 100);
    await clerk.push(...Array.from({ length: 50 }, (_, value) => clerk.next('test.put', { id: 'k', value })));
    await desk.pullAll(deps, [everyone], 100);
    expect(desk.lines).toEqual([
      expect.objectContaining({ i: 'k', b: expect.objectContaining({ value: 49 }) }),
    ]);
  });

  it('drops a row that left all scopes held, and removes what went with a scope', async () => {
    await putAccount('zhang', 0);
    await putAccount('zhao', 1);
    const desk = new ModelDesk();
    const both = [unitScope(unit(0)), unitScope(unit(1))];
    await desk.pullAll(deps, both, 100);
    await putAccount('zhang', 2);
    await desk.pullAll(deps, both, 100);
    expect(desk.lines).toEqual([{ t: 'accounts', x: idOf('account zhang'), v: 2 }]);
    const end = await desk.pull(deps, [unitScope(unit(0))], 100);
    expect(end?.lost).toEqual(fullCoverage(entityTables.keys(), [unitScope(unit(1))]));
    expect(desk.rows.size).toBe(0);
  });

  it('sends a tombstone to those who had the row', async () => {
    await putRow(deps, 'test.put', { id: 'k', value: 1 });
    const desk = new ModelDesk();
    await desk.pullAll(deps, [everyone], 100);
    await putRow(deps, 'test.remove', { id: 'k' });
    await desk.pullAll(deps, [everyone], 100);
    expect(desk.lines).toEqual([{ t: 'settings', d: 'k', v: 2 }]);
    expect(desk.rows.size).toBe(0);
  });

  it('sends text as it was stored, whatever is in it', async () => {
    const value = { text: '\\"\n\t中文\u2028 {}' };
    await putRow(deps, 'test.put', { id: 'k', value });
    const desk = new ModelDesk();
    await desk.pullAll(deps, [everyone], 100);
    expect(desk.rows.get('settings/k')?.b).toEqual(expect.objectContaining({ value }));
  });

  it('sends a desk from another life of the database, or from its future, back to the start', async () => {
    await putRow(deps, 'test.put', { id: 'k', value: 1 });
    const desk = new ModelDesk();
    await desk.pullAll(deps, [everyone], 100);
    desk.state = { ...desk.state, cursor: 1000 };
    expect(await desk.pull(deps, [everyone], 100)).toBeUndefined();
    desk.state = { ...desk.state, cursor: 1, epoch: idOf('another epoch') };
    expect(await desk.pull(deps, [everyone], 100)).toBeUndefined();
  });

  it('ends up equal to the server after any history of changes, scopes and pages', async () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          put: fc.nat(9),
          unit: fc.option(fc.nat(2)),
          phone: fc.string({ maxLength: 3, unit: 'grapheme-ascii' }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ setting: fc.nat(3), value: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ removed: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ trimmed: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 4, arbitrary: fc.record({ pull: fc.nat(1), limit: fc.integer({ min: 1, max: 6 }) }) },
      {
        weight: 2,
        arbitrary: fc.record({ scopesOf: fc.nat(1), scopes: fc.subarray(scopePool, { minLength: 1 }) }),
      },
      // A newer or older program takes the desk over.
      {
        weight: 1,
        arbitrary: fc.record({ typesOf: fc.nat(1), types: fc.subarray(['accounts', 'settings']) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const desks = [new ModelDesk(), new ModelDesk()];
        // The other one is an older program.
        Object.assign(desks[0] ?? {}, { protocol: 2 });
        const allowed = [[everyone], [administration, accountScope(idOf('account u1'))]];
        let made = 0;
        for (const each of steps) {
          made += 1;
          if ('put' in each) await putAccount(`u${each.put}`, each.unit, `${each.phone}${made}`.slice(-50));
          else if ('setting' in each)
            await putRow(deps, 'test.put', { id: `k${each.setting}`, value: [made, each.value] });
          else if ('removed' in each)
            await putRow(deps, 'test.remove', { id: `k${each.removed}` }).catch(() => undefined);
          else if ('trimmed' in each) await trimAll(each.trimmed);
          else if ('pull' in each) await desks[each.pull]?.pull(deps, allowed[each.pull] ?? [], each.limit);
          else if ('scopesOf' in each) allowed[each.scopesOf] = each.scopes;
          else desks[each.typesOf]?.knows(each.types);
        }
        for (const [index, desk] of desks.entries()) await expectEqualToServer(desk, allowed[index] ?? []);
      }),
      { numRuns: 25 },
    );
  });

  it('sends no line of a type that is not named, and its rows once it is', async () => {
    const desk = new ModelDesk();
    desk.knows(['accounts']);
    await desk.pullAll(deps, [everyone], 100);
    await putRow(deps, 'test.put', { id: 'k', value: 1 });
    await desk.pullAll(deps, [everyone], 100);
    expect([desk.lines, desk.rows.size]).toEqual([[], 0]);
    await putRow(deps, 'test.put', { id: 'k', value: 2 });
    desk.knows(['accounts', 'settings', 'from_a_newer_desk']);
    const end = await desk.pullAll(deps, [everyone], 100);
    expect(desk.rows.get('settings/k')).toMatchObject({ v: 2 });
    expect(end.state.held).toEqual(fullCoverage(['accounts', 'settings'], [everyone]));
  });

  it('counts by type what a database of the version before has summed by scope', async () => {
    for (let index = 0; index < 9; index += 1) await putAccount(`u${index}`, index % 3);
    await putRow(deps, 'test.put', { id: 'k', value: 1 });
    const sums = () =>
      held.database.query('SELECT * FROM scope_digests WHERE row_count <> 0 ORDER BY scope, entity');
    const kept = await sums();
    const migration = (await readMigrations()).find(({ tag }) => tag.endsWith('digests-by-type'));
    await held.database.exec(migration?.script ?? '');
    expect(await sums()).toEqual(kept);
    expect(kept.count).toBeGreaterThan(3);
  });

  it('keeps the digests that a recount of all rows gives', async () => {
    for (let index = 0; index < 20; index += 1)
      await putAccount(`u${index % 7}`, index % 4 === 3 ? null : index % 3, `${index}`);
    await putRow(deps, 'test.put', { id: 'k', value: 1 });
    await putRow(deps, 'test.remove', { id: 'k' });
    const recount = [...entityTables.keys()]
      .map(
        (entity) =>
          `SELECT unnest(scopes) AS scope, '${entity}' AS entity, digest_hi, digest_lo FROM ${entity}`,
      )
      .join(' UNION ALL ');
    const { rows } = await held.database.query(
      `SELECT d.scope, d.entity FROM scope_digests d
       FULL JOIN (SELECT scope, entity, count(*) AS count, bit_xor(digest_hi) AS hi, bit_xor(digest_lo) AS lo
         FROM (${recount}) AS r GROUP BY scope, entity) AS t ON t.scope = d.scope AND t.entity = d.entity
       WHERE (coalesce(t.count, 0), coalesce(t.hi, 0), coalesce(t.lo, 0)) IS DISTINCT FROM (d.row_count, d.hi, d.lo)`,
    );
    expect(rows).toEqual([]);
  });
});
