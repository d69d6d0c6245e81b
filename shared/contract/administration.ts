// What administrators and auditors look at: organisations, accounts, settings and platforms from the replica; the exchange, desks and the audit
// log from the server, while it can be reached. Rows of the first kind change through commands, under their own names.
import { z } from 'zod';
import {
  accountSchema,
  calendarYearRowSchema,
  numberPatternSchema,
  organisationSchema,
  platformSchema,
} from '#shared/domain/admin/model.ts';
import { auditEntrySchema } from '#shared/domain/queries.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { setPasswordRequestSchema } from './auth.ts';
import { limit, markSchema, nothing, pageOf } from './paging.ts';

const platformId = z.string().regex(/^[a-z0-9-]{2,40}$/);

/** Of the replica: they answer offline. `accounts.get` is for administrators and auditors, the others for everyone. */
const lists = {
  'organisations.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ organisation: organisationSchema, version: z.int(), mark: markSchema }),
    standsOn: ['organisations', 'outbox'],
  },
  'accounts.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ account: accountSchema, version: z.int(), mark: markSchema }),
    standsOn: ['accounts', 'outbox'],
  },
  'settings.list': {
    input: nothing,
    output: z.object({
      /** Every setting there is, in the order of shared/domain/admin/settings.ts. */
      settings: z.array(
        z.object({
          key: z.string(),
          value: z.json(),
          /** Nobody has set it, or what was set no longer fits: the program's own value is in force. */
          isDefault: z.boolean(),
          updatedAt: z.int().nullable(),
          mark: markSchema,
        }),
      ),
    }),
    standsOn: ['settings', 'outbox'],
  },
  'calendarYears.list': {
    input: nothing,
    output: z.object({ years: z.array(calendarYearRowSchema.extend({ mark: markSchema })) }),
    standsOn: ['calendar_years', 'outbox'],
  },
  'numberPatterns.list': {
    input: nothing,
    output: z.object({ patterns: z.array(numberPatternSchema.extend({ mark: markSchema })) }),
    standsOn: ['number_patterns', 'outbox'],
  },
  'platforms.list': {
    input: nothing,
    output: z.object({ platforms: z.array(platformSchema.extend({ mark: markSchema })) }),
    standsOn: ['platforms', 'outbox'],
  },
  /** 交易平台 one may choose in a form. */
  'platforms.active': {
    input: nothing,
    output: z.object({ platforms: z.array(platformSchema.pick({ id: true, name: true, regionCode: true })) }),
    standsOn: ['platforms'],
  },
} as const;

const instant = z.int().nullable();
const exchangeFilter = {
  state: z.enum(['pending', 'received', 'accepted', 'rejected', 'dead']).nullable().default(null),
  platformId: platformId.nullable().default(null),
  /** e.g. `plan.push`. */
  type: z.string().max(80).nullable().default(null),
};
export const sentMessageSchema = z.object({
  msgId: z.string(),
  platformId: z.string(),
  type: z.string(),
  schemaVersion: z.int(),
  businessKey: z.string(),
  seq: z.int(),
  /** Canonical JSON, as it was signed. */
  body: z.string(),
  notBefore: instant,
  /** `pending`: to be sent (again). `received`: the business answer is awaited. `rejected`: the centre refused it. `dead`: given up. */
  state: z.enum(['pending', 'received', 'accepted', 'rejected', 'dead']),
  queuedAt: z.int(),
  attempts: z.int(),
  firstAttemptAt: instant,
  lastAttemptAt: instant,
  nextAttemptAt: z.int(),
  receivedAt: instant,
  answeredAt: instant,
  answer: z.enum(['accepted', 'rejected', 'duplicate', 'held']).nullable(),
  code: z.string().nullable(),
  field: z.string().nullable(),
  ofMsgId: z.string().nullable(),
});
export const receivedMessageSchema = z.object({
  platformId: z.string(),
  msgId: z.string(),
  type: z.string(),
  businessKey: z.string(),
  seq: z.int(),
  body: z.string(),
  createdAt: z.int(),
  receivedAt: z.int(),
  state: z.enum(['held', 'accepted', 'rejected', 'duplicate']),
  decidedAt: instant,
  code: z.string().nullable(),
  field: z.string().nullable(),
});
export const exchangeRefusalSchema = z.object({
  bucket: z.string(),
  /** Whether its signature held; of others nothing they say of themselves may be believed. */
  verified: z.boolean(),
  platformId: z.string().nullable(),
  msgId: z.string().nullable(),
  type: z.string().nullable(),
  code: z.string(),
  field: z.string().nullable(),
  count: z.int(),
  firstAt: z.int(),
  lastAt: z.int(),
});
export const exchangeDifferenceSchema = z.object({
  platformId: z.string(),
  planNo: z.string(),
  kind: z.enum(['plan_unknown', 'sections_differ']),
  ourSections: z.int(),
  theirSections: z.int(),
  foundAt: z.int(),
  requestedAt: instant,
  resolvedAt: instant,
});
const announcementHolding = z.enum(['published', 'withdrawn', 'none']);
/** An announcement that only one side holds to be in force. */
export const announcementDifferenceSchema = z.object({
  platformId: z.string(),
  announcementId: z.string(),
  planNo: z.string(),
  /** Null for one that our server does not hold. */
  title: z.string().nullable(),
  ours: announcementHolding,
  theirs: announcementHolding,
  foundAt: z.int(),
  resolvedAt: instant,
});
/** 开标 or 评审 of a section that one side holds in another version than the other; 0 for none. */
export const eventDifferenceSchema = z.object({
  platformId: z.string(),
  lotUid: z.string(),
  planNo: z.string(),
  kind: z.enum(['opening', 'evaluation']),
  ours: z.int(),
  theirs: z.int(),
  foundAt: z.int(),
  /** When it was asked for again; null where we hold more. */
  requestedAt: instant,
  resolvedAt: instant,
});
/** Rows as lists show them, each under an id of its own. */
const named = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) => schema.extend({ id: z.string() });
/** The last row of a page: its time, and its id, as several may have come in one moment. */
const placeSchema = z.strictObject({ at: z.int().min(0), id: z.string().max(400) });
export type Place = z.infer<typeof placeSchema>;
const placed = z.strictObject({ after: placeSchema.nullable().default(null), limit });
/** A body may be large: no more of them at once. */
const messageLimit = z.int().min(1).max(100).default(50);
const receivedCursorSchema = z.strictObject({ receivedAt: z.int().min(0), msgId: z.string().max(80) });

