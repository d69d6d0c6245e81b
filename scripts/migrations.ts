// `npm run migrations -- what-it-does`: compares the schemas of server, outbox and replica with their checked-in migrations and writes the next
// numbered SQL file where they differ. What drizzle-kit cannot say (triggers, virtual tables) is added to that file by hand.
import { runCommand } from './run-command.ts';

const schemas = [
  { dialect: 'postgresql', schema: './server/db/schema.ts', out: './server/db/migrations' },
  {
    dialect: 'sqlite',
    schema: './electron/app/db/outbox/schema.ts',
    out: './electron/app/db/outbox/migrations',
  },
  {
    dialect: 'sqlite',
    schema: './electron/app/db/replica/schema.ts',
    out: './electron/app/db/replica/migrations',
  },
] as const;

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('usage: npm run migrations -- what-it-does\n');
  process.exit(2);
}
for (const { dialect, schema, out } of schemas) {
  const args = [`--dialect=${dialect}`, `--schema=${schema}`, `--out=${out}`, `--name=${name}`];
  const { code } = await runCommand('drizzle-kit', ['generate', ...args]);
  if (code !== 0) process.exit(code);
}
