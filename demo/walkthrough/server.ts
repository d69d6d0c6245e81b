// The central server as the process that an installation runs, on PGlite in a folder of its own, always on the same port.
import { fileURLToPath } from 'node:url';
import { need } from './outcome.ts';
import { type RunningProcess, startProcess } from './processes.ts';
import type { ServerHandle } from './world.ts';

const file = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

export function serverProcess(folder: string, port: number): ServerHandle {
  let running: RunningProcess | undefined;
  const present = () => need(running, 'running server');
  return {
    folder: `${folder}/database`,
    pid: () => present().pid,
    async start() {
      const server = startProcess({
        name: 'central server',
        file,
        env: {
          PORT: String(port),
          HOST: '127.0.0.1',
          DATA_DIR: folder,
          LOG_LEVEL: 'warn',
          DATABASE_URL: undefined,
        },
      });
      running = server;
      await server.line((line) => (line.startsWith('listening on ') ? line : undefined));
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },
    async kill() {
      await running?.kill();
      running = undefined;
    },
    putClockForward: (milliseconds) => running?.putClockForward(milliseconds),
    tail: () => running?.tail() ?? '',
  };
}
