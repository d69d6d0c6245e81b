// Databases for tests: the embedded one always, real PostgreSQL when TEST_DATABASE_URL names a server. Each call gives a database of its
// own with the tables made; nothing is shared between tests.
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { columnFingerprint } from '#server/db/column-generations.ts';
import type { Database } from '#server/db/database.ts';
import { readMigrations } from '#server/db/migrate.ts';
import { openDatabase } from '#server/db/open.ts';
import { openPglite, pgliteImage } from '#server/db/pglite.ts';
import { upgradeDatabase } from '#server/upgrade.ts';
import { entities } from '#shared/domain/entities.ts';

export type TestDatabase = {
  readonly database: Database;
  /** For a second process or pool on the same data; undefined for the embedded one. */
  readonly url: string | undefined;
  close(): Promise<void>;
};

export type Engine = { readonly name: 'pglite' | 'postgres'; open(): Promise<TestDatabase> };

const serverUrl = process.env['TEST_DATABASE_URL'];

/** `describe.each(databases())`: the same suite on both engines. */
export function databases(): readonly Engine[] {
  const pglite: Engine = { name: 'pglite', open: openEmbedded };
  return serverUrl === undefined
    ? [pglite]
    : [pglite, { name: 'postgres', open: () => openOnServer(serverUrl) }];
}

/** For suites about what stands above SQL, where two engines would show the same twice: real PostgreSQL where there is one. */
export function oneDatabase(): readonly Engine[] {
  return databases().slice(-1);
}

/** The real PostgreSQL alone, for what only several connections can show; empty without one. */
export function postgresOnly(): readonly Engine[] {
  return databases().filter((engine) => engine.name === 'postgres');
}

let image: Promise<Blob> | undefined;

async function openEmbedded(): Promise<TestDatabase> {
  image ??= makeImage();
  const database = await openPglite(undefined, await image);
  return { database, url: undefined, close: () => database.close() };
}

/** Making one takes seconds, so it is kept between test files; another PGlite has another one. */
async function makeImage(): Promise<Blob> {
  const library = await readFile(
    new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url),
    'utf8',
  );
  const about = createHash('sha256')
    .update(await preparedAs())
    .update(library)
    .digest('hex');
  const path = join(tmpdir(), `zhengcai-pglite-${about.slice(0, 16)}.tar`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept !== undefined) return new Blob([kept]);
  const database = await openPglite();
  await prepare(database);
  const made = await pgliteImage(database);
  await database.close();
  const part = `${path}.${process.pid}`;
  await writeFile(part, new Uint8Array(await made.arrayBuffer()));
  await rename(part, path);
  return made;
}

let template: Promise<string> | undefined;

async function openOnServer(server: string): Promise<TestDatabase> {
  template ??= makeTemplate(server);
  const name = freshName();
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${await template}`);
  const url = urlOf(server, name);
  const database = await openDatabase({ url });
  return {
    database,
    url,
    async close() {
      await database.close();
      await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Made once a server and kept there: files that run beside each other wait for whoever is first. Its name comes last, so that a half-made one is never used. */
async function makeTemplate(server: string): Promise<string> {
  const name = `template_${(await preparedAs()).slice(0, 16)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('test template'))");
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount !== 0) return name;
    const draft = freshName();
    await client.query(`CREATE DATABASE ${draft}`);
    const database = await openDatabase({ url: urlOf(server, draft), poolSize: 1 });
    await prepare(database);
    await database.close();
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** Another set of migrations or columns is prepared otherwise. */
async function preparedAs(): Promise<string> {
  const about = JSON.stringify([await readMigrations(), [...entities.values()].map(columnFingerprint)]);
  return createHash('sha256').update(about).digest('hex');
}

async function prepare(database: Database): Promise<void> {
  const upgraded = await upgradeDatabase(database);
  if (!upgraded.ok) throw new Error(upgraded.error.code);
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const freshName = () => `test_${randomUUID().replaceAll('-', '')}`;

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
