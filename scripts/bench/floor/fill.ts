// The floor of the first sync: what any program must do to have these records in this table. Lines over loopback, parsed, inserted in one
// transaction into the replica's own table without indexes, indexes made afterwards, everything on the disk. Nothing is checked or kept beside it.
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import Database from 'better-sqlite3';
import { setStagingPragmas } from '#electron/app/db/connection.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { columnReader } from '#shared/replica-format/column-values.ts';
import { columnsOnDesk, createIndexes, createTable } from '#shared/replica-format/tables.ts';

const [, , origin = '', file = '', indexCount = '3'] = process.argv;

const indexes = createIndexes(plans)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ sql }) => sql);
const chosen = indexCount === 'all' ? indexes : indexes.slice(0, Number(indexCount));
const readColumns = columnReader(plans);

type Line = { readonly i: string; readonly v: number; readonly s: readonly string[]; readonly b: Plan };

async function fill(): Promise<number> {
  const db = new Database(file);
  setStagingPragmas(db);
  db.exec(createTable(plans));
  const names = ['id', 'version', 'scopes', 'body', ...Object.keys(columnsOnDesk(plans)).map(snakeCase)];
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
      insert.run(i, v, JSON.stringify(s), body, ...readColumns(b));
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
