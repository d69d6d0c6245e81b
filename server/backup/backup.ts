// The whole database as one file: compressed lines of JSON, from one snapshot, readable by both engines, so that an embedded server can also move
// to PostgreSQL this way. The bytes of attachments are not in it: their folder only ever grows and is copied as it is.
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Database, Sql } from '../db/database.ts';
import { entityTables } from '../db/entity-tables.ts';
import * as schema from '../db/schema.ts';
import { projections } from '../modules.ts';

const format = 1;
const rowsPerLine = 500;

/** Made from the other tables, and made again after a restore. */
export const derivedTables: readonly string[] = [...new Set(projections.flatMap(({ tables }) => tables))];

export const backedUpTables: readonly string[] = [...entityTables, ...Object.values(schema)]
  .filter((each) => each instanceof PgTable)
  .map((table) => getTableConfig(table).name)
  .filter((name) => !derivedTables.includes(name))
  .sort();

const headSchema = z.object({ format: z.literal(format), migration: z.int(), at: z.int(), head: z.int() });
const lineSchema = z.union([
  z.strictObject({ table: z.enum(backedUpTables), rows: z.array(z.record(z.string(), z.unknown())) }),
  z.strictObject({ end: z.literal(true), rows: z.int() }),
]);
export type BackupHead = z.infer<typeof headSchema>;
export type BackupLine = z.infer<typeof lineSchema>;

/** Writes beside the file first, so that a broken-off backup never looks like one. The number of rows. */
export async function backUp(database: Database, file: string, now: Instant): Promise<number> {
  const part = `${file}.part`;
  let rows = 0;
  try {
    await database.transaction(
      async (tx) => {
        const lines = Readable.from(
          linesOf(tx, now, (count) => {
            rows += count;
          }),
        );
        await pipeline(lines, createZstdCompress(), createWriteStream(part, { mode: 0o600, flush: true }));
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    await rename(part, file);
    return rows;
  } finally {
    await rm(part, { force: true });
  }
}

async function* linesOf(tx: Sql, now: Instant, counted: (rows: number) => void): AsyncGenerator<string> {
  const { rows } = await tx.query<{ head: number; migration: number }>(
    'SELECT h.seq AS head, (SELECT max(no) FROM schema_migrations) AS migration FROM feed_head h WHERE h.id = 1',
  );
  const head = { format, at: now, head: rows[0]?.head ?? 0, migration: rows[0]?.migration ?? 0 };
  yield `${JSON.stringify(head)}\n`;
  let all = 0;
  for (const table of backedUpTables) {
    await tx.exec(
      `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${table} t`,
    );
    for (;;) {
      const part = await tx.query<{ row: string }>(`FETCH ${rowsPerLine} FROM backup_rows`);
      if (part.rows.length === 0) break;
      all += part.rows.length;
      counted(part.rows.length);
      // A row's own text has no line feeds: PostgreSQL writes them escaped, or as blanks between members.
      const texts = part.rows.map(({ row }) => row.replaceAll('\n', ' '));
      yield `{"table":"${table}","rows":[${texts.join(',')}]}\n`;
    }
    await tx.exec('CLOSE backup_rows');
  }
  yield `${JSON.stringify({ end: true, rows: all })}\n`;
}

export type OpenedBackup = { readonly head: BackupHead; readonly lines: AsyncGenerator<BackupLine> };

/** Refusal: storage_damaged, when it is no backup. A file that breaks off throws while its lines are read. */
export async function openBackup(file: string): Promise<Result<OpenedBackup, AppError>> {
  const source = createReadStream(file);
  const text = source.pipe(createZstdDecompress());
  source.on('error', (error) => text.destroy(error));
  const lines = linesIn(text.setEncoding('utf8'));
  try {
    const first = await lines.next();
    const head = headSchema.safeParse(JSON.parse(first.done === true ? '' : first.value));
    return head.success ? ok({ head: head.data, lines: parsed(lines) }) : err({ code: 'storage_damaged' });
  } catch {
    return err({ code: 'storage_damaged' });
  }
}

/** By line feeds alone: readline would also part a text at U+2028. */
async function* linesIn(source: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* parsed(lines: AsyncIterator<string>): AsyncGenerator<BackupLine> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) return;
    yield lineSchema.parse(JSON.parse(line.value));
  }
}
