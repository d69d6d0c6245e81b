// outbox.db: what only this desk has. Never thrown away; every durable change is one transaction with synchronous=FULL.
// Migrations are made from this file: `npm run migrations -- what-it-does`.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const commands = sqliteTable('commands', {
  /** Consecutive per desk, from 1; what the server counts. */
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  version: integer('version').notNull(),
  input: text('input').notNull(),
  madeAt: integer('made_at').notNull(),
  /** The corrected clock when it was made; replays decide with it, so that they decide the same. */
  decidedAt: integer('decided_at').notNull(),
  authority: text('authority', { enum: ['local', 'server'] }).notNull(),
  state: text('state', {
    enum: ['pending', 'acknowledged', 'rejected', 'discarded', 'done', 'held'],
  }).notNull(),
  /** The server's sequence number of an applied command. */
  seq: integer('seq'),
  /** The server's refusal, or why it asked to try again later. */
  error: text('error'),
  settledAt: integer('settled_at'),
  /** Row keys and set keys that it read, row keys that it wrote, when it was made: JSON arrays. */
  reads: text('reads').notNull(),
  writes: text('writes').notNull(),
  /** The record it is about, for people: JSON {entity, id, title} or null. */
  subject: text('subject'),
  /** Id of the refused command whose effect this one stood on. */
  dependsOnRejected: text('depends_on_rejected'),
  /** Id of the command that was made in place of this refused one. */
  replacedBy: text('replaced_by'),
  /** How often it was offered to a server again after a restore. */
  offeredAgain: integer('offered_again').notNull().default(0),
});

/** Contents of open forms, saved within a second of typing. */
export const drafts = sqliteTable('drafts', {
  key: text('key').primaryKey(),
  form: text('form').notNull(),
  body: text('body').notNull(),
  savedAt: integer('saved_at').notNull(),
});

/** Files waiting to be sent; their bytes are in the file store under their hash. */
export const uploads = sqliteTable('uploads', {
  sha256: text('sha256').primaryKey(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  /** Address of a started upload, where it goes on. */
  location: text('location'),
  sent: integer('sent').notNull().default(0),
  state: text('state', { enum: ['waiting', 'done'] }).notNull(),
  error: text('error'),
  addedAt: integer('added_at').notNull(),
});

/** Desk id, server epoch, next number, clock difference, last contact. */
export const identity = sqliteTable('identity', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
