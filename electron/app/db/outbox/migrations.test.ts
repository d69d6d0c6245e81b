// The outbox's migrations only add: an older program that opens the file finds everything it knows, and what it writes is valid there.
import { describe, expect, it } from 'vitest';
import { connect, openSqlite } from '../connection.ts';
import { type Migration, migrate } from '../migrate.ts';
import { outboxMigrations } from './open-outbox.ts';
import { readableBy } from './readable-by.ts';

const name = '[`"]?(\\w+)[`"]?';
const createTable = new RegExp(`^create table ${name} \\(`);
const createIndex = new RegExp(`^create index ${name} on ${name} \\(`);
const createUniqueIndex = new RegExp(`^create unique index ${name} on ${name} \\(`);
const addColumn = new RegExp(`^alter table ${name} add (?:column )?${name} (\\w+)(.*)$`);

/** What in this migration is more than adding; nothing for one that may stay. */
function moreThanAdding({ statements }: Migration): readonly string[] {
  const made = new Set<string>();
  return statements.flatMap((statement) => {
    const plain = statement
      .replace(/^--.*$/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/;$/, '');
    const text = plain.toLowerCase();
    // One statement a part, or a second one could hide behind the first.
    if (text === '' || text.includes(';')) return text === '' ? [] : [plain];
    const table = createTable.exec(text)?.[1];
    if (table !== undefined) {
      made.add(table);
      return [];
    }
    if (createIndex.test(text)) return [];
    // On a table with rows it could refuse what an older program writes.
    const unique = createUniqueIndex.exec(text)?.[2];
    if (unique !== undefined) return made.has(unique) ? [] : [plain];
    const [, , , , rest] = addColumn.exec(text) ?? [];
    if (rest === undefined || /\b(check|unique|references|generated|primary)\b/.test(rest)) return [plain];
    return /\bnot null\b/.test(rest) && !/\bdefault\b/.test(rest) ? [plain] : [];
  });
}

const migration = (...statements: readonly string[]): Migration => ({ name: '0009_some', statements });

describe('the rule', () => {
  it.each([
    'CREATE TABLE `more` (`id` text PRIMARY KEY NOT NULL);',
    'CREATE INDEX `commands_name` ON `commands` (`name`);',
    'ALTER TABLE `commands` ADD `place` text;',
    "alter table commands\n  add column place text NOT NULL DEFAULT 'desk'",
    '-- readable by 1',
  ])('lets pass: %s', (statement) => {
    expect(moreThanAdding(migration(statement))).toEqual([]);
  });

  it.each([
    'DROP TABLE `drafts`;',
    'ALTER TABLE `commands` DROP COLUMN `seq`;',
    'ALTER TABLE `commands` RENAME COLUMN `seq` TO `sequence`;',
    'ALTER TABLE `commands` RENAME TO `orders`;',
    'ALTER TABLE `commands` ADD `place` text NOT NULL;',
    'ALTER TABLE `commands` ADD `place` text CHECK (place <> state);',
    'ALTER TABLE `commands` ADD `draft` text REFERENCES drafts(key);',
    'CREATE UNIQUE INDEX `commands_name` ON `commands` (`name`);',
    "UPDATE commands SET state = 'done'",
    'DELETE FROM `drafts`;',
    'INSERT INTO `__new_commands` SELECT * FROM `commands`;',
    'CREATE TRIGGER t AFTER INSERT ON commands BEGIN DELETE FROM drafts; END',
    'PRAGMA foreign_keys=OFF;',
    'CREATE TABLE `more` (`id` text); DROP TABLE `drafts`;',
  ])('refuses: %s', (statement) => {
    expect(moreThanAdding(migration(statement))).toHaveLength(1);
  });

  it('lets a new table have a unique index', () => {
    const statements = ['CREATE TABLE `more` (`id` text)', 'CREATE UNIQUE INDEX `more_id` ON `more` (`id`)'];
    expect(moreThanAdding(migration(...statements))).toEqual([]);
  });
});

describe('the migrations of the outbox', () => {
  it.each(outboxMigrations)('$name only adds', (each) => {
    expect(moreThanAdding(each)).toEqual([]);
  });

  it('say who can read the file after them', () => {
    expect(readableBy(outboxMigrations)).toBe(1);
    const next = (...statements: readonly string[]) => [...outboxMigrations, migration(...statements)];
    expect(readableBy(next('-- readable by 1\nALTER TABLE `commands` ADD `place` text'))).toBe(1);
    expect(
      readableBy([
        ...next('ALTER TABLE `commands` ADD `a` text', '-- readable by 2'),
        migration('-- readable by 1'),
      ]),
    ).toBe(2);
    expect(() => readableBy(next('ALTER TABLE `commands` ADD `place` text'))).toThrow('0009_some');
  });

  it('run with that line in them', () => {
    const db = openSqlite(':memory:', {});
    const next = migration('-- readable by 1\nALTER TABLE `commands` ADD `place` text;');
    expect(migrate(connect(db), [...outboxMigrations, next]).ok).toBe(true);
    expect(
      db.prepare("SELECT count(*) FROM pragma_table_info('commands') WHERE name = 'place'").pluck().get(),
    ).toBe(1);
    db.close();
  });
});
