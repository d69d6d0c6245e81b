import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, command, listen } from './bridge.ts';

type Call = (name: string, input: unknown) => Promise<unknown>;
const never: Call = () => Promise.reject(new Error('not to be called'));

function withDesk(
  call: Call,
  on: (listener: (event: unknown) => void) => () => void = () => () => undefined,
) {
  globalThis.desk = { call, on };
}

afterEach(() => {
  globalThis.desk = undefined;
});

describe('asking', () => {
  it('hands on the value that fits', async () => {
    withDesk(async (name, input) => ({
      ok: true,
      value: { saved: true, fileName: `${name} ${JSON.stringify(input)}` },
    }));
    expect(await ask('host.diagnosticsBundle', {})).toEqual({
      ok: true,
      value: { saved: true, fileName: 'host.diagnosticsBundle {}' },
    });
  });

  it('hands on a refusal', async () => {
    withDesk(async () => ({ ok: false, error: { code: 'not_signed_in', params: { locked: true } } }));
    expect(await ask('plans.list', {})).toEqual({
      ok: false,
      error: { code: 'not_signed_in', params: { locked: true } },
    });
  });

  it.each([
    ['a value of another shape', { ok: true, value: { saved: 'yes' } }],
    ['no result at all', 'saved'],
    ['a refusal of an unknown code', { ok: false, error: { code: 'no such code' } }],
    ['nothing', undefined],
  ])('takes %s for broken', async (_what, answer) => {
    withDesk(async () => answer);
    expect(await ask('host.diagnosticsBundle', {})).toEqual({
      ok: false,
      error: { code: 'internal', params: { call: 'host.diagnosticsBundle' } },
    });
  });

  it('takes the rows of a list as the bridge has passed them, and no page that is none', async () => {
    const page = { items: [{ id: 'any' }], total: 1, next: null };
    withDesk(async () => ({ ok: true, value: page }));
    expect(await ask('plans.list', {})).toEqual({ ok: true, value: page });
    withDesk(async () => ({ ok: true, value: { ...page, items: 'none' } }));
    expect(await ask('plans.list', {})).toEqual({
      ok: false,
      error: { code: 'internal', params: { call: 'plans.list' } },
    });
  });

  it('throws nothing, whatever happens', async () => {
    withDesk(never);
    expect(await ask('session.current', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    globalThis.desk = undefined;
    expect(await ask('session.current', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('commands', () => {
  const commandId = '01900000-0000-7000-8000-000000000001';

  it('do not leave the window with an input of another shape', async () => {
    withDesk(never);
    expect(await command('accounts.disable', { id: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'id' }] },
    });
    expect(await command('no.such', {})).toEqual({ ok: false, error: { code: 'unknown_name' } });
    expect(await command('constructor', {})).toEqual({ ok: false, error: { code: 'unknown_name' } });
  });

  it('answer their receipt', async () => {
    const receipt = { commandId, no: 1, state: 'waiting_for_server' };
    withDesk(async () => ({ ok: true, value: receipt }));
    expect(await command('accounts.disable', { id: commandId })).toEqual({ ok: true, value: receipt });
  });
});

describe('events', () => {
  it('are heard when they are ones', () => {
    const heard = vi.fn();
    let tell: (event: unknown) => void = () => undefined;
    withDesk(never, (listener) => {
      tell = listener;
      return () => undefined;
    });
    listen(heard);
    tell({ type: 'outbox.changed', waiting: 2 });
    tell({ type: 'host.navigate', route: '/tasks' });
    tell({ type: 'no.such' });
    tell({ type: 'outbox.changed', waiting: 'two' });
    expect(heard.mock.calls).toEqual([
      [{ type: 'outbox.changed', waiting: 2 }],
      [{ type: 'host.navigate', route: '/tasks' }],
    ]);
  });
});
