// What the desktop is shown against: the demo's server and trading centre as processes of their own, a line to the server that can be cut, and desks
// of colleagues who work at the same time.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '#demo/data/accounts.ts';
import { freePort } from '#demo/free-port.ts';
import { placesIn } from '#demo/start/places.ts';
import { controlCentre, seed, startCentre, startServer } from '#demo/start/processes.ts';
import { demoSheet } from '#demo/start/sheet.ts';
import { type Network, startNetwork } from '#demo/walkthrough/network.ts';
import { DeskProcess } from '#test/support/desk.ts';

export type World = {
  readonly folder: string;
  /** Where the desktop finds the server: through the line. */
  readonly server: string;
  readonly line: Network;
  /** For `--demo=`. */
  readonly sheet: string;
  /** Signed in on a desk of its own, over a line of its own. */
  colleague(username: string): Promise<Colleague>;
  /** Faults of the trading centre, or a thing it does once. */
  centre(order: unknown): Promise<void>;
  close(): Promise<void>;
};

export type Colleague = {
  /** Runs commands one after the other and sends them; throws when one is refused. */
  act(...commands: readonly (readonly [name: string, input: unknown])[]): Promise<void>;
};

export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'zhengcai-screens-'));
  const places = placesIn(folder);
  const serverPort = await freePort();
  const { child: centre, centre: said } = await startCentre(places, {
    serverPort,
    centrePort: await freePort(),
  });
  await seed(places, serverPort, said);
  const server = await startServer(places, serverPort);
  const line = await startNetwork(() => serverPort);
  await writeFile(places.sheet, JSON.stringify(demoSheet(line.origin)), { mode: 0o600 });
  const desks = new Map<string, DeskProcess>();

  async function deskOf(username: string): Promise<DeskProcess> {
    const known = desks.get(username);
    if (known !== undefined) return known;
    const desk = new DeskProcess({
      folder: join(folder, `colleague-${username}`),
      server: `http://127.0.0.1:${serverPort}`,
    });
    desks.set(username, desk);
    if (!(await desk.ready)) throw new Error(`a colleague's desk did not start: ${desk.running.errors()}`);
    accepted('session.signIn', await desk.ask('session.signIn', { username, password: demoPassword }));
    return desk;
  }

  return {
    folder,
    server: line.origin,
    line,
    sheet: places.sheet,
    async colleague(username) {
      const desk = await deskOf(username);
      accepted('sync.now', await desk.ask('sync.now', {}));
      return {
        async act(...commands) {
          for (const [name, input] of commands) accepted(name, await desk.act(name, input));
          accepted('sync.now', await desk.ask('sync.now', {}));
        },
      };
    },
    centre: (order) => controlCentre(said, order),
    async close() {
      for (const desk of desks.values()) await desk.stop();
      await line.close();
      await server.stop();
      await centre.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function accepted(name: string, result: { readonly ok: boolean } | undefined): void {
  if (result?.ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(result)}`);
}
