// Signing in, locking and unlocking without the server, signing out, and several people at one machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Timers } from '../ports.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, clerk, colleague, idOf } from '../testing/town.ts';
import { sealedSecrets } from './sealed-secrets.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

const withClerk = { username: 'clerk', password: 'password of clerk' };

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
});

afterEach(() => desk.remove());

describe('signing in', () => {
  it('opens the account’s files, and the next start goes on with them', async () => {
    expect(await desk.see('session.current', {})).toMatchObject({ actor: null, locked: false });
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.close();
    await desk.open();
    expect(await desk.see('session.current', {})).toMatchObject({
      actor: clerk,
      locked: false,
      mustSignIn: false,
    });
    expect((await desk.see('plans.list', {})).total).toBe(1);
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
  });

  it('with a wrong password changes nothing', async () => {
    expect(await desk.dispatch('session.signIn', { username: 'clerk', password: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'bad_credentials' },
    });
    expect(await desk.see('session.accounts', {})).toEqual({ accounts: [] });
  });

  it('without a server says so', async () => {
    server.always = 'unreachable';
    expect(await desk.dispatch('session.signIn', withClerk)).toMatchObject({
      ok: false,
      error: { code: 'server_unreachable' },
    });
  });

  it('does not wait longer than ten seconds for a server that hangs', async () => {
    const waits: { readonly over: () => void; readonly milliseconds: number }[] = [];
    const timers: Timers = {
      setTimeout: (over, milliseconds) => waits.push({ over, milliseconds }),
      clearTimeout: () => undefined,
    };
    await desk.close();
    await desk.open({ timers });
    server.always = 'hang';
    const answer = desk.dispatch('session.signIn', withClerk);
    await expect.poll(() => waits.map(({ milliseconds }) => milliseconds)).toEqual([10_000]);
    for (const { over } of waits) over();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'server_unreachable' } });
  });

  it('keeps the desk’s id although the list of accounts was lost', async () => {
    await desk.signIn('clerk');
    const { deskId } = await desk.see('diagnostics', {});
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.close();
    writeFileSync(join(desk.root, 'accounts.json'), '{ broken');
    await desk.open();
    expect(await desk.see('session.current', {})).toMatchObject({ actor: null });
    await desk.signIn('clerk');
    expect((await desk.see('diagnostics', {})).deskId).toBe(deskId);
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
  });

  it('of a second person opens other files; the first one’s stay', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.signIn('colleague');
    expect(await desk.see('session.current', {})).toMatchObject({ actor: colleague });
    expect((await desk.see('plans.list', {})).total).toBe(0);
    expect(await desk.see('sync.status', {})).toMatchObject({ waiting: 0 });
    expect(
      (await desk.see('session.accounts', {})).accounts.map(({ username }) => username).toSorted(),
    ).toEqual(['clerk', 'colleague']);
    await desk.signIn('clerk');
    expect(await desk.see('sync.status', {})).toMatchObject({ waiting: 1 });
  });

  it('writes down neither password nor token', async () => {
    const sealed = sealedSecrets(new Uint8Array(32).fill(7));
    await desk.close();
    await desk.open({ secrets: sealed });
    await desk.signIn('clerk');
    const text = readFileSync(join(desk.root, 'accounts.json'), 'utf8');
    expect(text).not.toContain(withClerk.password);
    expect(text).not.toContain('token-clerk');
    expect(text).not.toContain(Buffer.from('token-clerk').toString('base64').slice(0, 12));
  });
});

describe('without the server', () => {
  beforeEach(async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
  });

  it('one unlocks with the password, and works', async () => {
    server.always = 'unreachable';
    await desk.must('session.lock', {});
    expect(await desk.dispatch('plans.list', {})).toMatchObject({
      ok: false,
      error: { code: 'not_signed_in', params: { locked: true } },
    });
    await desk.close();
    await desk.open();
    expect(await desk.see('session.current', {})).toMatchObject({ locked: true });
    expect(await desk.dispatch('plans.create', aNewPlan(1))).toMatchObject({ ok: false });
    expect(await desk.dispatch('session.unlock', { ...withClerk, password: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'bad_credentials' },
    });
    await desk.must('session.unlock', withClerk);
    await desk.must('plans.create', aNewPlan(1));
    server.always = null;
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
  });

  it('wrong passwords make one wait, also over a restart; the right one then opens', async () => {
    const wrong = { ...withClerk, password: 'wrong' };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await desk.dispatch('session.unlock', wrong)).toMatchObject({
        error: { code: 'bad_credentials' },
      });
    }
    expect(await desk.dispatch('session.unlock', withClerk)).toMatchObject({
      ok: false,
      error: { code: 'locked_out' },
    });
    await desk.close();
    await desk.open();
    expect(await desk.dispatch('session.unlock', withClerk)).toMatchObject({
      ok: false,
      error: { code: 'locked_out' },
    });
    clock.advance(31_000);
    expect(await desk.dispatch('session.unlock', withClerk)).toMatchObject({ ok: true });
  });

  it('nobody learns which names have been used here', async () => {
    const unknown = await desk.dispatch('session.unlock', { username: 'nobody', password: 'wrong' });
    const known = await desk.dispatch('session.unlock', { username: 'clerk', password: 'wrong' });
    expect(unknown).toEqual(known);
  });

  it('a machine without a safe asks for the password at every start, and still works offline', async () => {
    const noSafe = { secrets: sealedSecrets(null) };
    await desk.close();
    await desk.open(noSafe);
    expect(await desk.see('session.current', {})).toMatchObject({ locked: true });
    server.always = 'unreachable';
    await desk.must('session.unlock', withClerk);
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false });
    server.always = null;
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
  });
});

describe('signing out', () => {
  it('with unsent work warns first; the work stays on the desk', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.dispatch('session.signOut', {})).toMatchObject({
      ok: false,
      error: { code: 'warning_unacknowledged', params: { waiting: 1, files: 0 } },
    });
    expect(await desk.must('session.signOut', { confirm: true })).toMatchObject({ actor: null });
    expect(await desk.dispatch('plans.list', {})).toMatchObject({
      ok: false,
      error: { code: 'not_signed_in' },
    });
    await desk.close();
    await desk.open();
    expect(await desk.see('session.current', {})).toMatchObject({ actor: null });
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
  });
});

describe('a server that takes requests and answers none', () => {
  it('keeps nobody from signing out, nor from ending the program', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    server.always = 'hang';
    const round = desk.dispatch('sync.now', {});
    expect(await desk.must('session.signOut', { confirm: true })).toMatchObject({ actor: null });
    expect(await round).toMatchObject({ ok: false, error: { code: 'server_unreachable' } });
    server.always = null;
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
    server.always = 'hang';
    const last = desk.dispatch('sync.now', {});
    await desk.close();
    expect(await last).toMatchObject({ ok: false });
  });
});

describe('sealed secrets', () => {
  it('open with their key only', () => {
    const sealed = sealedSecrets(new Uint8Array(32).fill(1)).protect('a token');
    expect(sealed).not.toBeNull();
    if (sealed === null) return;
    expect(sealedSecrets(new Uint8Array(32).fill(1)).reveal(sealed)).toBe('a token');
    expect(sealedSecrets(new Uint8Array(32).fill(2)).reveal(sealed)).toBeNull();
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    expect(sealedSecrets(new Uint8Array(32).fill(1)).reveal(sealed)).toBeNull();
    expect(sealedSecrets(new Uint8Array(32).fill(1)).reveal(new Uint8Array(3))).toBeNull();
  });
});
