import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fullCoverage, noCoverage } from '#shared/contract/coverage.ts';
import type { OnlineCommand } from '#shared/contract/online.ts';
import { everyone } from '#shared/domain/actor.ts';
import { settings } from '#shared/domain/admin/model.ts';
import { type Command, command } from '#shared/domain/command.ts';
import { nothing } from '#shared/domain/load.ts';
import { err } from '#shared/kernel/result.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { ModelDesk } from '#test/support/model-desk.ts';
import { aSealedNote, buggyCommands, makeSealedTable, sealedPorts } from '#test/support/sealed-notes.ts';
import {
  aDesk,
  anAccount,
  type Fixture,
  fixtureOn,
  idOf,
  putRow,
  systemActor,
  type TestDesk,
  testCommands,
} from '#test/support/server-fixture.ts';
import { forgetOutcomes } from '../jobs/cleanup.ts';
import { answerQuery } from '../query/answer.ts';
import { runAsMachine } from './run-as-machine.ts';
import { runOnline } from './run-online.ts';

const online = { authority: 'online', load: nothing } as const;
const anyClerk = { roles: ['purchaser_clerk'], record: () => true } as const;
const breakDown = command({
  ...online,
  name: 'online.throw',
  input: z.json(),
  access: anyClerk,
  decide: () => {
    throw new TypeError('a bug');
  },
});
const waitForIt = command({
  ...online,
  name: 'online.later',
  input: z.json(),
  access: anyClerk,
  decide: () => err({ code: 'retry_later' }),
});
const own: ReadonlyMap<string, Command> = new Map(
  [breakDown, waitForIt].map((each) => [each.name, each] as const),
);

const unit = idOf('unit a');
const note = idOf('note');

