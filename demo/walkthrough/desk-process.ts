// A desk as a process of its own: the real local app on its own folder, told what to do by JSON lines on its standard input, answering on its
// standard output. It ends when its input ends or on SIGTERM; SIGKILL is what the walk-through is about.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { createLocalApp } from '#electron/app/local-app.ts';
import { httpTransport } from '#electron/app/sync/http-transport.ts';
import { syncedEntities } from '#shared/domain/entities.ts';

const {
  DESK_FOLDER: folder,
  DESK_SERVER: server,
  DESK_SECRET: secret,
} = z.object({ DESK_FOLDER: z.string(), DESK_SERVER: z.url(), DESK_SECRET: z.base64() }).parse(process.env);
const questionSchema = z.object({ no: z.int(), name: z.string(), input: z.unknown() });

const app = await createLocalApp({
  folder,
  clock: Date.now,
  randomBytes: (length) => randomBytes(length),
  transport: httpTransport(server),
  // Stands for the operating system's safe, which outlives the process.
  secrets: { protect, reveal },
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
  autoSync: true,
});

// Shown when a step fails.
app.events((event) => {
  if (event.type !== 'file.progress' && event.type !== 'storage.problem') return;
  if (event.error !== null) process.stderr.write(`${JSON.stringify(event)}\n`);
});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { no, name, input } = questionSchema.parse(JSON.parse(line));
  const answer = name === 'rows' ? Promise.resolve(rowsOfReplica()) : app.dispatch(name, input);
  answer.then(
    (result) => process.stdout.write(`${JSON.stringify({ no, answer: result })}\n`),
    (problem: unknown) => process.stderr.write(`${String(problem)}\n`),
  );
});

async function end(): Promise<void> {
  await app.close();
  process.exit(0);
}
lines.on('close', () => void end());
process.once('SIGTERM', () => void end());
process.stdout.write('ready\n');

function protect(text: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

function reveal(bytes: Uint8Array): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The replica's file read from outside, as any other program would find it. */
function rowsOfReplica(): Record<string, { readonly version: number; readonly body: string }> {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('replica.db'),
  );
  const rows: Record<string, { version: number; body: string }> = {};
  for (const path of found) {
    const database = new Database(join(folder, path), { readonly: true });
    const statement = (entity: string) =>
      database.prepare<[], { id: string; version: number; body: string }>(
        `SELECT id, version, body FROM ${entity}`,
      );
    for (const entity of syncedEntities.keys()) {
      for (const { id, version, body } of statement(entity).all())
        rows[`${entity}/${id}`] = { version, body };
    }
    database.close();
  }
  return rows;
}
