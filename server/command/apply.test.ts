import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '#test/support/database.ts';
import {
  aDesk,
  anAccount,
  type Fixture,
  fixtureOn,
  putRow,
  type TestDesk,
} from '#test/support/server-fixture.ts';
import { applyBatch } from './apply.ts';

describe.each(databases())('a push on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;
  let desk: TestDesk;

  beforeEach(async () => {
    held = await engine.open();
    deps = fixtureOn(held.database);
    desk = await aDesk(deps, 'li');
  });
  afterEach(() => held.close());

  const value = async (id: string) => {
    const { rows } = await held.database.query<{ body: { value: unknown } }>(
      'SELECT body FROM settings WHERE id = $1',
      [id],
    );
    return rows[0]?.body.value;
  };
  const count = async (table: string) =>
    (await held.database.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n;

  it('takes effect once, however often it is sent', async () => {
    const commands = [1, 2, 3].map((by) => desk.next('test.add', { id: 'sum', by }));
    const first = await desk.push(...commands);
    const feed = await count('feed');
    const second = await desk.push(...commands);
    const overlapping = await desk.push(...commands, desk.next('test.add', { id: 'sum', by: 4 }));

    expect(first.ok && first.value.outcomes.map((each) => each.outcome)).toEqual([
      { kind: 'applied', seq: 2 },
      { kind: 'applied', seq: 3 },
      { kind: 'applied', seq: 4 },
    ]);
    expect(second).toEqual(first);
    expect(feed).toBe(4);
    expect(overlapping.ok && overlapping.value.outcomes.slice(0, 3)).toEqual(
      first.ok && first.value.outcomes,
    );
    expect(await value('sum')).toBe(10);
    expect(await count('outcomes')).toBe(4);
  });

  it('takes effect once when the same batch arrives twice at the same moment', async () => {
    const commands = Array.from({ length: 20 }, () => desk.next('test.add', { id: 'sum', by: 1 }));
    const [a, b] = await Promise.all([desk.push(...commands), desk.push(...commands)]);
    expect(a).toEqual(b);
    expect(await value('sum')).toBe(20);
  });

  it('refuses a gap as a whole and says which number it expects', async () => {
    desk.next('test.add', { id: 'sum', by: 1 });
    const answer = await desk.push(desk.next('test.add', { id: 'sum', by: 1 }));
    expect(answer).toEqual({ ok: false, error: { code: 'number_gap', params: { expected: 1 } } });
    expect(await value('sum')).toBeUndefined();
  });

  it('goes on after numbers that the desk can no longer offer, and says so in the audit log', async () => {
    for (let made = 0; made < 4; made += 1) desk.next('test.add', { id: 'sum', by: 1 });
    const fifth = desk.next('test.add', { id: 'sum', by: 1 });
    const answer = await applyBatch(deps, desk, { firstKept: 5, commands: [fifth] });
    expect(answer.ok && answer.value.lastNo).toBe(5);
    const { rows } = await held.database.query('SELECT action FROM audit_log ORDER BY no DESC LIMIT 2');
    expect(rows).toEqual([{ action: 'test.add' }, { action: 'desk.jump' }]);
  });

  it('tells a command that differs under a used number', async () => {
    const command = desk.next('test.add', { id: 'sum', by: 1 });
    await desk.push(command);
    const answer = await desk.push({ ...command, input: { id: 'sum', by: 100 } });
    expect(answer.ok && answer.value.outcomes[0]?.outcome).toEqual({
      kind: 'rejected',
      error: { code: 'duplicate_mismatch' },
    });
    expect(await value('sum')).toBe(1);
  });

  it('uses the number of a refused command up and carries on behind it', async () => {
    const answer = await desk.push(
      desk.next('test.put', { id: 'a', value: 1 }),
      desk.next('test.refuse', { code: 'wrong_state' }),
      desk.next('test.nobody-knows', {}),
      desk.next('test.put', { id: 'b' }),
      desk.next('test.put', { id: 'b', value: 'with \u0000 inside' }),
      desk.next('test.put', { id: 'b', value: 2 }),
    );
    expect(answer.ok && answer.value.outcomes.map((each) => each.outcome)).toEqual([
      { kind: 'applied', seq: 2 },
      { kind: 'rejected', error: { code: 'wrong_state' } },
      { kind: 'rejected', error: { code: 'unknown_name' } },
      { kind: 'rejected', error: expect.objectContaining({ code: 'invalid_input' }) },
      { kind: 'rejected', error: { code: 'invalid_input' } },
      { kind: 'applied', seq: 3 },
    ]);
    expect(answer.ok && answer.value.lastNo).toBe(6);
    expect([await value('a'), await value('b')]).toEqual([1, 2]);
    expect(await count('audit_log')).toBe(1 + 6);
  });

  it('stops at a command that asks to be tried again, and keeps what was before it', async () => {
    const commands = [
      desk.next('test.add', { id: 'sum', by: 1 }),
      desk.next('test.refuse', { code: 'retry_later' }),
      desk.next('test.add', { id: 'sum', by: 1 }),
    ];
    const answer = await desk.push(...commands);
    expect(answer.ok && answer.value.outcomes.map((each) => each.outcome.kind)).toEqual(['applied', 'retry']);
    expect(answer.ok && answer.value.lastNo).toBe(1);
    expect(await value('sum')).toBe(1);
  });

  it.each(['test.throw', 'test.garbage'])(
    'refuses a command with a bug (%s), once and for all, and goes on behind it',
    async (name) => {
      const answer = await desk.push(
        desk.next('test.add', { id: 'sum', by: 1 }),
        desk.next('test.add', { id: 'sum', by: 1 }),
        desk.next(name, {}),
        desk.next('test.add', { id: 'sum', by: 1 }),
      );
      expect(answer.ok && answer.value.outcomes.map((each) => each.outcome)).toEqual([
        { kind: 'applied', seq: 2 },
        { kind: 'applied', seq: 3 },
        { kind: 'rejected', error: { code: 'internal' } },
        { kind: 'applied', seq: 4 },
      ]);
      expect(answer.ok && answer.value.lastNo).toBe(4);
      expect(deps.bugs).toEqual([name]);
      expect(await value('sum')).toBe(3);
    },
  );

  it('goes by the role the account has at that moment', async () => {
    await putRow(deps, 'test.account', anAccount('li', { active: false }));
    const command = desk.next('test.add', { id: 'sum', by: 1 });
    expect(await desk.push(command)).toEqual({ ok: false, error: { code: 'not_allowed' } });
    await putRow(deps, 'test.account', anAccount('li', { role: 'auditor' }));
    const again = await desk.push(
      command,
      desk.next('test.account', anAccount('li', { active: false })),
      desk.next('test.add', { id: 'sum', by: 1 }),
    );
    expect(again.ok && again.value.outcomes.map((each) => each.outcome)).toEqual([
      { kind: 'applied', seq: 4 },
      { kind: 'applied', seq: 5 },
      { kind: 'rejected', error: { code: 'not_allowed' } },
    ]);
    const { rows } = await held.database.query('SELECT role FROM audit_log WHERE command_id = $1', [
      command.id,
    ]);
    expect(rows).toEqual([{ role: 'auditor' }]);
  });

  it('counts on where a tombstone stopped when a row is made again', async () => {
    await desk.push(
      desk.next('test.put', { id: 'a', value: 1 }),
      desk.next('test.put', { id: 'a', value: 2 }),
    );
    await desk.push(desk.next('test.remove', { id: 'a' }));
    await desk.push(desk.next('test.put', { id: 'a', value: 1 }));
    const { rows } = await held.database.query(
      "SELECT op, version FROM feed WHERE entity = 'settings' ORDER BY seq",
    );
    expect(rows).toEqual([
      { op: 'put', version: 1 },
      { op: 'put', version: 2 },
      { op: 'delete', version: 3 },
      { op: 'put', version: 4 },
    ]);
  });

  it('lets only one of two take a name, on desks that push at the same moment', async () => {
    const other = await aDesk(deps, 'wang');
    const answers = await Promise.all(
      [desk, other].map((each) =>
        each.push(each.next('test.organisation', { id: each.deskId, name: '示例单位' })),
      ),
    );
    const kinds = answers.map((answer) => answer.ok && answer.value.outcomes[0]?.outcome.kind).sort();
    expect(kinds).toEqual(['applied', 'rejected']);
  });

  it('loses no addition when many desks add to one row', async () => {
    const desks = await Promise.all(Array.from({ length: 6 }, (_, index) => aDesk(deps, `desk${index}`)));
    await Promise.all(
      desks.map(async (each) => {
        for (let round = 0; round < 5; round += 1) {
          await each.push(...Array.from({ length: 4 }, () => each.next('test.add', { id: 'sum', by: 1 })));
        }
      }),
    );
    expect(await value('sum')).toBe(6 * 5 * 4);
  });

  it('hands outgoing messages to the exchange in the same transaction', async () => {
    await desk.push(desk.next('test.send', { plan: 1 }));
    expect(deps.sent).toEqual([
      {
        commandId: expect.any(String),
        draft: expect.objectContaining({ type: 'plan.push', body: { plan: 1 } }),
      },
    ]);
  });

  it('refuses a desk that is unknown or another account’s', async () => {
    const other = await aDesk(deps, 'wang');
    const session = { deskId: desk.deskId, accountId: other.accountId };
    expect(await applyBatch(deps, session, { firstKept: 1, commands: [] })).toEqual({
      ok: false,
      error: { code: 'desk_taken' },
    });
    const unknown = { deskId: desk.accountId, accountId: desk.accountId };
    expect(await applyBatch(deps, unknown, { firstKept: 1, commands: [] })).toEqual({
      ok: false,
      error: { code: 'desk_unknown' },
    });
  });
});
