import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PushedCommand } from '#shared/contract/sync.ts';
import { everyone } from '#shared/domain/actor.ts';
import { settings } from '#shared/domain/admin/model.ts';
import { type Command, command, put } from '#shared/domain/command.ts';
import { nothing, one } from '#shared/domain/load.ts';
import { ok } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { ModelDesk } from '#test/support/model-desk.ts';
import {
  aDesk,
  type Fixture,
  fixtureOn,
  idOf,
  putRow,
  systemActor,
  type TestDesk,
  testCommands,
} from '#test/support/server-fixture.ts';
import { answerQuery } from '../query/answer.ts';
import { runAsMachine } from './run-as-machine.ts';

const access = { roles: ['administrator'], record: () => true } as const;
const input = z.strictObject({ id: z.string() });

/** Writes over a row without looking at it. */
const overwrite = command({
  name: 'test.overwrite',
  authority: 'server',
  access,
  input,
  load: nothing,
  decide: (_, { id }, ctx) => ok([put(settings, { id, value: 'new', updatedAt: ctx.now })]),
});

/** Throws where there is no value, as a command of the product would on a body that lacks a part. */
const measure = command({
  name: 'test.measure',
  authority: 'server',
  access,
  input,
  *load({ id }) {
    return yield* one(settings, id);
  },
  decide: (row, { id }, ctx) =>
    ok([put(settings, { id, value: z.string().parse(row?.value), updatedAt: ctx.now })]),
});

describe.each(databases())('a row that this server cannot read on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;
  let desk: TestDesk;

  beforeEach(async () => {
    held = await engine.open();
    const own: readonly Command[] = [overwrite, measure];
    deps = {
      ...fixtureOn(held.database),
      commands: new Map([...testCommands, ...own.map((each) => [each.name, each] as const)]),
    };
    desk = await aDesk(deps, 'li');
    await putRow(deps, 'test.put', { id: 'k', value: 'old' });
  });
  afterEach(() => held.close());

  /** As a newer server of the fleet writes it. */
  const makeNewer = (table: string, id: string) =>
    held.database.query(
      `UPDATE ${table} SET body = ('{"$revision":2,' || substr(body::text, 2))::json WHERE id = $1`,
      [id],
    );
  const makeOld = (table: string, id: string) =>
    held.database.query(
      `UPDATE ${table} SET body = replace(body::text, '"$revision":2,', '')::json WHERE id = $1`,
      [id],
    );
  const textOf = async (table: string, id: string) =>
    (
      await held.database.query<{ text: string }>(`SELECT body::text AS text FROM ${table} WHERE id = $1`, [
        id,
      ])
    ).rows[0]?.text;
  const outcomes = async (...commands: readonly PushedCommand[]) => {
    const answer = await desk.push(...commands);
    return answer.ok ? answer.value.outcomes.map(({ outcome }) => outcome) : answer.error;
  };
  const unreadable = { kind: 'rejected', error: { code: 'unreadable_record' } };
  const applied = expect.objectContaining({ kind: 'applied' });

  it('refuses the commands that need it, and no others', async () => {
    await makeNewer('settings', 'k');
    const before = await textOf('settings', 'k');
    const commands = [
      desk.next('test.put', { id: 'a', value: 1 }),
      desk.next('test.add', { id: 'k', by: 1 }),
      desk.next('test.overwrite', { id: 'k' }),
      desk.next('test.remove', { id: 'k' }),
      desk.next('test.put', { id: 'b', value: 2 }),
    ];
    const first = await outcomes(...commands);
    expect(first).toEqual([applied, unreadable, unreadable, unreadable, applied]);
    expect(await outcomes(...commands)).toEqual(first);
    expect(await textOf('settings', 'k')).toBe(before);
    expect(deps.bugs).toEqual([]);
    const { rows } = await held.database.query('SELECT code FROM audit_log ORDER BY no DESC LIMIT 4');
    expect(rows).toEqual([
      { code: null },
      { code: 'unreadable_record' },
      { code: 'unreadable_record' },
      { code: 'unreadable_record' },
    ]);
  });

  it('is decided on again as soon as it can be read', async () => {
    await makeNewer('settings', 'k');
    expect(await outcomes(desk.next('test.overwrite', { id: 'k' }))).toEqual([unreadable]);
    await makeOld('settings', 'k');
    expect(await outcomes(desk.next('test.overwrite', { id: 'k' }))).toEqual([applied]);
  });

  it('tells a damaged body from a command that has a bug', async () => {
    await putRow(deps, 'test.put', { id: 'sound', value: 1 });
    await held.database.query(`UPDATE settings SET body = '{"id":"k"}' WHERE id = 'k'`);
    expect(
      await outcomes(
        desk.next('test.measure', { id: 'k' }),
        desk.next('test.measure', { id: 'sound' }),
        desk.next('test.put', { id: 'a', value: 1 }),
      ),
    ).toEqual([unreadable, { kind: 'rejected', error: { code: 'internal' } }, applied]);
    expect(deps.bugs).toEqual(['test.measure']);
    expect(await textOf('settings', 'k')).toBe('{"id":"k"}');
  });

  it('refuses what is decided on a set that it belongs to', async () => {
    const [same, other] = [idOf('same'), idOf('other')];
    await putRow(deps, 'test.organisation', { id: same, name: 'Same' });
    await makeNewer('organisations', same);
    expect(
      await outcomes(
        desk.next('test.organisation', { id: idOf('x'), name: 'Same' }),
        desk.next('test.organisation', { id: other, name: 'Other' }),
      ),
    ).toEqual([unreadable, applied]);
  });

  it('reaches desks as it is stored', async () => {
    await makeNewer('settings', 'k');
    const replica = new ModelDesk();
    await replica.pullAll(deps, [everyone], 100);
    expect(replica.rows.get('settings/k')?.b).toMatchObject({ $revision: 2, value: 'old' });
  });

  it('is shown to whoever asks for it as it is stored', async () => {
    await makeNewer('settings', 'k');
    const actor = anActor('administrator');
    const answer = await answerQuery(deps, actor, 'records.get', { entity: 'settings', id: 'k' });
    expect(answer).toMatchObject({ ok: true, value: { row: { $revision: 2, value: 'old' } } });
  });

  it('keeps the commands of its own account waiting, with their numbers', async () => {
    await makeNewer('accounts', desk.accountId);
    const waiting = desk.next('test.put', { id: 'a', value: 1 });
    expect(await outcomes(waiting)).toEqual({ code: 'unreadable_record' });
    await makeOld('accounts', desk.accountId);
    expect(await outcomes(waiting)).toEqual([applied]);
  });

  it('is refused to machines too, with an entry in the audit log', async () => {
    await makeNewer('settings', 'k');
    const request = { commandId: idOf('c'), name: 'test.add', input: { id: 'k', by: 1 }, actor: systemActor };
    expect(await runAsMachine(held.database, deps, request)).toEqual({
      ok: false,
      error: { code: 'unreadable_record' },
    });
    const { rows } = await held.database.query('SELECT action, code FROM audit_log ORDER BY no DESC LIMIT 1');
    expect(rows).toEqual([{ action: 'test.add', code: 'unreadable_record' }]);
  });
});
