// Part of `npm run check`: only outbox.ts changes or removes commands of a desk. Looks through the client's source for SQL that could: UPDATE,
// DELETE, REPLACE, DROP or ALTER of `commands`, in any case and spacing, and the same of a table whose name is put in at run time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const owner = 'electron/app/db/outbox/outbox.ts';

/** Where a table's name may be put in at run time, and why it is never that of the commands. */
const named: readonly { readonly file: RegExp; readonly statement: RegExp }[] = [
  // The replica's own file: it has no commands.
  { file: /^electron\/app\/db\/replica\//, statement: /\$\{/ },
  // Recovery fills a new file that nobody uses yet; the type of `table` leaves the commands out, which go in by a plain INSERT.
  { file: /^electron\/app\/db\/outbox\/recover\.ts$/, statement: /^INSERT OR REPLACE INTO \$\{table\}/ },
];

const commands = String.raw`(?:\w+\s*\.\s*)?["'\x60[\\]*commands\b`;
const put = String.raw`\$\{[^}]*\}(?!\w)`;
const table = `(?:${commands}|${put})`;
const writes = new RegExp(
  [
    String.raw`\bupdate\s+(?:or\s+\w+\s+)?${table}`,
    String.raw`\bdelete\s+from\s+${table}`,
    String.raw`\b(?:insert\s+or\s+replace|replace)\s+into\s+${table}`,
    String.raw`\binsert\s+(?:or\s+\w+\s+)?into\s+${table}[^;]*?\bdo\s+update\b`,
    String.raw`\b(?:drop|alter)\s+table\s+(?:if\s+exists\s+)?${table}`,
    String.raw`\.(?:update|delete)\(\s*(?:\w+\.)?commands\s*\)`,
  ].join('|'),
  'gi',
);

/** The beginnings of all statements in this text that may change or remove commands. */
export function commandWrites(file: string, text: string): readonly string[] {
  if (file === owner) return [];
  return [...text.matchAll(writes)]
    .map(([statement]) => statement.replace(/\s+/g, ' '))
    .filter((statement) => !named.some((each) => each.file.test(file) && each.statement.test(statement)));
}

if (import.meta.main) {
  const root = process.argv[2] ?? new URL('..', import.meta.url).pathname;
  const files = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('electron', name))
    .filter((name) => /\.(ts|js|sql)$/.test(name) && !name.endsWith('.test.ts'));
  for (const file of files) {
    for (const statement of commandWrites(file, readFileSync(join(root, file), 'utf8'))) {
      process.stdout.write(`${file}: ${statement} … belongs into ${owner}\n`);
      process.exitCode = 1;
    }
  }
}
