// What the server keeps beside the rows: feed, desks and outcomes, sessions, audit, files. Times are UTC milliseconds.
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  pgTable,
  // biome-ignore lint/suspicious/noDeprecatedImports: only its older overload is deprecated
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const number = (name: string) => bigint(name, { mode: 'number' });

/** `epoch`: which life of this database it is; a restore begins a new one. */
export const serverMeta = pgTable('server_meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** The declarations of a record type's columns that programs have come with, in the order in which they came: column-generations.ts. */
export const columnGenerations = pgTable(
  'column_generations',
  {
    entity: text('entity').notNull(),
    fingerprint: text('fingerprint').notNull(),
    generation: integer('generation').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entity, table.fingerprint] }),
    unique('column_generations_order').on(table.entity, table.generation),
  ],
);

/**
 * One row: the last sequence number, the one up to which the feed has been trimmed, and the audit chain's last entry before and after the
 * last transaction.
 */
export const feedHead = pgTable('feed_head', {
  id: integer('id').primaryKey(),
  seq: number('seq').notNull(),
  /** Above this number the feed is complete; below it holds nothing. */
  trimmedUpto: number('trimmed_upto').notNull().default(0),
  auditNo: number('audit_no').notNull(),
  auditHash: text('audit_hash').notNull(),
  auditBefore: text('audit_before').notNull(),
});

/** What changed lately, for pulls: whom each change concerns. The bodies are in the history, under the same number and place. */
export const feed = pgTable(
  'feed',
  {
    seq: number('seq').notNull(),
    n: integer('n').notNull(),
    entity: text('entity').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    op: text('op', { enum: ['put', 'delete'] }).notNull(),
    scopes: text('scopes').array().notNull(),
    prevScopes: text('prev_scopes').array().notNull(),
    /** Of the body, in characters: where a page is full. */
    size: integer('size').notNull(),
  },
  (table) => [primaryKey({ columns: [table.seq, table.n] })],
);

/**
 * Every version of every row, for good. The versions of a row stand in the key in the order of their numbers, so it also answers how a row
 * stood at a moment, and where the version of a row that is made again goes on.
 */
export const rowHistory = pgTable(
  'row_history',
  {
    entity: text('entity').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    seq: number('seq').notNull(),
    n: integer('n').notNull(),
    at: number('at').notNull(),
    op: text('op', { enum: ['put', 'delete'] }).notNull(),
    scopes: text('scopes').array().notNull(),
    body: json('body'),
  },
  (table) => [
    primaryKey({ columns: [table.entity, table.id, table.version] }),
    uniqueIndex('row_history_order').on(table.seq, table.n),
  ],
);

/** Count and XOR of row digests, by scope and record type. */
export const scopeDigests = pgTable(
  'scope_digests',
  {
    scope: text('scope').notNull(),
    entity: text('entity').notNull(),
    rowCount: number('row_count').notNull(),
    hi: integer('hi').notNull(),
    lo: integer('lo').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.entity] })],
);

export const desks = pgTable('desks', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  lastNo: number('last_no').notNull(),
  createdAt: number('created_at').notNull(),
  lastSeenAt: number('last_seen_at').notNull(),
});

export const outcomes = pgTable(
  'outcomes',
  {
    deskId: text('desk_id').notNull(),
    no: number('no').notNull(),
    commandId: text('command_id').notNull(),
    contentHash: text('content_hash').notNull(),
    /** Null: refused, with `error`. */
    seq: number('seq'),
    error: json('error'),
    at: number('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.no] }), index('outcomes_at').on(table.at)],
);

/** Of online commands, which have no number. */
export const onlineOutcomes = pgTable(
  'online_outcomes',
  {
    deskId: text('desk_id').notNull(),
    commandId: text('command_id').notNull(),
    contentHash: text('content_hash').notNull(),
    /** Null: done. */
    error: json('error'),
    at: number('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deskId, table.commandId] }),
    index('online_outcomes_at').on(table.at),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id').notNull(),
    deskId: text('desk_id').notNull(),
    createdAt: number('created_at').notNull(),
    expiresAt: number('expires_at').notNull(),
    lastUsedAt: number('last_used_at').notNull(),
  },
  (table) => [index('sessions_account').on(table.accountId), index('sessions_expiry').on(table.expiresAt)],
);

export const credentials = pgTable('credentials', {
  accountId: text('account_id').primaryKey(),
  passwordHash: text('password_hash').notNull(),
  mustChange: boolean('must_change').notNull(),
  changedAt: number('changed_at').notNull(),
});

/** Failed sign-ins, per `name:…` (a hash of the user name, whether it exists or not) and per `address:…`. */
export const signInFailures = pgTable('sign_in_failures', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  since: number('since').notNull(),
  lockedUntil: number('locked_until').notNull(),
});

export const auditLog = pgTable(
  'audit_log',
  {
    no: number('no').primaryKey(),
    at: number('at').notNull(),
    accountId: text('account_id').notNull(),
    role: text('role').notNull(),
    deskId: text('desk_id'),
    action: text('action').notNull(),
    commandId: text('command_id'),
    inputHash: text('input_hash'),
    outcome: text('outcome', { enum: ['applied', 'rejected'] }).notNull(),
    code: text('code'),
    seq: number('seq'),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_log_account').on(table.accountId, table.no)],
);

/** The chain's end as it was at the end of a day, signed with the server's key and published. */
export const auditHeads = pgTable('audit_heads', {
  day: text('day').primaryKey(),
  no: number('no').notNull(),
  hash: text('hash').notNull(),
  epoch: text('epoch').notNull(),
  signedAt: number('signed_at').notNull(),
  publicKey: text('public_key').notNull(),
  signature: text('signature').notNull(),
  /** Of the pool of experts; null where there was none. */
  poolRoot: text('pool_root'),
});

export const files = pgTable('files', {
  sha256: text('sha256').primaryKey(),
  size: number('size').notNull(),
  storedAt: number('stored_at').notNull(),
});

export const fileUploaders = pgTable(
  'file_uploaders',
  { sha256: text('sha256').notNull(), accountId: text('account_id').notNull() },
  (table) => [primaryKey({ columns: [table.sha256, table.accountId] })],
);

/** Which rows name which file, with the scopes those rows have: whoever sees the row may have the file. */
export const attachmentRefs = pgTable(
  'attachment_refs',
  {
    entity: text('entity').notNull(),
    rowId: text('row_id').notNull(),
    sha256: text('sha256').notNull(),
    scopes: text('scopes').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entity, table.rowId, table.sha256] }),
    index('attachment_refs_sha256').on(table.sha256),
  ],
);
