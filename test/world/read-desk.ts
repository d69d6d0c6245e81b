// A desk's two files as the invariants read them: by plain SQL on the files, never through the app's own code.
import { z } from 'zod';
import type { SqliteDatabase } from '#electron/app/db/connection.ts';
import { coverageSchema } from '#shared/contract/coverage.ts';
import { wholeScopes } from '#shared/contract/protocol-1.ts';
import { syncedEntities } from '#shared/domain/entities.ts';

const replicaRowSchema = z.object({
  id: z.string(),
  version: z.int(),
  scopes: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  body: z.string(),
});
export type ReplicaRow = z.output<typeof replicaRowSchema>;

const commandSchema = z.object({
  no: z.int(),
  id: z.string(),
  name: z.string(),
  version: z.int(),
  input: z.string(),
  made_at: z.int(),
  state: z.enum(['pending', 'acknowledged', 'rejected', 'discarded', 'done']),
  seq: z.int().nullable(),
  error: z.string().nullable(),
  replaced_by: z.string().nullable(),
  depends_on_rejected: z.string().nullable(),
});
export type OutboxRow = z.output<typeof commandSchema>;

const digestSchema = z.object({
  entity: z.string(),
  scope: z.string(),
  count: z.int(),
  hi: z.int(),
  lo: z.int(),
});
const stateSchema = z.object({
  epoch: z.string().nullable(),
  cursor: z.int().nullable(),
  /** As the version before wrote it, until the desk has synchronised again. */
  held: z.union([coverageSchema, z.array(z.string()).transform(wholeScopes)]),
  gaining: z.unknown(),
});

export type ReplicaTables = {
  readonly rows: ReadonlyMap<string, readonly ReplicaRow[]>;
  readonly baseRows: number;
  readonly overlays: number;
  /** By `entity scope`. */
  readonly digests: ReadonlyMap<string, readonly [count: number, hi: number, lo: number]>;
  readonly state: z.output<typeof stateSchema> | null;
};

export function readReplica(db: SqliteDatabase): ReplicaTables {
  const rows = new Map<string, readonly ReplicaRow[]>();
  for (const entity of typesIn(db)) {
    const found = db.prepare(`SELECT id, version, scopes, body FROM ${entity} ORDER BY id`).all();
    rows.set(entity, z.array(replicaRowSchema).parse(found));
  }
  const digests = z
    .array(digestSchema)
    .parse(db.prepare('SELECT entity, scope, count, hi, lo FROM digests').all());
  const count = (table: string) => z.int().parse(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return {
    rows,
    baseRows: count('base_rows'),
    overlays: count('overlays'),
    digests: new Map(
      digests.map(({ entity, scope, count: n, hi, lo }) => [`${entity} ${scope}`, [n, hi, lo]]),
    ),
    state: readState(db),
  };
}

function readState(db: SqliteDatabase): z.output<typeof stateSchema> | null {
  const state = db.prepare("SELECT value FROM meta WHERE key = 'pullState'").pluck().get();
  return typeof state === 'string' ? stateSchema.parse(JSON.parse(state)) : null;
}

export function readOutbox(db: SqliteDatabase): readonly OutboxRow[] {
  const columns = Object.keys(commandSchema.shape).join(', ');
  return z.array(commandSchema).parse(db.prepare(`SELECT ${columns} FROM commands ORDER BY no`).all());
}

/** The versions of rows as the server sent them; null before the first answer. */
export type SeenVersions = { readonly epoch: string | null; readonly versions: ReadonlyMap<string, number> };

export function readVersions(db: SqliteDatabase): SeenVersions {
  const versionSchema = z.array(z.object({ id: z.string(), version: z.int() }));
  const versions = new Map<string, number>();
  for (const entity of typesIn(db)) {
    const found = versionSchema.parse(
      db.prepare(`SELECT id, version FROM ${entity} WHERE version > 0`).all(),
    );
    for (const { id, version } of found) versions.set(`${entity}/${id}`, version);
  }
  return { epoch: readState(db)?.epoch ?? null, versions };
}

/** What the desk shows of an entity, parsed by nobody: for choosing what to do next. */
export function shownRows(db: SqliteDatabase, entity: string): readonly unknown[] {
  if (!typesIn(db).includes(entity)) return [];
  const bodies = z
    .array(z.string())
    .parse(db.prepare(`SELECT body FROM ${entity} ORDER BY id`).pluck().all());
  return bodies.map((body) => JSON.parse(body));
}

/** A program that does not know a record type has no table for it. */
function typesIn(db: SqliteDatabase): readonly string[] {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return [...syncedEntities.keys()].filter((entity) => tables.includes(entity));
}
