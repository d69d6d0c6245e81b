// Makes the fixtures of this version: `node test/versions/making/make.ts FOLDER`. See the README above; nothing imports this file.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { backedUpTables, backUp, derivedTables } from '#server/backup/backup.ts';
import type { Database } from '#server/db/database.ts';
import { migrate, readMigrations } from '#server/db/migrate.ts';
import { openPglite } from '#server/db/pglite.ts';
import { accountFolder } from '../load.ts';
import { seenOnDesk, seenOnServer } from '../seen.ts';
import { tell } from './story.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where to: node test/versions/making/make.ts FOLDER');

const work = mkdtempSync(join(tmpdir(), 'zhengcai-versions-'));
const database = await openPglite();
const migrated = await migrate(database, await readMigrations());
if (!migrated.ok) throw new Error(migrated.error.code);
const { clerk, killed, now } = await tell(database, work);

rmSync(folder, { recursive: true, force: true });
packTree(clerk.root, join(folder, 'desk'), () => true);
// Of what a killed process leaves, only the database files and their logs differ.
packTree(killed, join(folder, 'desk-killed'), (name) => /^(outbox|replica)\.db(-wal)?$/.test(name));
writeFileSync(join(folder, 'server.sql'), await rowsAsSql(database));
await backUp(database, join(folder, 'server.backup'), now);
chmodSync(join(folder, 'server.backup'), 0o644);

const unpacked = join(work, 'unpacked');
cpSync(clerk.root, unpacked, { recursive: true });
const seen = { desk: seenOnDesk(accountFolder(unpacked)), server: await seenOnServer(database) };
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(seen, null, 1)}\n`);
await database.close();
rmSync(work, { recursive: true, force: true });

/** Every row as it stands, a table a statement: columns of later migrations keep their defaults. */
async function rowsAsSql(from: Database): Promise<string> {
  const parts: string[] = [];
  for (const table of [...backedUpTables, ...derivedTables]) {
    const columns = await from.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [table],
    );
    const names = columns.rows.map(({ name }) => `"${name}"`).join(', ');
    const { rows } = await from.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${table} t ORDER BY row_to_json(t)::text`,
    );
    parts.push(`DELETE FROM ${table};`);
    if (rows.length === 0) continue;
    const list = rows.map(({ row }) => row.replaceAll('\n', ' ')).join(',\n');
    if (list.includes('$json$')) throw new Error('a row holds the mark that ends the text');
    parts.push(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $json$[\n${list}\n]$json$);`,
    );
  }
  return `${parts.join('\n')}\n`;
}

function packTree(from: string, to: string, wanted: (name: string) => boolean): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const file = join(from, name);
    if (!statSync(file).isFile() || !wanted(basename(file))) continue;
    const target = join(to, `${relative(from, file)}.zst`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, zstdCompressSync(readFileSync(file)));
  }
}
