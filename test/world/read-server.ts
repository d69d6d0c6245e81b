// The server's tables as the invariants read them: by plain SQL on the database itself, never through the server's own code.

import type { Database } from '#server/db/database.ts';
import { syncedEntities } from '#shared/domain/entities.ts';

export type ServerRow = {
  readonly id: string;
  readonly version: number;
  readonly scopes: readonly string[];
  readonly text: string;
};
export type FeedEntry = {
  readonly seq: number;
  readonly n: number;
  readonly entity: string;
  readonly id: string;
  readonly version: number;
  readonly op: 'put' | 'delete';
  readonly scopes: readonly string[];
};
/** A version of a row, as the history keeps it. */
export type HistoryEntry = Omit<FeedEntry, 'n' | 'scopes'> & {
  readonly at: number;
  readonly text: string | null;
};
export type OutcomeEntry = {
  readonly desk_id: string;
  readonly no: number;
  readonly command_id: string;
  readonly content_hash: string;
  readonly seq: number | null;
  readonly error: string | null;
  readonly at: number;
};
export type AuditRow = {
  readonly no: number;
  readonly action: string;
  readonly command_id: string | null;
  readonly desk_id: string | null;
  readonly account_id: string;
  readonly outcome: 'applied' | 'rejected';
  readonly seq: number | null;
};
export type OutboxMessage = {
  readonly msg_id: string;
  readonly platform_id: string;
  readonly type: string;
  readonly state: string;
  readonly code: string | null;
  readonly answer: string | null;
};
export type AnnouncementDifference = {
  readonly platform_id: string;
  readonly announcement_id: string;
  readonly ours: string;
  readonly theirs: string;
};

export type ServerTables = {
  readonly rows: ReadonlyMap<string, readonly ServerRow[]>;
  readonly feed: readonly FeedEntry[];
  readonly history: readonly HistoryEntry[];
  readonly trimmedUpto: number;
  readonly head: number;
  readonly outcomes: readonly OutcomeEntry[];
  readonly desks: readonly { readonly id: string; readonly account_id: string; readonly last_no: number }[];
  readonly audit: readonly AuditRow[];
  /** By `entity scope`. */
  readonly digests: ReadonlyMap<string, readonly [count: number, hi: number, lo: number]>;
  readonly messages: readonly OutboxMessage[];
  /** Those that are not resolved. */
  readonly announcementDifferences: readonly AnnouncementDifference[];
};

export async function readServer(database: Database): Promise<ServerTables> {
  const rows = new Map<string, readonly ServerRow[]>();
  for (const entity of syncedEntities.keys()) {
    const found = await database.query<ServerRow>(
      `SELECT id, version, scopes, body::text AS text FROM ${entity} ORDER BY id`,
    );
    rows.set(entity, found.rows);
  }
  const all = async <R>(text: string): Promise<readonly R[]> => (await database.query<R>(text)).rows;
  const digests = await all<{ entity: string; scope: string; count: number; hi: number; lo: number }>(
    'SELECT entity, scope, row_count AS count, hi, lo FROM scope_digests',
  );
  const [head] = await all<{ seq: number; trimmed_upto: number }>('SELECT seq, trimmed_upto FROM feed_head');
  return {
    rows,
    feed: await all('SELECT seq, n, entity, id, version, op, scopes FROM feed ORDER BY seq, n'),
    history: await all(
      'SELECT seq, at, entity, id, version, op, body::text AS text FROM row_history ORDER BY seq, entity, id, version',
    ),
    trimmedUpto: head?.trimmed_upto ?? -1,
    head: head?.seq ?? -1,
    outcomes: await all(
      'SELECT desk_id, no, command_id, content_hash, seq, error::text AS error, at FROM outcomes ORDER BY desk_id, no',
    ),
    desks: await all('SELECT id, account_id, last_no FROM desks ORDER BY id'),
    audit: await all(
      'SELECT no, action, command_id, desk_id, account_id, outcome, seq FROM audit_log ORDER BY no',
    ),
    digests: new Map(
      digests.map(({ entity, scope, count, hi, lo }) => [`${entity} ${scope}`, [count, hi, lo]]),
    ),
    messages: await all(
      'SELECT msg_id, platform_id, type, state, code, answer FROM exchange_outbox ORDER BY queued_at, msg_id',
    ),
    announcementDifferences: await all(
      'SELECT platform_id, announcement_id, ours, theirs FROM exchange_announcement_differences WHERE resolved_at IS NULL',
    ),
  };
}

/** The parsed rows of an entity, by its own schema. */
export function rowsOf(tables: ServerTables, entity: string): readonly unknown[] {
  return (tables.rows.get(entity) ?? []).map(({ text }) => JSON.parse(text));
}
