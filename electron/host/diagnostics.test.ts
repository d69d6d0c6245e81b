import { expect, it } from 'vitest';
import { err, ok } from '#shared/kernel/result.ts';
import { type DiagnosticsPorts, diagnosticsText } from './diagnostics.ts';

const ports: DiagnosticsPorts = {
  about: () => ({ version: '0.1.0', dataFolder: '/home/zhangsan/.config/desk' }),
  settings: () => ({ server: 'http://127.0.0.1:4170', enrolledAt: 1, theme: 'dark', textSize: 'normal' }),
  localState: () => 'running',
  local: async () => ok({ rows: { plans: 3 } }),
  logTail: () => ['{"event":"start","at":"/home/zhangsan/x"}', 'not json of 贾宁'],
  home: '/home/zhangsan',
  clock: () => 0,
};

it('holds what helps to find a fault', async () => {
  const facts: unknown = JSON.parse(await diagnosticsText(ports));
  expect(facts).toMatchObject({
    madeAt: '1970-01-01T00:00:00.000Z',
    program: { version: '0.1.0', dataFolder: '~/.config/desk' },
    settings: { theme: 'dark' },
    local: { rows: { plans: 3 } },
    log: [{ event: 'start' }, { unreadable: 14 }],
  });
});

it('holds nobody: neither the folder of the user nor what could not be read', async () => {
  const text = await diagnosticsText(ports);
  expect(text).not.toContain('zhangsan');
  expect(text).not.toContain('贾宁');
});

it('is made also when the local side does not answer', async () => {
  const text = await diagnosticsText({ ...ports, local: async () => err({ code: 'not_signed_in' }) });
  expect(JSON.parse(text)).toMatchObject({ local: { refused: 'not_signed_in' } });
});
