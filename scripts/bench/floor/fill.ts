// The floor of the first sync: what any program must do to have these records in this table. Lines over loopback, parsed, inserted in one
// transaction into the replica's own table without indexes, indexes made afterwards, everything on the disk. Nothing is checked or kept beside it.
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import Database from 'better-sqlite3';
import { connect, openSqlite, setStagingPragmas } from '#electron/app/db/connection.ts';
import { migrate } from '#electron/app/db/migrate.ts';
import { snakeCase } from '#electron/app/db/names.ts';
import { replicaMigrations } from '#electron/app/db/replica/open-replica.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';

const [, , origin = '', file = '', indexCount = '3'] = process.argv;

const { table, indexes } = planTable();
const chosen = indexCount === 'all' ? indexes : indexes.slice(0, Number(indexCount));

/** The replica's table and its indexes as all migrations together make them. */
function planTable(): { readonly table: string; readonly indexes: readonly string[] } {
  const db = openSqlite(':memory:', {});
  migrate(connect(db), replicaMigrations);
  const made = db
    .prepare<[], { type: string; sql: string }>(
      "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'plans' AND sql IS NOT NULL ORDER BY name",
    )
    .all();
  db.close();
  const of = (type: string) => made.filter((each) => each.type === type).map(({ sql }) => sql);
  return { table: of('table').join(';'), indexes: of('index') };
}

type Line = { readonly i: string; readonly v: number; readonly s: readonly string[]; readonly b: Plan };

async function fill(): Promise<number> {
  const db = new Database(file);
  setStagingPragmas(db);
  db.exec(table);
  const columns = Object.entries(plans.columns);
  const names = ['id', 'version', 'scopes', 'body', ...columns.map(([name]) => snakeCase(name))];
  const insert = db.prepare(
    `INSERT INTO plans (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  db.exec('BEGIN');
  let rows = 0;
  let rest = '';
  for await (const chunk of await answer()) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      const { i, v, s, b } = JSON.parse(text) as Line;
      const body = text.slice(text.indexOf(',"b":') + 5, -1);
      insert.run(i, v, JSON.stringify(s), body, ...columns.map(([, read]) => read(b)));
      rows += 1;
    }
  }
  db.exec('COMMIT');
  for (const sql of chosen) db.exec(sql);
  db.close();
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  return rows;
}

function answer(): Promise<AsyncIterable<string>> {
  return new Promise((resolve, reject) => {
    get(origin, (response) => resolve(response.setEncoding('utf8'))).on('error', reject);
  });
}

const start = performance.now();
const rows = await fill();
const ms = performance.now() - start;
const { user, system } = process.cpuUsage();
const cpuMs = (user + system) / 1000;
rmSync(file, { force: true });
process.stdout.write(`${JSON.stringify({ ms, cpuMs, rows, indexes: chosen.length })}\n`);
