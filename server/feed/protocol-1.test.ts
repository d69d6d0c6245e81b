// Desks of protocol 1 beside a server that has learnt a record type since: settings play the part of that type.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PullState1, protocol1 } from '#shared/contract/protocol-1.ts';
import { everyone, scopeSchema, unitScope } from '#shared/domain/actor.ts';
import { rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { anAccount, type Fixture, fixtureOn, idOf, putRow } from '#test/support/server-fixture.ts';
import { pull } from './pull.ts';

/** As programs of protocol 1 read the end of a page. */
const gaining = z.strictObject({
  scopes: z.array(scopeSchema).min(1),
  entity: z.string(),
  after: z.string(),
});
const state = z.strictObject({
  epoch: z.uuid(),
  cursor: z.int(),
  held: z.array(scopeSchema),
  gaining: gaining.nullable(),
});
const endOfThen = z.object({
  end: z.literal(true),
  state,
  lost: z.array(scopeSchema),
  more: z.boolean(),
  head: z.int(),
  now: z.int(),
  digests: z.record(scopeSchema, z.tuple([z.int(), z.int(), z.int()])),
});
type Line = { readonly t: string; readonly i?: string; readonly v: number; readonly s: readonly string[] };

const unit = unitScope(idOf('unit a'));
const { types } = protocol1;

describe.each(databases())('a desk of protocol 1 on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;

  beforeEach(async () => {
    held = await engine.open();
    deps = fixtureOn(held.database);
    Object.assign(protocol1, { types: types.filter((type) => type !== 'settings') });
  });
  afterEach(async () => {
    Object.assign(protocol1, { types });
    await held.close();
  });

  const put = (name: string, phone = '') =>
    putRow(deps, 'test.account', anAccount(name, { organisationId: idOf('unit a'), phone }));

  async function page(from: PullState1, allowed: readonly string[], limit: number) {
    let text = '';
    await pull(deps, allowed, { protocol: 1, state: from, limit }, () => (lines) => {
      text += lines;
      return true;
    });
    const parts = text.trimEnd().split('\n');
    const end = endOfThen.parse(JSON.parse(parts.pop() ?? ''));
    return { lines: parts.map((part): Line => JSON.parse(part)), end };
  }

  it('gets the types of that protocol alone, whole scopes, and sums over all of them', async () => {
    for (let index = 0; index < 5; index += 1) await put(`u${index}`);
    await putRow(deps, 'test.put', { id: 'k', value: 1 });
    const rows = new Map<string, Line>();
    let from: PullState1 = { epoch: null, cursor: null, held: [], gaining: null };
    let pages = 0;
    for (let round = 0; round < 3; round += 1) {
      for (let more = true; more; pages += 1) {
        const { lines, end } = await page(from, [everyone, unit], 2);
        for (const line of lines) rows.set(`${line.t}/${line.i}`, line);
        expect(Object.keys(end.digests)).toEqual(end.state.held);
        ({ more } = end);
        from = end.state;
        if (more) continue;
        expect(end.state).toMatchObject({ cursor: end.head, held: [everyone, unit], gaining: null });
        for (const scope of from.held)
          expect([scope, end.digests[scope]]).toEqual([scope, sumOf(rows, scope)]);
      }
      await put('u1', `${round}`);
      await putRow(deps, 'test.put', { id: `k${round}`, value: 1 });
    }
    expect(pages).toBe(5);
    expect([...rows.keys()].filter((key) => key.startsWith('settings/'))).toEqual([]);
    expect([...rows.keys()].filter((key) => key.startsWith('accounts/'))).toHaveLength(5);
  });

  it('is told of a scope lost as of a scope', async () => {
    await put('u1');
    const first = await page({ epoch: null, cursor: null, held: [], gaining: null }, [everyone, unit], 100);
    const { end } = await page(first.end.state, [everyone], 100);
    expect([end.lost, end.state.held]).toEqual([[unit], [everyone]]);
  });
});

function sumOf(rows: ReadonlyMap<string, Line>, scope: string): readonly number[] {
  let count = 0;
  let sum = { hi: 0, lo: 0 };
  for (const { i, v, s } of rows.values()) {
    if (!s.includes(scope)) continue;
    count += 1;
    sum = xorDigest(sum, rowDigest(i ?? '', v));
  }
  return [count, sum.hi, sum.lo];
}
