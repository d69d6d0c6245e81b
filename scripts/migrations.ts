// `npm run migrations -- what-it-does`: compares the schemas of server and outbox with their checked-in migrations and writes the next numbered SQL
// file where they differ. What drizzle-kit cannot say (triggers, virtual tables) is added to that file by hand. The replica has no migrations:
// it is rebuilt.
import { rmSync, writeFileSync } from 'node:fs';
import { entityTables } from '#server/db/entity-tables.ts';
import { runCommand } from './run-command.ts';

/** The generator looks at a file's exports; tables of record types are made from their declarations, and have none of their own. */
const everyTable = './server/db/every-table.ts';
const schemas = [
  { dialect: 'postgresql', schema: everyTable, out: './server/db/migrations' },
  {
    dialect: 'sqlite',
    schema: './electron/app/db/outbox/schema.ts',
    out: './electron/app/db/outbox/migrations',
  },
] as const;

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('usage: npm run migrations -- what-it-does\n');
  process.exit(2);
}
writeFileSync(
  everyTable,
  [
    "import { entityTables } from './entity-tables.ts';",
    "export * from './schema.ts';",
    ...entityTables.map((_, index) => `export const table${index} = entityTables[${index}];`),
  ].join('\n'),
);
try {
  for (const { dialect, schema, out } of schemas) {
    const args = [`--dialect=${dialect}`, `--schema=${schema}`, `--out=${out}`, `--name=${name}`];
    const { code } = await runCommand('drizzle-kit', ['generate', ...args]);
    if (code !== 0) process.exitCode = code;
  }
} finally {
  rmSync(everyTable, { force: true });
}
