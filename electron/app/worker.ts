// The local side in its worker thread: answers calls and passes events over the port it was given. The host does everything that needs Electron;
// secrets are asked of it before this thread starts, so that nothing here waits for the window.
import { randomBytes } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createLocalApp, type LocalApp } from './local-app.ts';
import type { LogEntry } from './ports.ts';
import { sealedSecrets } from './session/sealed-secrets.ts';
import { httpTransport } from './sync/http-transport.ts';

/** What the host starts the thread with. `key` encrypts tokens at rest: 32 bytes that the system's safe keeps; null without a safe. */
export const workerDataSchema = z.object({
  folder: z.string(),
  server: z.url(),
  key: z.instanceof(Uint8Array).nullable(),
});
export type WorkerData = z.infer<typeof workerDataSchema>;

/** To the worker. */
export const workerCallSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), no: z.int(), name: z.string().max(200), input: z.unknown() }),
  z.object({ kind: z.literal('close') }),
]);
export type WorkerCall = z.infer<typeof workerCallSchema>;

/** From the worker. `no` is that of the call. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly no: number; readonly result: unknown }
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'log'; readonly entry: LogEntry }
  | { readonly kind: 'closed' };

if (parentPort !== null) await serve(parentPort, workerDataSchema.parse(workerData));

async function serve(port: MessagePort, { folder, server, key }: WorkerData): Promise<void> {
  const post = (message: WorkerMessage) => port.postMessage(message);
  const app = await createLocalApp({
    folder,
    clock: Date.now,
    randomBytes: (length) => randomBytes(length),
    transport: httpTransport(server),
    secrets: sealedSecrets(key),
    log: (entry) => post({ kind: 'log', entry }),
    autoSync: true,
  });
  app.events((event) => post({ kind: 'event', event }));
  port.on('message', (message: unknown) => {
    const call = workerCallSchema.safeParse(message);
    if (call.success) void take(app, call.data, post);
    else post({ kind: 'log', entry: { level: 'error', event: 'worker.malformed_message' } });
  });
  post({ kind: 'ready' });
}

async function take(app: LocalApp, call: WorkerCall, post: (message: WorkerMessage) => void): Promise<void> {
  switch (call.kind) {
    case 'call':
      post({ kind: 'result', no: call.no, result: await app.dispatch(call.name, call.input) });
      break;
    case 'close':
      await app.close();
      post({ kind: 'closed' });
      break;
  }
}
