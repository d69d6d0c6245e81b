// The exchange's own tables. Message bodies are kept as the canonical JSON text they were signed over; times are UTC milliseconds.
// Nothing here travels to desks: what users see of a delivery is in the project's row.
import { sql } from 'drizzle-orm';
// biome-ignore lint/suspicious/noDeprecatedImports: only its older overload is deprecated
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';

const instant = (name: string) => bigint(name, { mode: 'number' });

/** The last sequence number per platform and business key: given (`out`), or carried out (`in`). */
export const exchangeSequences = pgTable(
  'exchange_sequences',
  {
    direction: text('direction', { enum: ['out', 'in'] }).notNull(),
    platformId: text('platform_id').notNull(),
    businessKey: text('business_key').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.direction, table.platformId, table.businessKey] })],
);

/** `pending`: to be sent. `received`: taken by the centre, its business answer is awaited. The other three are ends. */
export const outboxStates = ['pending', 'received', 'accepted', 'rejected', 'dead'] as const;
export type OutboxState = (typeof outboxStates)[number];

export const exchangeOutbox = pgTable(
  'exchange_outbox',
  {
    msgId: text('msg_id').primaryKey(),
    platformId: text('platform_id').notNull(),
    type: text('type').notNull(),
    schemaVersion: integer('schema_version').notNull(),
    businessKey: text('business_key').notNull(),
    seq: integer('seq').notNull(),
    ordered: boolean('ordered').notNull(),
    body: text('body').notNull(),
    notBefore: instant('not_before'),
    state: text('state', { enum: outboxStates }).notNull(),
    queuedAt: instant('queued_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    firstAttemptAt: instant('first_attempt_at'),
    lastAttemptAt: instant('last_attempt_at'),
    /** When it is to be sent (again): after a failure, or when no business answer has come for too long. */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    /** A process that sends holds the message until then; a crashed one loses it by itself. */
    claimedUntil: instant('claimed_until').notNull().default(0),
    claim: text('claim'),
    receivedAt: instant('received_at'),
    answeredAt: instant('answered_at'),
    answer: text('answer', { enum: ['accepted', 'rejected', 'duplicate', 'held'] }),
    code: text('code'),
    field: text('field'),
    /** For an `ack`: the message it answers. */
    ofMsgId: text('of_msg_id'),
  },
  (table) => [
    uniqueIndex('exchange_outbox_order')
      .on(table.platformId, table.businessKey, table.seq)
      .where(sql`${table.ordered}`),
    index('exchange_outbox_due')
      .on(table.nextAttemptAt)
      .where(sql`${table.state} in ('pending', 'received')`),
    index('exchange_outbox_state').on(table.state, table.msgId),
    index('exchange_outbox_answers').on(table.platformId, table.ofMsgId),
  ],
);

export const inboxStates = ['held', 'accepted', 'rejected', 'duplicate'] as const;
export type InboxState = (typeof inboxStates)[number];

/** Every message whose signature held, once, with what was answered. */
export const exchangeInbox = pgTable(
  'exchange_inbox',
  {
    platformId: text('platform_id').notNull(),
    msgId: text('msg_id').notNull(),
    type: text('type').notNull(),
    businessKey: text('business_key').notNull(),
    seq: integer('seq').notNull(),
    ordered: boolean('ordered').notNull(),
    contentHash: text('content_hash').notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    state: text('state', { enum: inboxStates }).notNull(),
    decidedAt: instant('decided_at'),
    code: text('code'),
    field: text('field'),
    /** The HTTP status of the first answer; a repeat gets it again. */
    httpStatus: integer('http_status').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.platformId, table.msgId] }),
    uniqueIndex('exchange_inbox_order')
      .on(table.platformId, table.businessKey, table.seq)
      .where(sql`${table.ordered}`),
    index('exchange_inbox_held').on(table.receivedAt).where(sql`${table.state} = 'held'`),
    index('exchange_inbox_newest').on(table.receivedAt),
  ],
);

/** Refused envelopes. Unverified ones are counted per hour, code and platform, so that a flood cannot fill the table. */
export const exchangeRefusals = pgTable(
  'exchange_refusals',
  {
    bucket: text('bucket').primaryKey(),
    verified: boolean('verified').notNull(),
    platformId: text('platform_id'),
    /** As the last one claimed; of an unverified message nothing of it may be believed. */
    msgId: text('msg_id'),
    type: text('type'),
    code: text('code').notNull(),
    field: text('field'),
    count: integer('count').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [index('exchange_refusals_newest').on(table.lastAt)],
);

/** What the last reconciliation found to differ; resolved when a later one finds the same on both sides. */
export const exchangeDifferences = pgTable(
  'exchange_differences',
  {
    platformId: text('platform_id').notNull(),
    planNo: text('plan_no').notNull(),
    kind: text('kind', { enum: ['plan_unknown', 'sections_differ'] }).notNull(),
    ourSections: integer('our_sections').notNull(),
    theirSections: integer('their_sections').notNull(),
    foundAt: instant('found_at').notNull(),
    requestedAt: instant('requested_at'),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [primaryKey({ columns: [table.platformId, table.planNo] })],
);

/** What the centre may hold of an announcement, and we: in force, withdrawn, or nothing that was ever published. */
export const announcementHoldings = ['published', 'withdrawn', 'none'] as const;
export type AnnouncementHolding = (typeof announcementHoldings)[number];

/** Announcements that only one side holds to be in force; resolved when a later comparison finds them to be the same. */
export const exchangeAnnouncementDifferences = pgTable(
  'exchange_announcement_differences',
  {
    platformId: text('platform_id').notNull(),
    announcementId: text('announcement_id').notNull(),
    projectId: text('project_id').notNull(),
    planNo: text('plan_no').notNull(),
    ours: text('ours', { enum: announcementHoldings }).notNull(),
    theirs: text('theirs', { enum: announcementHoldings }).notNull(),
    foundAt: instant('found_at').notNull(),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    primaryKey({ columns: [table.platformId, table.announcementId] }),
    index('exchange_announcement_differences_newest').on(table.foundAt),
  ],
);

/** What the centre tells of a section's course. */
export const toldKinds = ['opening', 'evaluation'] as const;

/** 开标 and 评审 that one side holds in another version than the other, 0 where it holds none; resolved when a later comparison finds them to be the same. */
export const exchangeEventDifferences = pgTable(
  'exchange_event_differences',
  {
    platformId: text('platform_id').notNull(),
    lotUid: text('lot_uid').notNull(),
    kind: text('kind', { enum: toldKinds }).notNull(),
    projectId: text('project_id').notNull(),
    planNo: text('plan_no').notNull(),
    ours: integer('ours').notNull(),
    theirs: integer('theirs').notNull(),
    foundAt: instant('found_at').notNull(),
    /** When it was asked for again; null where we hold more. */
    requestedAt: instant('requested_at'),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    primaryKey({ columns: [table.platformId, table.lotUid, table.kind] }),
    index('exchange_event_differences_newest').on(table.foundAt),
  ],
);

/** When a platform was last heard of. */
export const exchangeContacts = pgTable('exchange_contacts', {
  platformId: text('platform_id').primaryKey(),
  lastContactAt: instant('last_contact_at').notNull(),
});
