// The local side in a thread of its own, spoken to as the host speaks to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WorkerCall, WorkerData, WorkerMessage } from './worker.ts';

let folder: string;
let worker: Worker;
const messages: WorkerMessage[] = [];

beforeEach(async () => {
  messages.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-worker-'));
  const data: WorkerData = { folder, server: 'http://127.0.0.1:9', key: new Uint8Array(32) };
  worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: data });
  worker.on('message', (message: WorkerMessage) => messages.push(message));
  await expect.poll(() => messages.some(({ kind }) => kind === 'ready')).toBe(true);
});

afterEach(async () => {
  await worker.terminate();
  rmSync(folder, { recursive: true, force: true });
});

const send = (call: WorkerCall) => worker.postMessage(call);
const resultOf = (no: number) => messages.find((message) => message.kind === 'result' && message.no === no);

it('answers calls, tells when it is closed, and survives what is no message', async () => {
  worker.postMessage('nonsense');
  worker.postMessage({ kind: 'call', no: 'one' });
  send({ kind: 'call', no: 1, name: 'session.current', input: {} });
  send({ kind: 'call', no: 2, name: 'plans.list', input: {} });
  send({ kind: 'call', no: 3, name: 'session.signIn', input: { username: 'a', password: 'b' } });
  await expect.poll(() => resultOf(1)).toMatchObject({ result: { ok: true, value: { actor: null } } });
  await expect
    .poll(() => resultOf(2))
    .toMatchObject({ result: { ok: false, error: { code: 'not_signed_in' } } });
  await expect
    .poll(() => resultOf(3))
    .toMatchObject({ result: { ok: false, error: { code: 'server_unreachable' } } });
  expect(messages.filter(({ kind }) => kind === 'log').length).toBeGreaterThanOrEqual(2);
  send({ kind: 'close' });
  await expect.poll(() => messages.some(({ kind }) => kind === 'closed')).toBe(true);
});
