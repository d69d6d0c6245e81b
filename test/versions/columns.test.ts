// What columns say of a row may only change with the body's revision: a desk rebuilds its tables by names, types and revisions, never by what
// functions do. So the columns that earlier versions stored are held against what ours say of the same bodies.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqlite } from '#electron/app/db/connection.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { presentRow } from '#shared/domain/stored-body.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { columnReader } from '#shared/replica-format/column-values.ts';
import { columnsOnDesk } from '#shared/replica-format/tables.ts';
import { accountFolder, loadDesk, versionNames } from './load.ts';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Revisions of the bodies that a version wrote; a kind that is not named had 1. */
const revisions: Readonly<Record<(typeof versionNames)[number], Readonly<Record<string, number>>>> = {
  '0.1.0': {},
};

describe.each(versionNames)('rows of %s', (version) => {
  const root = loadDesk(version);
  const copy = mkdtempSync(join(tmpdir(), 'columns-'));
  roots.push(root, copy);
  cpSync(accountFolder(root), copy, { recursive: true });
  const db = openSqlite(join(copy, 'replica.db'), { readonly: true });
  afterAll(() => void db.close());

  /** Types that the version did not have have nothing to compare; bodies of an older revision are raised, and say the same. */
  const kinds = [...entities.values()].filter(
    (kind) => kind.revision >= (revisions[version][kind.name] ?? 1) && columnsOf(kind).length > 0,
  );

  function columnsOf(kind: Entity): readonly string[] {
    const there = new Set(
      db.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?)').pluck().all(kind.name),
    );
    return Object.keys(columnsOnDesk(kind)).filter((column) => there.has(snakeCase(column)));
  }

  it('are there for every record type that has columns', () => {
    const empty = kinds.filter(({ name }) => db.prepare(`SELECT count(*) FROM ${name}`).pluck().get() === 0);
    expect(empty.map(({ name }) => name)).toEqual([]);
    expect(kinds.length).toBeGreaterThan(6);
  });

  it.each(kinds)('$name: the columns say the same', (kind) => {
    const columns = columnsOf(kind);
    const names = Object.keys(columnsOnDesk(kind));
    const read = columnReader(kind);
    const rows = db
      .prepare<[], Readonly<Record<string, unknown>>>(
        `SELECT body, ${columns.map((column) => `${snakeCase(column)} AS "${column}"`).join(', ')} FROM ${kind.name}`,
      )
      .all();
    for (const { body, ...stored } of rows) {
      const values = read(presentRow(kind, String(body)));
      expect(Object.fromEntries(columns.map((column) => [column, values[names.indexOf(column)]]))).toEqual(
        stored,
      );
    }
  });
});
