// A central server as a real process. It is ready when it says where it listens; a start that ends before that is told with what it wrote.
import { onLines, type Running, startProcess } from './processes.ts';

export type ServerOptions = {
  /** PostgreSQL; without it PGlite in `folder`. */
  readonly url?: string;
  /** Attachments, keys, and the embedded database. */
  readonly folder: string;
  /** 0, or the port of a server that was there before. */
  readonly port?: number;
};

export type ServerProcess = { readonly running: Running; readonly origin: string };

export type Starting = {
  readonly running: Running;
  /** Where it listens; undefined when it was killed before it did. Rejects when it ended by itself. */
  readonly origin: Promise<string | undefined>;
};

/** Begins a start without waiting for it, for tests that kill in the middle of one. */
export function beginServer({ url, folder, port = 0 }: ServerOptions): Starting {
  const running = startProcess('server/main.ts', {
    env: {
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      FIRST_ADMIN_PASSWORD: 'Test-2026-shili',
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const said: string[] = [];
  onLines(running, (line) => {
    said.push(line);
    const origin = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (origin !== undefined) resolve(origin);
  });
  void running.ended.then(({ code, signal }) => {
    if (signal === 'SIGKILL') resolve(undefined);
    else reject(new Error(`the server ended by itself (${code}): ${said.join('\n')}\n${running.errors()}`));
  });
  // Whoever only kills it does not ask where it listened.
  promise.catch(() => undefined);
  return { running, origin: promise };
}

export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const starting = beginServer(options);
  const origin = await starting.origin;
  if (origin === undefined) throw new Error('the server was killed while it started');
  return { running: starting.running, origin };
}
