// The local side in its worker thread, as it runs in the app: calls come through the port, answers and events go back through it.
import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { createLocalApp } from '#electron/app/local-app.ts';
import { httpTransport } from '#electron/app/sync/http-transport.ts';
import {
  domainWith,
  everyTableOther,
  plansIndexedByYear,
  plansWithPlace,
} from '#electron/app/testing/other-version.ts';
import { madeUpKinds } from '../made-up.ts';
import { watchBlocking } from './blocked.ts';
import { bareCommits } from './commits.ts';
import { madeUpServer } from './made-up-server.ts';
import { type WorkerAsk, workerDataSchema, workerRequestSchema } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('not a worker');
const { folder, source, version } = workerDataSchema.parse(workerData);
const otherVersions = {
  'other indexes': domainWith(plansIndexedByYear),
  'one other table': domainWith(plansWithPlace),
  'every table other': everyTableOther,
} as const;
const blocked = watchBlocking();
const app = await createLocalApp(
  {
    folder,
    clock: Date.now,
    randomBytes: (length) => randomBytes(length),
    transport:
      'origin' in source
        ? httpTransport(source.origin)
        : madeUpServer(source.madeUp, madeUpKinds[source.of]()),
    secrets: {
      protect: (text) => new TextEncoder().encode(text),
      reveal: (bytes) => new TextDecoder().decode(bytes),
    },
    log: ({ level, event, details }) => {
      if (level !== 'info') process.stderr.write(`${event} ${JSON.stringify(details ?? {})}\n`);
    },
    autoSync: false,
  },
  version === undefined ? undefined : otherVersions[version],
);
app.events((event) => port.postMessage({ event }));

async function answer(ask: WorkerAsk): Promise<unknown> {
  switch (ask.op) {
    case 'call':
      return app.dispatch(ask.call.name, ask.call.input);
    case 'commits':
      return bareCommits(folder, ask.count);
    case 'blocked':
      return blocked();
    case 'close':
      await app.close();
      return true;
  }
}

port.on('message', (message: unknown) => {
  const { no, ask } = workerRequestSchema.parse(message);
  answer(ask).then(
    (value) => {
      port.postMessage({ no, value, error: null });
      if (ask.op === 'close') port.close();
    },
    (error: unknown) => port.postMessage({ no, value: null, error: String(error) }),
  );
});
