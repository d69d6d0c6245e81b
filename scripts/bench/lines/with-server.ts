// The lines that need a server, on one of the two databases.
import type { Setting } from '../setting.ts';
import { openWorld } from '../world.ts';
import { commandsLine } from './commands.ts';
import { firstSyncLines } from './first-sync.ts';
import { pullLine, pushLine } from './push-pull.ts';
import { serverLine } from './server.ts';

export const namesWithServer = ['first-sync', 'memory', 'commands', 'push', 'pull', 'server'] as const;

/** `postgresUrl` is a PostgreSQL server; null: PGlite. */
export async function linesWithServer(setting: Setting, postgresUrl: string | null): Promise<void> {
  const { options, folder } = setting;
  setting.say(`filling ${postgresUrl === null ? 'PGlite' : 'PostgreSQL'} with ${options.rows} plans …`);
  const world = await openWorld(folder, postgresUrl, options.rows);
  try {
    if (setting.wanted('push')) await pushLine(setting, world);
    // It is the desk's own work: one database is enough.
    if (setting.wanted('commands') && postgresUrl !== null) await commandsLine(setting, world);
    if (setting.wanted('first-sync') || setting.wanted('memory') || setting.wanted('pull')) {
      const office = await firstSyncLines(setting, world);
      if (setting.wanted('pull')) await pullLine(setting, world, office);
      await office.close();
    }
    if (setting.wanted('server')) await serverLine(setting, world);
  } finally {
    await world.stop();
  }
}