describe.each(databases())('an online command on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;
  let desk: TestDesk;

  beforeEach(async () => {
    held = await engine.open();
    await makeSealedTable(held.database);
    const commands = new Map([...testCommands, ...sealedPorts.commands, ...buggyCommands, ...own]);
    deps = { ...fixtureOn(held.database), commands, tables: sealedPorts.tables };
    desk = await aDesk(deps, 'li', { role: 'purchaser_clerk', organisationId: unit });
  });
  afterEach(() => held.close());

  const asked = (name: string, input: unknown, id = idOf(JSON.stringify([name, input]))): OnlineCommand => ({
    id,
    name,
    version: 1,
    input: input as OnlineCommand['input'],
    madeAt: 1,
  });
  const run = (sent: OnlineCommand, from: TestDesk = desk) => runOnline(deps, from, sent);
  const seal = (text: string) => asked('sealedNotes.seal', { id: note, regionCode: '411000', text });
  const rows = async <T>(sql: string): Promise<readonly T[]> => (await held.database.query<T>(sql)).rows;
  const notes = () => rows<{ version: number; body: unknown }>('SELECT version, body FROM sealed_notes');
  const audited = (action: string) =>
    rows(`SELECT outcome, code FROM audit_log WHERE action = '${action}' ORDER BY no`);
  const done = { ok: true, value: { kind: 'done' } };

  it('takes effect once, however often it is asked', async () => {
    const sent = seal('first');
    expect(await run(sent)).toEqual(done);
    expect(await run(sent)).toEqual(done);
    const atOnce = seal('second');
    expect(await Promise.all([run(atOnce), run(atOnce), run(atOnce)])).toEqual([done, done, done]);
    // Long after others, it is still the same command.
    expect(await run(sent)).toEqual(done);
    expect(await notes()).toEqual([{ version: 2, body: aSealedNote(note, unit, { text: 'second' }) }]);
    expect(await audited('sealedNotes.seal')).toEqual([
      { outcome: 'applied', code: null },
      { outcome: 'applied', code: null },
    ]);
  });

  it('keeps its refusal, and takes nothing else under its id', async () => {
    const missing = asked('sealedNotes.destroy', { id: note });
    const refused = { ok: true, value: { kind: 'rejected', error: { code: 'not_found' } } };
    expect(await run(missing)).toEqual(refused);
    await run(seal('there is one now'));
    expect(await run(missing)).toEqual(refused);
    expect(await run({ ...missing, input: { id: idOf('another') } })).toEqual({
      ok: true,
      value: { kind: 'rejected', error: { code: 'duplicate_mismatch' } },
    });
    expect(await notes()).toHaveLength(1);
    expect(await audited('sealedNotes.destroy')).toEqual([{ outcome: 'rejected', code: 'not_found' }]);
  });

  it('is another command on another desk', async () => {
    const other = await aDesk(deps, 'wang', { role: 'purchaser_clerk', organisationId: unit });
    await run(seal('first'));
    await run(asked('sealedNotes.destroy', { id: note }));
    expect(await run(seal('first'), other)).toEqual(done);
    expect(await notes()).toHaveLength(1);
  });

  it('goes by its own way only, and a command of the outbox by the outbox', async () => {
    const [before] = await rows('SELECT seq, audit_no FROM feed_head');
    for (const name of ['test.put', 'no.such', 'constructor'])
      expect(await run(asked(name, {}))).toEqual({ ok: false, error: { code: 'unknown_name' } });
    expect(await rows('SELECT seq, audit_no FROM feed_head')).toEqual([before]);

    const pushed = desk.next('sealedNotes.seal', seal('pushed').input);
    const answer = await desk.push(pushed, desk.next('test.put', { id: 'behind', value: 1 }));
    expect(answer.ok && answer.value.outcomes.map(({ outcome }) => outcome)).toEqual([
      { kind: 'rejected', error: { code: 'online_only' } },
      { kind: 'applied', seq: expect.any(Number) },
    ]);
    expect(await notes()).toEqual([]);
  });

  it('leaves the numbers of its desk alone', async () => {
    await desk.push(desk.next('test.put', { id: 'a', value: 1 }));
    await run(seal('in between'));
    const answer = await desk.push(desk.next('test.put', { id: 'b', value: 1 }));
    expect(answer.ok && answer.value.lastNo).toBe(2);
  });

  it('is refused for good when it throws, and said to whoever looks after the server', async () => {
    const sent = asked('online.throw', 1);
    const internal = { ok: true, value: { kind: 'rejected', error: { code: 'internal' } } };
    expect(await run(sent)).toEqual(internal);
    expect(deps.bugs).toEqual(['online.throw']);
    expect(await run(sent)).toEqual(internal);
    expect(deps.bugs).toHaveLength(1);
  });

  it('keeps nothing of what is to be tried again', async () => {
    expect(await run(asked('online.later', 1))).toEqual({
      ok: true,
      value: { kind: 'retry', error: { code: 'retry_later' } },
    });
    expect(await rows('SELECT 1 FROM online_outcomes')).toEqual([]);
    expect(await audited('online.later')).toEqual([]);
  });

  it('is refused to whom the account or the desk does not belong, before anything else', async () => {
    expect(await runOnline(deps, { ...desk, deskId: idOf('nowhere') }, seal('x'))).toEqual({
      ok: false,
      error: { code: 'desk_unknown' },
    });
    await putRow(deps, 'test.account', anAccount('li', { active: false, organisationId: unit }));
    expect(await run(seal('x'))).toEqual({ ok: false, error: { code: 'not_allowed' } });
    expect(await notes()).toEqual([]);
  });

  it('has its outcome forgotten when no desk can ask for it any more', async () => {
    await run(seal('first'));
    const day = 86_400_000;
    const later = (days: number) => ({ database: held.database, clock: () => deps.clock() + days * day });
    expect(await forgetOutcomes(later(59))).toBe(0);
    expect(await forgetOutcomes(later(61))).toBe(1);
    expect(await rows('SELECT 1 FROM online_outcomes')).toEqual([]);
  });

  describe('rows that are kept on the server', () => {
    it('have versions that go on after a deletion, and are in no feed, no sum and no pull', async () => {
      const model = new ModelDesk();
      await model.pullAll(deps, [everyone], 5);
      const sums = await rows('SELECT * FROM scope_digests ORDER BY scope');
      const feed = await rows('SELECT seq FROM feed');
      await run(seal('first'));
      await run(seal('second'));
      await run(asked('sealedNotes.destroy', { id: note }));
      await run(seal('third'));
      expect(await notes()).toMatchObject([{ version: 4 }]);
      expect(await rows('SELECT * FROM scope_digests ORDER BY scope')).toEqual(sums);
      expect(await rows('SELECT seq FROM feed')).toEqual(feed);

      // Each change has its number all the same: it is in the order of all others.
      const [audit] = await rows<{ n: number }>(
        "SELECT count(DISTINCT seq) AS n FROM audit_log WHERE action LIKE 'sealedNotes.%'",
      );
      expect(audit?.n).toBe(4);
      for (const from of [model, new ModelDesk()]) {
        const end = await from.pullAll(deps, [everyone], 5);
        expect(end.state.cursor).toBe(end.head);
        expect(from.differing(end)).toEqual([]);
        expect([...from.rows.keys()].filter((key) => key.startsWith('sealed_notes'))).toEqual([]);
      }
    });

    it('cannot be asked for by naming them in a pull', async () => {
      await run(seal('first'));
      const model = new ModelDesk();
      const start = await model.pull(deps, [everyone], 1);
      for (const entity of ['sealed_notes', 'zzz']) {
        const named = new ModelDesk();
        named.state = {
          ...(start?.state ?? named.state),
          held: noCoverage,
          gaining: { of: fullCoverage([entity], [everyone]), entity, after: '' },
        };
        await named.pullAll(deps, [everyone], 5);
        expect([...named.rows.keys()].filter((key) => key.startsWith('sealed_notes'))).toEqual([]);
      }
    });

    it('are read and changed beside synced rows, which reach the desks', async () => {
      const officer = await aDesk(deps, 'chen', { role: 'procurement_office', regionCodes: ['411000'] });
      await run(seal('first'));
      await run(asked('sealedNotes.seal', { id: idOf('note 2'), regionCode: '411000', text: 'another' }));
      const model = new ModelDesk();
      await model.pullAll(deps, [everyone], 100);
      expect(await run(asked('sealedNotes.count', { id: note }), officer)).toEqual(done);
      await model.pullAll(deps, [everyone], 100);
      expect(model.rows.get(`${settings.name}/counted/${note}`)?.b).toMatchObject({ value: 2 });
    });

    it('stop a command of the outbox that reads or writes them: it is a bug', async () => {
      await run(seal('first'));
      const read = desk.next('sealedNotes.readInOutbox', { id: note });
      const written = desk.next('sealedNotes.writeInOutbox', aSealedNote(note, unit, { text: 'over it' }));
      const answer = await desk.push(read, written, desk.next('test.put', { id: 'behind', value: 1 }));
      expect(answer.ok && answer.value.outcomes.map(({ outcome }) => outcome)).toEqual([
        { kind: 'rejected', error: { code: 'internal' } },
        { kind: 'rejected', error: { code: 'internal' } },
        { kind: 'applied', seq: expect.any(Number) },
      ]);
      expect(deps.bugs).toEqual(['sealedNotes.readInOutbox', 'sealedNotes.writeInOutbox']);
      expect(await notes()).toMatchObject([{ version: 1, body: { text: 'first' } }]);
    });

    it('are changed by machines through online commands too', async () => {
      const sealing = { ...systemActor, role: 'purchaser_clerk', organisationId: unit } as const;
      const { name, input } = seal('by the server');
      const ran = await runAsMachine(deps.database, deps, {
        commandId: idOf('m'),
        name,
        input,
        actor: sealing,
      });
      expect(ran).toMatchObject({ ok: true, value: { changed: true } });
      expect(await notes()).toHaveLength(1);
    });

    it('are listed page by page by a query of their own, to whom it is for', async () => {
      const ids = Array.from({ length: 7 }, (_, no) => idOf(`note ${no}`)).sort();
      for (const id of ids) await run(asked('sealedNotes.seal', { id, regionCode: '411000', text: id }));
      const { answers, tables } = sealedPorts;
      const query = { database: held.database, answers, tables, clock: () => 0 };
      const officer = { ...systemActor, role: 'procurement_office' } as const;
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await answerQuery(query, officer, 'sealedNotes.list', { unitId: unit, after, limit: 3 });
        if (!page.ok) throw new Error(page.error.code);
        const found = z.array(z.object({ version: z.int(), note: z.object({ id: z.string() }) }));
        const list = found.parse(page.value).map((each) => each.note.id);
        seen.push(...list);
        if (list.length < 3) break;
        after = list.at(-1) ?? null;
      }
      expect(seen).toEqual(ids);
      const clerk = { ...systemActor, role: 'purchaser_clerk' } as const;
      expect(await answerQuery(query, clerk, 'sealedNotes.list', {})).toEqual(err({ code: 'not_allowed' }));
      // The query for any record says of them what it says of what is not there.
      const product = { database: held.database, tables, clock: () => 0 };
      const admin = { ...officer, role: 'administrator' } as const;
      expect(
        await answerQuery(product, admin, 'records.get', { entity: 'sealed_notes', id: ids[0] }),
      ).toEqual(err({ code: 'not_found' }));
      expect(await answerQuery(product, admin, 'records.get', { entity: 'settings', id: 'nothing' })).toEqual(
        err({ code: 'not_found' }),
      );
    });
  });
});
