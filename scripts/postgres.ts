// A throw-away PostgreSQL for tests and measurements: its own folder, its own port on 127.0.0.1, ended by the process that started it.
// Where PostgreSQL is missing it is installed if that is allowed (Debian, root), otherwise the one missing thing is named.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#demo/free-port.ts';
import { longPatienceMs } from '#demo/patience.ts';
import { probe, runCommand } from './run-command.ts';
import { installPackages } from './system-packages.ts';

export type Postgres = { readonly url: string; stop(): Promise<void> };

const libraries = '/usr/lib/postgresql';

function findBinaries(): string | undefined {
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => b - a)
    .map((version) => join(libraries, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

async function binaries(): Promise<string> {
  const found = findBinaries();
  if (found !== undefined) return found;
  await installPackages(['postgresql']);
  const installed = findBinaries();
  if (installed !== undefined) return installed;
  throw new Error('PostgreSQL 15 or newer is missing. On Debian: apt-get install postgresql');
}

/** PostgreSQL refuses to run as root: then the account `postgres` of the Debian package runs it. */
async function runAs(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const uid = Number(await probe('id', ['-u', 'postgres']));
  const gid = Number(await probe('id', ['-g', 'postgres']));
  if (!Number.isInteger(uid) || !Number.isInteger(gid)) {
    throw new Error('the account postgres is missing; it comes with the Debian package postgresql');
  }
  return { uid, gid };
}

/** `durable: false` skips the sync to disk, for tests that do not crash the database; measurements keep it. */
export async function startPostgres(options: { readonly durable: boolean }): Promise<Postgres> {
  const bin = await binaries();
  const owner = await runAs();
  const folder = await mkdtemp(join(tmpdir(), 'zhengcai-pg-'));
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initialised = await runCommand(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'zhengcai', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...owner, quiet: true, cwd: folder },
  );
  if (initialised.code !== 0) throw new Error(`initdb failed:\n${initialised.output}`);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    max_connections: '200',
    fsync: options.durable ? 'on' : 'off',
    synchronous_commit: options.durable ? 'on' : 'off',
  };
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { stdio: 'ignore', cwd: folder, ...owner },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await waitUntilReady(bin, port, child);
  return {
    url: `postgres://zhengcai@127.0.0.1:${port}/postgres`,
    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function waitUntilReady(bin: string, port: number, child: ChildProcess): Promise<void> {
  const until = performance.now() + longPatienceMs;
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    const ready = await probe(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
    if (ready !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('PostgreSQL did not become ready');
}
