import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneDatabase } from '#test/support/database.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';
import { idOf, testCommands } from '#test/support/server-fixture.ts';
import { openKeyRing } from '../exchange/keys.ts';
import { beginning, type Link, linkHash } from './chain.ts';
import { signDailyHead, signedHeads } from './sign-head.ts';
import { type Finding, verifyAudit } from './verify.ts';

const day = 24 * 3_600_000;

describe.each(oneDatabase())('the audit chain on $name', (engine) => {
  let server: TestServer;
  let admin: SignedInDesk;

  beforeEach(async () => {
    server = await aServer(engine, { commands: testCommands });
    admin = await server.signIn('root-admin');
    const commands = Array.from({ length: 20 }, (_, index) => ({
      no: index + 1,
      id: idOf(`c${index}`),
      name: index % 5 === 4 ? 'test.refuse' : 'test.put',
      version: 1,
      input: index % 5 === 4 ? { code: 'wrong_state' } : { id: `k${index}`, value: index },
      madeAt: 1,
    }));
    const payload = { protocol: 1, deskId: admin.deskId, epoch: null, firstKept: 1, commands };
    await server.http.inject({ method: 'POST', url: '/sync/push', headers: admin.headers, payload });
  });
  afterEach(() => server.stop());

  const run = (text: string) => server.held.database.query(text);
  const kinds = async (published?: Parameters<typeof verifyAudit>[1]) =>
    (await verifyAudit(server.held.database, published)).findings.map((finding: Finding) => finding.kind);
  const lastNo = async () => (await verifyAudit(server.held.database)).entries;

  it('is whole, has an entry for every accepted and every refused command, and stands in feed order', async () => {
    expect(await kinds()).toEqual([]);
    const { rows } = await server.held.database.query<{ outcome: string; n: number }>(
      "SELECT outcome, count(*)::int AS n FROM audit_log WHERE action LIKE 'test.%' AND desk_id IS NOT NULL GROUP BY outcome ORDER BY outcome",
    );
    expect(rows).toEqual([
      { outcome: 'applied', n: 16 },
      { outcome: 'rejected', n: 4 },
    ]);
    const seqs = await server.held.database.query<{ seq: number }>(
      'SELECT seq FROM audit_log WHERE seq IS NOT NULL ORDER BY no',
    );
    const order = seqs.rows.map((row) => row.seq);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it.each([
    ['an edited actor', "UPDATE audit_log SET account_id = 'x' WHERE no = 7"],
    ['an edited time', 'UPDATE audit_log SET at = at + 1 WHERE no = 7'],
    ['an edited input', "UPDATE audit_log SET input_hash = repeat('a', 64) WHERE no = 7"],
    [
      'a refusal made an acceptance',
      "UPDATE audit_log SET outcome = 'applied', code = NULL WHERE outcome = 'rejected'",
    ],
    ['a moved sequence number', 'UPDATE audit_log SET seq = seq + 1 WHERE no = 7'],
    ['an edited hash', "UPDATE audit_log SET hash = repeat('b', 64) WHERE no = 7"],
    ['an edited end', "UPDATE feed_head SET audit_hash = repeat('b', 64)"],
  ])('shows %s', async (_what, statement) => {
    await run(statement);
    expect(await kinds()).toContain('broken_link');
  });

  it('shows a deleted entry, wherever it stood', async () => {
    await run('DELETE FROM audit_log WHERE no = 7');
    expect(await kinds()).toContain('missing');
  });

  it('shows two entries that changed places', async () => {
    await run('UPDATE audit_log SET no = CASE no WHEN 7 THEN -8 ELSE -7 END WHERE no IN (7, 8)');
    await run('UPDATE audit_log SET no = -no WHERE no < 0');
    expect(await kinds()).toContain('broken_link');
  });

  it('shows an end that was cut off', async () => {
    await run(`DELETE FROM audit_log WHERE no > ${(await lastNo()) - 3}`);
    expect(await kinds()).toEqual(['cut_off']);
  });

  it('shows by its signed heads that the whole chain was made anew', async () => {
    server.time.now += day;
    const auditKeys = await openKeyRing(`${server.dataFolder}/audit-keys`, 'key-1');
    const clock = () => server.time.now;
    const ports = { database: server.held.database, runAs: server.operations.runAs };
    expect(await signDailyHead({ ...ports, clock, auditKeys, headMembers: [] })).toBe(true);
    const published = await signedHeads(server.held.database);
    expect(published).toHaveLength(1);
    expect(await kinds({ published, trustedKeys: published.map((head) => head.publicKey) })).toEqual([]);

    await forge(server);
    // The forger leaves the heads as they are, or takes them out: then those that were published speak.
    expect(await kinds()).toEqual(['head_differs']);
    await run('DELETE FROM audit_heads');
    expect(await kinds()).toEqual([]);
    expect(await kinds({ published })).toEqual(['head_differs']);
    await run('DELETE FROM audit_log WHERE no > 3');
    await run('UPDATE feed_head SET audit_no = 3, audit_hash = (SELECT hash FROM audit_log WHERE no = 3)');
    expect(await kinds()).toEqual([]);
    expect(await kinds({ published })).toEqual(['cut_off']);
  });

  it('shows a head that was not signed with a key one trusts', async () => {
    server.time.now += day;
    await server.runDueWork();
    expect(await kinds({ trustedKeys: ['another key'] })).toEqual(['head_not_signed']);
    await run("UPDATE audit_heads SET hash = repeat('c', 64)");
    expect(await kinds()).toEqual(['head_not_signed']);
  });

  it('signs one head a day and publishes it', async () => {
    server.time.now += day;
    await server.runDueWork();
    await server.runDueWork();
    server.time.now += day;
    await server.runDueWork();
    const heads = (await server.http.inject('/audit/heads')).json<{ day: string }[]>();
    expect(heads.map((head) => head.day)).toEqual(['2026-03-03', '2026-03-02']);
  });
});

/** What someone with the whole database could do: change an entry and compute every hash behind it anew. */
async function forge(server: TestServer): Promise<void> {
  const { database } = server.held;
  await database.query("UPDATE audit_log SET account_id = 'someone else' WHERE no = 5");
  const { rows } = await database.query<Link>(
    `SELECT no, at, account_id AS "accountId", role, desk_id AS "deskId", action, command_id AS "commandId",
       input_hash AS "inputHash", outcome, code, seq, hash FROM audit_log ORDER BY no`,
  );
  let before = beginning;
  for (const link of rows) {
    before = linkHash(before, link);
    await database.query('UPDATE audit_log SET hash = $2 WHERE no = $1', [link.no, before]);
  }
  await database.query('UPDATE feed_head SET audit_hash = $1', [before]);
}
