// What the window may ask of the local side besides commands: one table of names with the schemas of input and output and what an answer stands on.
// The client's types are inferred from it. Commands of shared/domain/registry.ts are called by their own names through the same door and answer a receipt.
import { z } from 'zod';
import { sectionSteps } from '#shared/codes/section-steps.ts';
import { actorSchema } from '#shared/domain/actor.ts';
import { organisationSchema } from '#shared/domain/admin/model.ts';
import { searchKindsOf } from '#shared/domain/module.ts';
import { modules } from '#shared/domain/modules.ts';
import { planContentSchema, planSchema } from '#shared/domain/plans/model.ts';
import { eventKinds, sectionEventSchema } from '#shared/domain/projects/events/model.ts';
import { projectSchema, sectionSchema } from '#shared/domain/projects/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { appErrorSchema } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { shallowSchema } from '#shared/kernel/json.ts';
import { administrationQueries } from './administration.ts';
import { announcementQueries, explanationSchema } from './announcements.ts';
import { awardChangeQueries } from './award-changes.ts';
import { awardQueries } from './awards.ts';
import { challengeQueries } from './challenges.ts';
import { acceptanceQueries } from './contracts/acceptances.ts';
import { breachQueries } from './contracts/breaches.ts';
import { contractQueries } from './contracts/contracts.ts';
import { contractImportQueries } from './contracts/imports.ts';
import { paymentQueries } from './contracts/payments.ts';
import { yearEndQueries } from './contracts/year-end.ts';
import { documentQueries } from './documents.ts';
import { syncStatusSchema } from './events.ts';
import { excelQueries } from './excel.ts';
import { exportQueries, listQueries } from './lists.ts';
import {
  done,
  findingSchema,
  limit,
  markSchema,
  mostSearched,
  nothing,
  pageOf,
  searchText,
} from './paging.ts';
import { everyRecordType, type StandsOn } from './stands-on.ts';
import { supplierQueries } from './suppliers.ts';
import { taskQueries, taskTypes } from './tasks.ts';

export type { ListCursor, Mark } from './paging.ts';

/**
 * `applied`: shown at once, to be confirmed. `waiting_for_server`: no effect before the server has decided. `done`: an online command, which the
 * server has carried out; it has no number.
 */
export const commandReceiptSchema = z.object({
  commandId: idSchema,
  no: z.int().nullable(),
  state: z.enum(['applied', 'waiting_for_server', 'done']),
});
export type CommandReceipt = z.infer<typeof commandReceiptSchema>;

