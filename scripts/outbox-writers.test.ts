import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commandWrites } from './outbox-writers.ts';
import { runCommand } from './run-command.ts';

const script = new URL('./outbox-writers.ts', import.meta.url).pathname;
const somewhere = 'electron/app/query/drafts.ts';
/** As a template names a table at run time. */
const put = (name: string) => ['$', '{', name, '}'].join('');

describe('a statement outside outbox.ts', () => {
  it.each([
    "UPDATE commands SET state = 'done'",
    'update\n  "commands"\n  set seq = 1',
    'UPDATE OR IGNORE `commands` SET no = 1',
    'Update main.commands Set no = 1',
    'DELETE   FROM [commands] WHERE no = 1',
    'INSERT OR REPLACE INTO commands (no) VALUES (1)',
    'REPLACE INTO commands (no) VALUES (1)',
    'INSERT INTO commands (no) VALUES (1) ON CONFLICT (no) DO UPDATE SET id = 1',
    'DROP TABLE IF EXISTS commands',
    'ALTER TABLE `commands` DROP COLUMN seq',
    `UPDATE ${put('table')} SET no = 1`,
    `DELETE FROM ${put('table')} WHERE no = 1`,
    'db.update(commands).set({ no: 1 })',
    'db.delete(schema.commands)',
  ])('is found: %s', (statement) => {
    expect(commandWrites(somewhere, `const sql = \`${statement}\`;`)).toHaveLength(1);
  });

  it.each([
    'SELECT * FROM commands WHERE id = ?',
    'INSERT INTO commands (no) VALUES (?)',
    'UPDATE drafts SET form = ?',
    `DELETE FROM ${put('entity')}_search WHERE rowid = ?`,
    'INSERT INTO drafts (key) VALUES (?) ON CONFLICT (key) DO UPDATE SET form = excluded.form',
  ])('may stand anywhere: %s', (statement) => {
    expect(commandWrites(somewhere, statement)).toEqual([]);
  });

  it('may be made for any table of the replica, and for the small tables by recovery alone', () => {
    expect(
      commandWrites('electron/app/db/replica/entity-table.ts', `UPDATE ${put('table')} SET id = ?`),
    ).toEqual([]);
    expect(
      commandWrites('electron/app/db/replica/entity-table.ts', 'UPDATE commands SET id = ?'),
    ).toHaveLength(1);
    const recover = 'electron/app/db/outbox/recover.ts';
    expect(commandWrites(recover, `INSERT OR REPLACE INTO ${put('table')} (key) VALUES (?)`)).toEqual([]);
    expect(commandWrites(recover, `DELETE FROM ${put('table')} WHERE key = ?`)).toHaveLength(1);
    expect(commandWrites(recover, 'DELETE FROM commands WHERE no = ?')).toHaveLength(1);
  });
});

describe('the check', () => {
  const roots: string[] = [];
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true });
  });

  it('passes on this program', async () => {
    expect(await runCommand(process.execPath, [script], { quiet: true })).toEqual({ code: 0, output: '' });
  });

  it('fails on a planted statement, and names it', async () => {
    const root = mkdtempSync(join(tmpdir(), 'zhengcai-check-'));
    roots.push(root);
    const file = join(root, 'electron/app/sync/push.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "db.exec('delete from commands')\n");
    const { code, output } = await runCommand(process.execPath, [script, root], { quiet: true });
    expect(code).toBe(1);
    expect(output).toContain('electron/app/sync/push.ts: delete from commands');
  });
});
