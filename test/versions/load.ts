// Puts what an earlier version left behind into folders and databases of their own, where a test may open and change it.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zstdDecompressSync } from 'node:zlib';
import { migrate, readMigrations } from '#server/db/migrate.ts';
import type { Engine, TestDatabase } from '#test/support/database.ts';
import type { SeenOnDesk, SeenOnServer } from './seen.ts';

/** Each with the last migration of its server. */
const versions = { '0.1.0': 6 } as const;
export type Version = keyof typeof versions;
export const versionNames = Object.keys(versions) as readonly Version[];

const fixture = (version: Version, name: string) =>
  fileURLToPath(new URL(`./${version}/${name}`, import.meta.url));

/** The moment after the last one of the story. */
export const afterwards: number = Date.UTC(2026, 0, 21, 2);

/** `killed`: with the database files as a killed process left them; `log`: whether their write-ahead logs are there. */
export type How = { readonly killed?: boolean; readonly log?: boolean };

/** A root folder with one account that has signed in; the caller removes it. */
export function loadDesk(version: Version, { killed = false, log = true }: How = {}): string {
  const root = mkdtempSync(join(tmpdir(), `zhengcai-${version}-`));
  unpackTree(fixture(version, 'desk'), root);
  if (killed) {
    unpackTree(fixture(version, 'desk-killed'), root);
    if (!log) {
      for (const name of ['outbox', 'replica']) rmSync(join(accountFolder(root), `${name}.db-wal`));
    }
  }
  return root;
}

/** Where the files of the account below a root folder are. */
export function accountFolder(root: string): string {
  const file = readdirSync(root, { recursive: true, encoding: 'utf8' }).find(
    (name) => basename(name) === 'outbox.db',
  );
  if (file === undefined) throw new Error('there is no outbox');
  return dirname(join(root, file));
}

/** A database as that version's server left it, at that version's last migration. */
export async function loadServer(version: Version, engine: Engine): Promise<TestDatabase> {
  const opened = await engine.open();
  const { database } = opened;
  await database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const last = versions[version];
  const own = (await readMigrations()).filter(({ no }) => no <= last);
  const migrated = await migrate(database, own);
  if (!migrated.ok) throw new Error(migrated.error.code);
  await database.exec(readFileSync(fixture(version, 'server.sql'), 'utf8'));
  return opened;
}

export function backupOf(version: Version): string {
  return fixture(version, 'server.backup');
}

export type Expected = { readonly desk: SeenOnDesk; readonly server: SeenOnServer };

export function expectedOf(version: Version): Expected {
  return JSON.parse(readFileSync(fixture(version, 'expected.json'), 'utf8'));
}

function unpackTree(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`there is no ${from}`);
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const file = join(from, name);
    if (!statSync(file).isFile()) continue;
    const target = join(to, name.replace(/\.zst$/, ''));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, zstdDecompressSync(readFileSync(file)));
  }
}
