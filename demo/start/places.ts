// Where the demo keeps what, and what it must remember from one start to the next: the ports, since what a desk holds belongs to its server's
// address, and whether the data was already made.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export type Places = {
  readonly root: string;
  readonly server: string;
  readonly serverKeys: string;
  readonly centre: string;
  readonly desktop: string;
  /** What the desktop is told: the server and the accounts it may offer. */
  readonly sheet: string;
  readonly logs: string;
};

const rememberedSchema = z.object({
  serverPort: z.int(),
  centrePort: z.int(),
  /** When the demo data was complete. */
  seededAt: z.int().nullable(),
});
export type Remembered = z.infer<typeof rememberedSchema>;

export function defaultRoot(): string {
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'zhengcai-desk-demo');
}

export function placesIn(folder: string): Places {
  const root = resolve(folder);
  return {
    root,
    server: join(root, 'server'),
    serverKeys: join(root, 'server-keys.json'),
    centre: join(root, 'centre'),
    desktop: join(root, 'desktop'),
    sheet: join(root, 'demo.json'),
    logs: join(root, 'logs'),
  };
}

const fileOf = (places: Places) => join(places.root, 'remembered.json');

export function recall(places: Places): Remembered | undefined {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(fileOf(places), 'utf8')));
  } catch {
    return undefined;
  }
}

export function remember(places: Places, remembered: Remembered): void {
  mkdirSync(places.root, { recursive: true });
  const file = fileOf(places);
  writeFileSync(`${file}.tmp`, JSON.stringify(remembered));
  renameSync(`${file}.tmp`, file);
}
