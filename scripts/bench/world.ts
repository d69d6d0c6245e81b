// What a desk of the benchmark talks to: a real server process on a database of its own, filled straight through SQL as if its rows had
// always been there. 采购办 of all regions sees every row; a clerk sees the plans of one demo unit, which 采购办 has returned.
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { demoRegions } from '#demo/data/regions.ts';
import { tableOf, writeRows } from '#server/command/entity-store.ts';
import type { Database } from '#server/db/database.ts';
import { type OpenOptions, openDatabase } from '#server/db/open.ts';
import { type Account, accounts } from '#shared/domain/admin/model.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { bodyOf } from '#shared/domain/stored-body.ts';
import { type Digest, emptyDigest, rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import { givePasswords, seedPassword, storeAll } from '#test/support/seed.ts';
import { type ServerProcess, startServer } from '#test/support/server-process.ts';
import { accountsOf, foundTown } from '../../test/process/town.ts';
import type { BenchDesk } from './desk/desk.ts';
import { benchRow, scopesOfRow } from './rows.ts';
import type { Setting } from './setting.ts';

export type EngineName = 'postgres' | 'pglite';

export const officeUsername = 'bench-office';
export const password = seedPassword;
export const returnedCount = 1_000;

export type BenchWorld = {
  readonly engine: EngineName;
  readonly origin: string;
  /** Time on a processor that the server process has taken so far; of PostgreSQL itself nothing. */
  cpuMs(): number;
  readonly clerks: readonly Account[];
  /** Plans of the first clerk's unit that wait for corrections; 采购办 sees them. */
  readonly returned: readonly Plan[];
  stop(): Promise<void>;
};

const office: Account = {
  id: '018d0000-0000-7000-8000-000000000001',
  username: officeUsername,
  name: '示例',
  role: 'procurement_office',
  organisationId: null,
  regionCodes: demoRegions.map(({ code }) => code),
  phone: '',
  active: true,
};
const rowsPerStatement = 2_000;

/** `postgresUrl` is a PostgreSQL server; null: PGlite. */
export async function openWorld(
  folder: string,
  postgresUrl: string | null,
  rows: number,
): Promise<BenchWorld> {
  const engine = postgresUrl === null ? 'pglite' : 'postgres';
  const dataFolder = join(folder, `server-${engine}`);
  const own = postgresUrl === null ? null : await createDatabase(postgresUrl);
  const where: OpenOptions = own === null ? { folder: join(dataFolder, 'database') } : { url: own.url };
  await foundTown(where);
  const clerks = accountsOf('purchaser_clerk');
  const returned = returnedPlans(clerks);
  await fill(where, rows, returned);
  const server: ServerProcess = await startServer({
    folder: dataFolder,
    ...(own === null ? {} : { url: own.url }),
  });
  return {
    engine,
    origin: server.origin,
    cpuMs: () => cpuMsOf(server.running.pid),
    clerks,
    returned,
    async stop() {
      await server.running.stop();
      await own?.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A desk with a folder of its own, signed in. */
export async function newDesk(
  setting: Setting,
  world: BenchWorld,
  name: string,
  username: string,
): Promise<BenchDesk> {
  const folder = join(setting.folder, `desk-${world.engine}-${name}`);
  await mkdir(folder, { recursive: true });
  const desk = setting.desk({ folder, source: { origin: world.origin } });
  await desk.call('session.signIn', { username, password: seedPassword });
  return desk;
}

/** Linux counts in hundredths of a second; elsewhere it is not known. */
function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

export async function createDatabase(
  server: string,
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `bench_${crypto.randomUUID().replaceAll('-', '')}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function fill(where: OpenOptions, rows: number, returned: readonly Plan[]): Promise<void> {
  const database = await openDatabase(where);
  try {
    await storeAll(database, [{ entity: accounts.name, row: office }]);
    await givePasswords(database, [office]);
    const sums = new Sums();
    for (let n = 0; n < rows; n += rowsPerStatement) {
      const count = Math.min(rowsPerStatement, rows - n);
      await store(
        database,
        sums,
        Array.from({ length: count }, (_, index) => benchRow(n + index)),
      );
    }
    await store(database, sums, returned);
    await sums.add(database);
    if (database.engine === 'postgres') await database.exec('VACUUM ANALYZE');
  } finally {
    await database.close();
  }
}

async function store(database: Database, sums: Sums, rows: readonly Plan[]): Promise<void> {
  const stored = rows.map((row) => {
    const scopes = scopesOfRow(plans, row);
    sums.count(row.id, scopes);
    return { id: row.id, version: 1, scopes, text: bodyOf(plans, row), row };
  });
  await writeRows(database, tableOf(plans.name), 'insert', stored);
}

/** What the server keeps of each scope. */
class Sums {
  readonly #sums = new Map<string, { count: number; digest: Digest }>();

  count(id: string, scopes: readonly string[]): void {
    const digest = rowDigest(id, 1);
    for (const scope of scopes) {
      const sum = this.#sums.get(scope) ?? { count: 0, digest: emptyDigest };
      this.#sums.set(scope, { count: sum.count + 1, digest: xorDigest(sum.digest, digest) });
    }
  }

  async add(database: Database): Promise<void> {
    for (const [scope, { count, digest }] of this.#sums) {
      await database.query(
        `INSERT INTO scope_digests AS d (scope, entity, row_count, hi, lo) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (scope, entity) DO UPDATE SET
           row_count = d.row_count + excluded.row_count, hi = d.hi # excluded.hi, lo = d.lo # excluded.lo`,
        [scope, plans.name, count, digest.hi, digest.lo],
      );
    }
  }
}

function returnedPlans([clerk]: readonly Account[]): readonly Plan[] {
  return Array.from({ length: returnedCount }, (_, index) => {
    const row = benchRow(index);
    return {
      ...row,
      id: `018c0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
      status: 'returned' as const,
      planNo: null,
      projectId: null,
      filedAt: null,
      leftUnit: true,
      purchaserId: clerk?.organisationId ?? '',
    };
  });
}