/** Named as rows are: its `id` is its number. */
const namedEntrySchema = auditEntrySchema.extend({ id: z.string(), accountName: z.string().nullable() });

/**
 * Asked of the server each time: `server_unreachable` without it, `not_allowed` for all but administrators and auditors; `exchange.resend` and
 * `exchange.reconcile` are the administrators' alone.
 */
const online = {
  /** Outgoing messages, newest first. */
  'exchange.messages': {
    input: z.strictObject({
      ...exchangeFilter,
      after: idSchema.nullable().default(null),
      limit: messageLimit,
    }),
    output: pageOf(named(sentMessageSchema), idSchema),
    standsOn: [],
  },
  /** Incoming messages whose signature held, newest first. */
  'exchange.received': {
    input: z.strictObject({
      state: z.enum(['held', 'accepted', 'rejected', 'duplicate']).nullable().default(null),
      platformId: platformId.nullable().default(null),
      after: receivedCursorSchema.nullable().default(null),
      limit: messageLimit,
    }),
    output: pageOf(named(receivedMessageSchema), receivedCursorSchema),
    standsOn: [],
  },
  /** Refused envelopes, the last ones first. */
  'exchange.refusals': {
    input: placed,
    output: pageOf(named(exchangeRefusalSchema), placeSchema),
    standsOn: [],
  },
  /** What reconciliations found of plans and their sections, the last ones first. */
  'exchange.differences': {
    input: placed,
    output: pageOf(named(exchangeDifferenceSchema), placeSchema),
    standsOn: [],
  },
  /** And of announcements; none from a server of the version before, which does not compare them. */
  'exchange.announcementDifferences': {
    input: placed,
    output: pageOf(named(announcementDifferenceSchema), placeSchema),
    standsOn: [],
  },
  /** And of 开标 and 评审; none from a server of the version before, which does not compare them. */
  'exchange.eventDifferences': {
    input: placed,
    output: pageOf(named(eventDifferenceSchema), placeSchema),
    standsOn: [],
  },
  /** 重新推送 of a dead letter or a refused envelope. Error codes: not_found, wrong_state {state}. */
  'exchange.resend': {
    input: z.strictObject({ msgId: idSchema }),
    output: z.object({ item: sentMessageSchema }),
    standsOn: [],
  },
  /** Asks the platform what it holds; differences are found when it answers. Error code: not_found. */
  'exchange.reconcile': {
    input: z.strictObject({ platformId }),
    output: z.object({ plans: z.int() }),
    standsOn: [],
  },
  /** 重置密码: it must be changed at the next sign-in. For administrators; error code: not_found. */
  'accounts.setPassword': { input: setPasswordRequestSchema, output: z.object({}), standsOn: [] },
  /** 导出: all outgoing messages of this kind, one JSON line each. Called by the host, with the path from its dialog. */
  'exchange.export': {
    input: z.strictObject({
      ...exchangeFilter,
      path: z
        .string()
        .max(4000)
        .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\).*\.(?:ndjson|jsonl|txt)$/is),
    }),
    output: z.object({ messages: z.int(), bytes: z.int() }),
    standsOn: [],
  },
  /** Every enrolled desk, the ones seen last first. */
  'desks.list': {
    input: nothing,
    output: z.object({
      desks: z.array(
        z.object({
          id: idSchema,
          accountId: idSchema,
          username: z.string().nullable(),
          accountName: z.string().nullable(),
          lastNo: z.int(),
          createdAt: z.int(),
          lastSeenAt: z.int(),
        }),
      ),
    }),
    standsOn: [],
  },
  /** Links of the audit chain, newest first. */
  'audit.entries': {
    input: z.strictObject({
      accountId: idSchema.nullable().default(null),
      /** Entries before this number. */
      after: z.int().min(1).nullable().default(null),
      limit,
    }),
    output: pageOf(namedEntrySchema, z.int()),
    standsOn: [],
  },
} as const;

export const administrationQueries = { ...lists, ...online } as const;
