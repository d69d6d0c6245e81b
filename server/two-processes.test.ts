// What only several connections can show, on real PostgreSQL: writers of two servers at once, and readers who must never see a gap.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyone } from '#shared/domain/actor.ts';
import { postgresOnly, type TestDatabase } from '#test/support/database.ts';
import { ModelDesk } from '#test/support/model-desk.ts';
import { aDesk, type Fixture, fixtureOn, type TestDesk } from '#test/support/server-fixture.ts';
import { applyBatch } from './command/apply.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open.ts';
import { HeadHub } from './feed/head-hub.ts';

const engines = postgresOnly();

// Without a PostgreSQL this file would be empty, which is an error of its own. `npm test` always has one, and counts a skipped test as failed.
if (engines.length === 0) it.skip('two servers need TEST_DATABASE_URL', () => undefined);

describe.each(engines)('two servers on one $name', (engine) => {
  let held: TestDatabase;
  let second: Database;
  let deps: readonly Fixture[];

  beforeEach(async () => {
    held = await engine.open();
    second = await openDatabase({ url: held.url });
    deps = [fixtureOn(held.database), fixtureOn(second)];
  });
  afterEach(async () => {
    await second.close();
    await held.close();
  });

  const on = (index: number): Fixture => {
    const found = deps[index % deps.length];
    if (found === undefined) throw new Error('no server');
    return found;
  };

  it('show every reader every change once, in order, while eight desks write', async () => {
    const writers: TestDesk[] = [];
    for (let index = 0; index < 8; index += 1) writers.push(await aDesk(on(index), `writer${index}`));
    const readers = [0, 1, 2].map(() => new ModelDesk());
    for (const reader of readers) await reader.pullAll(on(0), [everyone], 100);

    const written = new AbortController();
    const seen = readers.map(() => new Set<string>());
    const reading = readers.map(async (reader, index) => {
      while (!written.signal.aborted) {
        await reader.pull(on(index), [everyone], 3);
        for (const line of reader.lines) {
          if (line.i?.startsWith('once-') !== true) continue;
          expect(seen[index]?.has(line.i)).toBe(false);
          seen[index]?.add(line.i);
        }
      }
    });
    await Promise.all(
      writers.map(async (writer, who) => {
        for (let round = 0; round < 12; round += 1) {
          const answer = await writer.push(
            writer.next('test.put', { id: `once-${who}-${round}`, value: round }),
            writer.next('test.add', { id: 'sum', by: 1 }),
            writer.next('test.put', { id: `own-${who}`, value: round }),
          );
          expect(answer.ok && answer.value.outcomes.every((each) => each.outcome.kind === 'applied')).toBe(
            true,
          );
        }
      }),
    );
    written.abort();
    await Promise.all(reading);
    for (const reader of readers) {
      const end = await reader.pullAll(on(1), [everyone], 100);
      expect(reader.differing(end)).toEqual([]);
      expect([...reader.rows.keys()].filter((key) => key.startsWith('settings/once-'))).toHaveLength(96);
      expect(reader.rows.get('settings/sum')?.b).toMatchObject({ value: 96 });
    }
    const { rows } = await held.database.query('SELECT count(DISTINCT seq) AS n, max(seq) AS last FROM feed');
    expect(rows).toEqual([{ n: 8 + 8 * 36, last: 8 + 8 * 36 }]);
  });

  it('give one outcome to a batch that reaches both', async () => {
    const desk = await aDesk(on(0), 'li');
    const twin = { ...on(1) };
    const commands = Array.from({ length: 10 }, () => desk.next('test.add', { id: 'sum', by: 1 }));
    const both = await Promise.all([
      desk.push(...commands),
      applyBatch(twin, desk, { firstKept: 1, commands }),
    ]);
    expect(both[0]).toEqual(both[1]);
    const { rows } = await held.database.query(
      "SELECT body->>'value' AS value FROM settings WHERE id = 'sum'",
    );
    expect(rows).toEqual([{ value: '10' }]);
  });

  it('hear of each other’s changes', async () => {
    const desk = await aDesk(on(0), 'li');
    const hub = new HeadHub(second);
    await hub.start();
    const heard: unknown[] = [];
    hub.subscribe(({ head, scopes }) => heard.push({ head, scopes: [...(scopes ?? [])] }));
    await desk.push(desk.next('test.put', { id: 'k', value: 1 }));
    await expect.poll(() => heard).toEqual([{ head: 2, scopes: [everyone] }]);
    await hub.close();
  });
});
