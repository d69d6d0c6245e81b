// The central server as a process:  main.ts [serve] | migrate | backup <file> | restore <file> | verify-audit [heads.json] | rebuild-website
// | make-expert-key <file> | rotate-expert-key <file>
// Standard output carries what the person or program that started it waits for, one line each; the log goes to standard error.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import pino from 'pino';
import { z } from 'zod';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { verifyAudit } from './audit/verify.ts';
import { backUp } from './backup/backup.ts';
import { restore } from './backup/restore.ts';
import { createCentralServer } from './create-server.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { httpTransport } from './exchange/transport.ts';
import { whereOf } from './http/build-app.ts';
import { rotateKey } from './modules/experts/rotate-key.ts';
import { upgradeDatabase } from './upgrade.ts';
import { readKey } from './vault/keys.ts';
import { createVault, keyBytes } from './vault/vault.ts';
import { rebuildWebsite } from './website/projection.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run(environment: Environment, [command = 'serve', file]: readonly string[]): Promise<number> {
  if (!commands.has(command) || (needFile.has(command) && file === undefined)) {
    say(
      'usage: main.ts [serve] | migrate | backup <file> | restore <file> | verify-audit [heads.json] | rebuild-website | make-expert-key <file> | rotate-expert-key <file>',
    );
    return 2;
  }
  await mkdir(environment.dataFolder, { recursive: true });
  const database = await openDatabase({
    url: environment.databaseUrl,
    folder: environment.databaseFolder,
    poolSize: environment.poolSize,
  });
  try {
    return await (commands.get(command) ?? serve)(database, environment, file ?? '');
  } finally {
    await database.close();
  }
}

type Run = (database: Database, environment: Environment, file: string) => Promise<number>;

const serve: Run = async (database, environment) => {
  const log = pino({ level: environment.logLevel, base: null }, pino.destination(2));
  const server = await createCentralServer({
    database,
    clock: Date.now,
    randomBytes,
    log,
    dataFolder: environment.dataFolder,
    exchangeTransport: httpTransport,
    expertKey: environment.expertKey,
    expertRecoveryKey: environment.expertRecoveryKey,
    settings: environment,
    tellOperator: say,
  });
  if (!server.ok) return failed(server.error.code);
  await server.value.http.listen({ port: environment.port, host: environment.host });
  await server.value.start();
  const address = server.value.http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : environment.port;
  say(`listening on http://${environment.host}:${port}`);
  await untilStopped();
  await server.value.close();
  return 0;
};

const migrateOnly: Run = async (database) => {
  const upgraded = await upgradeDatabase(database);
  if (!upgraded.ok) return failed(upgraded.error.code);
  const { migrations, filled } = upgraded.value;
  say(`migrated: ${migrations.length === 0 ? 'nothing to do' : migrations.join(', ')}`);
  if (filled > 0) say(`filled the columns of ${filled} rows`);
  return 0;
};

const backupTo: Run = async (database, _environment, file) => {
  say(`backup: ${await backUp(database, file, Date.now())} rows`);
  return 0;
};

const restoreFrom: Run = async (database, _environment, file) => {
  const restored = await restore(database, file, Date.now(), randomUUID());
  if (!restored.ok) return failed(restored.error.code);
  const { rows, head, epoch } = restored.value;
  say(`restored: ${rows} rows up to ${head}, epoch ${epoch}`);
  return 0;
};

/** After an update that renders documents in a new way. */
const websiteAgain: Run = async (database) => {
  const upgraded = await upgradeDatabase(database);
  if (!upgraded.ok) return failed(upgraded.error.code);
  say(`website: ${await rebuildWebsite(database)} announcements`);
  return 0;
};

const headsSchema = z.array(
  z.object({
    day: z.string(),
    no: z.int(),
    hash: z.string(),
    epoch: z.string(),
    signedAt: z.int(),
    publicKey: z.string(),
    signature: z.string(),
    poolRoot: z.string().exactOptional(),
  }),
);

const verifyChain: Run = async (database, _environment, file) => {
  const published = file === '' ? [] : headsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const result = await verifyAudit(database, { published });
  say(JSON.stringify(result));
  return result.findings.length === 0 ? 0 : 1;
};

/** Never over a file that is there: what it seals could not be opened again. */
const makeExpertKey: Run = async (_database, _environment, file) => {
  await writeFile(file, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  say(`key: ${file}`);
  return 0;
};

/** The present key comes as it does to the server, the next one from the file. Afterwards the servers are started with the next one. */
const rotateExpertKey: Run = async (database, { expertKey }, file) => {
  const next = readKey(await readFile(file, 'utf8'));
  if (expertKey === undefined || next === undefined) return failed('library_locked');
  const upgraded = await upgradeDatabase(database);
  if (!upgraded.ok) return failed(upgraded.error.code);
  const rotated = await rotateKey({
    database,
    clock: Date.now,
    commandId: uuidV7(Date.now(), randomBytes(10)),
    from: createVault({ key: expertKey, randomBytes }),
    to: createVault({ key: next, randomBytes }),
  });
  if (!rotated.ok) return failed(rotated.error.code);
  say(`rotated: ${rotated.value} records and versions`);
  return 0;
};

const commands: ReadonlyMap<string, Run> = new Map([
  ['serve', serve],
  ['migrate', migrateOnly],
  ['backup', backupTo],
  ['restore', restoreFrom],
  ['verify-audit', verifyChain],
  ['rebuild-website', websiteAgain],
  ['make-expert-key', makeExpertKey],
  ['rotate-expert-key', rotateExpertKey],
]);
const needFile = new Set(['backup', 'restore', 'make-expert-key', 'rotate-expert-key']);

function failed(code: string): number {
  say(`failed: ${code}`);
  return 1;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'internal';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

const environment = readEnvironment(process.env);
if ('invalid' in environment) {
  say(`invalid environment: ${environment.invalid.join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(environment, process.argv.slice(2)).catch((error: unknown) => {
    // By its code and place: a database's own words may quote what is stored.
    process.stderr.write(`${whereOf(error).join('\n')}\n`);
    return failed(codeOf(error));
  });
}