const text = searchText;
/** As PostgreSQL takes it. */
const tableName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const outboxItemSchema = z.object({
  id: idSchema,
  no: z.int(),
  name: z.string(),
  madeAt: z.int(),
  authority: z.enum(['local', 'server']),
  /** `held`: made by a newer program; it is sent after an upgrade. */
  state: z.enum(['pending', 'acknowledged', 'rejected', 'discarded', 'done', 'held']),
  /** The server's refusal, or why it asked to try again later. */
  error: appErrorSchema.nullable(),
  /** It will probably be refused: this is what speaks against it on the present rows. */
  doubt: appErrorSchema.nullable(),
  dependsOnRejected: idSchema.nullable(),
  replacedBy: idSchema.nullable(),
  subject: z.object({ entity: z.string(), id: z.string(), title: z.string() }).nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;
/** Any row that came may have raised or settled a `doubt`. */
const outboxItems: StandsOn = [...everyRecordType, 'outbox'];

const hitSchema = z.object({
  entity: z.string(),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  /** The record on whose page it is shown: itself, or the one it belongs to. */
  page: z.object({ entity: z.string(), id: z.string() }),
});
const draftSchema = z.object({ key: z.string(), form: z.string(), body: z.unknown(), savedAt: z.int() });
export const fileStateSchema = z.object({
  sha256,
  size: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  /** `here`: only on this desk, still to be sent. `missing`: on the server, not on this desk. */
  state: z.enum(['here', 'sent', 'missing']),
  sent: z.int(),
  /** Why the last try to send it did not come through. */
  error: appErrorSchema.nullable(),
});
const knownAccountSchema = z.object({
  accountId: idSchema,
  username: z.string(),
  name: z.string(),
  role: z.string(),
  current: z.boolean(),
  canUnlockOffline: z.boolean(),
});
const sessionStateSchema = z.object({
  actor: actorSchema.nullable(),
  locked: z.boolean(),
  /** The server no longer accepts the sign-in; local work goes on. */
  mustSignIn: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Why the account's files could not be opened. */
  error: appErrorSchema.nullable(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

const credentials = z.strictObject({ username: text(40).min(1), password: text(200).min(1) });
const draftKey = z.string().min(1).max(200);

/** Why a step may not be taken, or not unread (domain/projects/gates.ts). */
const obstacleSchema = z.object({
  kind: z.string(),
  article: z.string(),
  document: z.string(),
  since: z.int().nullable(),
  until: plainDateSchema.nullable(),
});

export const queries = {
  ...listQueries,
  'plans.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ plan: planSchema, version: z.int(), mark: markSchema }),
    standsOn: ['plans', 'outbox'],
  },
  ...excelQueries,
  ...announcementQueries,
  ...documentQueries,
  ...challengeQueries,
  ...awardQueries,
  ...awardChangeQueries,
  ...contractQueries,
  ...acceptanceQueries,
  ...paymentQueries,
  ...breachQueries,
  ...yearEndQueries,
  ...contractImportQueries,
  ...supplierQueries,
  /**
   * What the rules say of a form while it is filled in: the same findings as at `plans.submit`, in the order of the form. `id` is that of the
   * plan that is edited, null for one that has not been saved yet. Error codes: not_found, not_allowed (a new plan of no unit), client_too_old.
   */
  'plans.check': {
    input: z.strictObject({ id: idSchema.nullable(), content: planContentSchema }),
    output: z.object({ findings: z.array(findingSchema) }),
    standsOn: ['plans', 'organisations', 'platforms', 'settings', 'calendar_years'],
  },
  'projects.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ project: projectSchema, version: z.int(), mark: markSchema }),
    standsOn: ['projects', 'outbox'],
  },
  'sections.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({ sections: z.array(sectionSchema) }),
    standsOn: ['sections'],
  },
  /** Of each live section every step, with what is in its way. Error code: not_found. */
  'sections.gates': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      gates: z.array(
        z.object({
          sectionId: idSchema,
          step: z.enum(sectionSteps),
          refused: z.array(obstacleSchema),
          warned: z.array(obstacleSchema),
        }),
      ),
    }),
    standsOn: ['sections', 'projects', 'calendar_years'],
  },
  /** All of a project's, withdrawn and overtaken ones included, and until when what comes next is due. Error code: not_found. */
  'sectionEvents.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      events: z.array(z.object({ event: sectionEventSchema, mark: markSchema })),
      clocks: z.array(
        z.object({
          sectionId: idSchema,
          kind: z.enum(eventKinds),
          /** Null while it is not recorded. */
          inTime: z.boolean().nullable(),
          explanation: explanationSchema,
        }),
      ),
    }),
    standsOn: ['section_events', 'sections', 'projects', 'calendar_years', 'outbox', 'settings'],
  },
  /**
   * 暂不可读: how many rows of a record type are kept that this program cannot read. Null while the replica is being rebuilt: more may be found.
   */
  'lists.unreadable': {
    input: z.strictObject({ entity: tableName }),
    output: z.object({ count: z.int().nullable() }),
    standsOn: everyRecordType,
  },
  /**
   * Numbers for the menu and the tray, cheap enough to ask at every change: 待办 (null while the replica is being rebuilt), 未通过的操作, 待同步, and forms
   * that were left with unsaved words.
   */
  'home.counts': {
    input: nothing,
    output: z.object({
      tasks: z.int().nullable(),
      attention: z.int(),
      waiting: z.int(),
      unsavedForms: z.int(),
    }),
    standsOn: [...taskTypes, 'outbox'],
  },
  ...taskQueries,
  'organisations.search': {
    input: z.strictObject({
      kind: z.enum(['purchaser', 'agency', 'office', 'centre']).nullable().default(null),
      text: text(mostSearched).default(''),
      limit,
    }),
    output: z.object({ organisations: z.array(organisationSchema) }),
    standsOn: ['organisations'],
  },
  'search.query': {
    input: z.strictObject({ text: text(mostSearched), limit: z.int().min(1).max(50).default(20) }),
    output: z.object({ hits: z.array(hitSchema) }),
    standsOn: searchKindsOf(modules).map(({ entity }) => entity.name),
  },
  'outbox.list': {
    input: z.strictObject({
      /** waiting: 待同步; attention: 未通过的操作; history: the rest of the last 30 days. */
      show: z.enum(['waiting', 'attention', 'history']),
      /** Commands with lower numbers: the newest come first. */
      after: z.int().nullable().default(null),
      limit,
    }),
    output: pageOf(outboxItemSchema, z.int()),
    standsOn: outboxItems,
  },
  'outbox.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ item: outboxItemSchema, version: z.int(), input: z.unknown() }),
    standsOn: outboxItems,
  },
  /** 修改后重新提交: a new command with the changed input; the refused one is marked with it. */
  'outbox.resubmit': {
    input: z.strictObject({ id: idSchema, input: shallowSchema }),
    output: commandReceiptSchema,
    standsOn: [],
  },
  /** 放弃 */
  'outbox.discard': { input: z.strictObject({ id: idSchema }), output: done, standsOn: [] },
  /** Both values, authors and times of each field two people changed, with the value that stands now. */
  'conflict.get': {
    input: z.strictObject({ commandId: idSchema }),
    output: z.object({
      item: outboxItemSchema,
      input: z.unknown(),
      conflicts: z.array(
        z.object({
          path: z.string(),
          base: z.unknown(),
          mine: z.unknown(),
          mineAt: z.int(),
          theirs: z.unknown(),
          theirAuthor: z.string(),
          theirAt: z.int(),
        }),
      ),
    }),
    standsOn: outboxItems,
  },
  'sync.status': { input: nothing, output: syncStatusSchema, standsOn: [] },
  'sync.now': {
    input: nothing,
    output: z.object({
      acknowledged: z.int(),
      rejected: z.int(),
      /** The server asked to try the rest again later. */
      postponed: z.boolean(),
      rows: z.int(),
    }),
    standsOn: [],
  },
  'drafts.save': {
    input: z.strictObject({ key: draftKey, form: text(80).min(1), body: shallowSchema }),
    output: z.object({ savedAt: z.int() }),
    standsOn: [],
  },
  'drafts.get': {
    input: z.strictObject({ key: draftKey }),
    output: z.object({ draft: draftSchema.nullable() }),
    standsOn: ['drafts'],
  },
  'drafts.list': {
    input: z.strictObject({ form: text(80).nullable().default(null) }),
    output: z.object({ drafts: z.array(draftSchema.omit({ body: true })) }),
    standsOn: ['drafts'],
  },
  'drafts.remove': { input: z.strictObject({ key: draftKey }), output: done, standsOn: [] },
  /**
   * 检查连接: whether the server answers, speaks a protocol of ours, and how far the clocks are apart. Needs nobody signed in; what is wrong is in
   * the answer.
   */
  'session.checkServer': {
    input: nothing,
    output: z.object({
      origin: z.string().nullable(),
      reachable: z.boolean(),
      /** What it says of itself; `unknown`: something answers that is not our server. */
      status: z.enum(['ok', 'database_unreachable', 'unknown']).nullable(),
      protocol: z.object({
        ours: z.int(),
        server: z.int().nullable(),
        serverOldest: z.int().nullable(),
        /** `client_too_old`, `server_too_old`, or null when both understand each other. */
        problem: z.enum(['client_too_old', 'server_too_old']).nullable(),
      }),
      /** Server's clock less ours, in milliseconds; null when unknown. */
      clockDifference: z.int().nullable(),
      roundTrip: z.int().nullable(),
    }),
    standsOn: [],
  },
  'session.current': { input: nothing, output: sessionStateSchema, standsOn: [] },
  'session.accounts': {
    input: nothing,
    output: z.object({ accounts: z.array(knownAccountSchema) }),
    standsOn: [],
  },
  'session.signIn': { input: credentials, output: sessionStateSchema, standsOn: [] },
  /** Without the server, for an account that has signed in here before. */
  'session.unlock': { input: credentials, output: sessionStateSchema, standsOn: [] },
  'session.lock': { input: nothing, output: sessionStateSchema, standsOn: [] },
  /** With unsent commands or files it is refused with `warning_unacknowledged` {waiting, files} until confirmed; they stay on this desk. */
  'session.signOut': {
    input: z.strictObject({ confirm: z.boolean().default(false) }),
    output: sessionStateSchema,
    standsOn: [],
  },
  'session.changePassword': {
    input: z.strictObject({ current: text(200).min(1), next: text(200).min(1) }),
    output: done,
    standsOn: [],
  },
  /** Takes a file into the store and queues it for sending; the command that names its hash may go first. */
  'files.add': {
    input: z.strictObject({
      path: text(4000).min(1),
      fileName: text(200).min(1),
      mediaType: text(100).min(1),
    }),
    output: fileStateSchema,
    standsOn: [],
  },
  /** Those of these files that were added on this desk. */
  'files.list': {
    input: z.strictObject({ hashes: z.array(sha256).max(200) }),
    output: z.object({ files: z.array(fileStateSchema) }),
    standsOn: ['files'],
  },
  /** A file that is not to be sent any more. Nothing happens to one that has been sent. */
  'files.giveUp': { input: z.strictObject({ sha256 }), output: done, standsOn: [] },
  /** Brings a file here from the server and says where it is. */
  'files.fetch': {
    input: z.strictObject({ sha256 }),
    output: z.object({ path: z.string(), size: z.int() }),
    standsOn: [],
  },
  ...administrationQueries,
  diagnostics: {
    input: nothing,
    output: z.object({
      protocol: z.int(),
      deskId: idSchema,
      outboxBytes: z.int(),
      replicaBytes: z.int(),
      backups: z.int(),
      schema: z.object({ outbox: z.int(), replica: z.int() }),
      sqlite: z.string(),
      node: z.string(),
      cursor: z.int().nullable(),
      epoch: z.string().nullable(),
      scopes: z.int(),
      rows: z.record(z.string(), z.int()),
      commands: z.record(z.string(), z.int()),
      notIndexed: z.int(),
      sync: syncStatusSchema,
    }),
    standsOn: [...everyRecordType, 'outbox'],
  },
} as const satisfies Record<
  string,
  { readonly input: z.ZodType; readonly output: z.ZodType; readonly standsOn: StandsOn }
>;

/**
 * Names that take or answer a path of this machine. The window may not call them: the host opens the dialog and calls them itself, and the IPC
 * bridge refuses them.
 */
export const hostOnly: ReadonlySet<QueryName> = new Set<QueryName>([
  'files.add',
  'files.fetch',
  'exchange.export',
  'contracts.exportYearEnd',
  ...exportQueries,
  'plans.importTemplate',
  'plans.importPreview',
  'plans.importNotes',
  'payments.importTemplate',
  'payments.importPreview',
  'payments.importNotes',
  'contractItems.importTemplate',
  'contractItems.importPreview',
  'contractItems.importNotes',
  'documents.word',
]);

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type QueryInput<N extends QueryName> = z.input<Queries[N]['input']>;
export type QueryParsed<N extends QueryName> = z.output<Queries[N]['input']>;
export type QueryOutput<N extends QueryName> = z.output<Queries[N]['output']>;

const names: ReadonlyMap<string, QueryName> = new Map(
  Object.keys(queries).flatMap((name) => (isQueryName(name) ? [[name, name]] : [])),
);

/** The query of this name, or undefined; never something a prototype answers. */
export function queryName(name: string): QueryName | undefined {
  return names.get(name);
}

function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name);
}
