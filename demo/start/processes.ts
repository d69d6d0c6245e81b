// The two servers of the demo as their own processes: the central server as an installation runs it, and the trading centre's simulator.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { demoRegions } from '../data/regions.ts';
import { platformIdOf, unreachableRegions } from '../data/set-up.ts';
import { type Child, startListening } from './children.ts';
import { expertKeys } from './expert-keys.ts';
import { pace } from './pace.ts';
import type { Places } from './places.ts';

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const centreSchema = z.object({
  event: z.literal('listening'),
  inboxUrl: z.url(),
  controlUrl: z.url(),
  controlToken: z.string(),
  keyId: z.string(),
  publicKey: z.string(),
});
export type Centre = z.infer<typeof centreSchema>;

export const serverUrl = (port: number): string => `http://127.0.0.1:${port}`;

export async function startCentre(
  places: Places,
  ports: { readonly serverPort: number; readonly centrePort: number },
): Promise<{ readonly child: Child; readonly centre: Centre }> {
  const platforms = demoRegions
    .filter(({ code }) => !unreachableRegions.has(code))
    .flatMap(({ code }) => platformIdOf(code) ?? []);
  const { child, said } = await startListening(
    {
      name: 'trading-centre',
      file: inRepository('demo/trading-centre/main.ts'),
      args: [
        ...['--data', places.centre],
        ...['--server', serverUrl(ports.serverPort)],
        ...['--server-keys', places.serverKeys],
        ...['--platforms', platforms.join(',')],
        ...['--port', String(ports.centrePort)],
        ...['--faults', JSON.stringify(pace)],
      ],
      logs: places.logs,
    },
    (line) => {
      const parsed = centreSchema.safeParse(jsonOrUndefined(line));
      return parsed.success ? parsed.data : undefined;
    },
  );
  return { child, centre: said };
}

/** Faults of the trading centre switched, or a thing done once. */
export async function controlCentre({ controlUrl, controlToken }: Centre, order: unknown): Promise<void> {
  const answer = await fetch(controlUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw new Error(`the trading centre answered ${answer.status}`);
}

export async function startServer(places: Places, port: number): Promise<Child> {
  const { child } = await startListening(
    {
      name: 'central-server',
      file: inRepository('server/main.ts'),
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: places.server,
        LOG_LEVEL: 'info',
        DATABASE_URL: undefined,
        ...expertKeys(places),
      },
      logs: places.logs,
    },
    (line) => (line.startsWith('listening on ') ? line : undefined),
  );
  return child;
}

/** Carries out the demo world's commands; only before the server's first start. */
export async function seed(places: Places, port: number, centre: Centre): Promise<void> {
  const { child } = await startListening(
    {
      name: 'seeding',
      file: inRepository('demo/start/seeding.ts'),
      args: [JSON.stringify({ folder: places.server, serverKeys: places.serverKeys, port, centre })],
      logs: places.logs,
    },
    (line) => (line === 'seeded' ? line : undefined),
  );
  await child.ended;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
