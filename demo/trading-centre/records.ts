// What the trading centre keeps: plans, sections, announcements, messages both ways and their numbering. Everything a step changes is saved as one
// before anything of it is answered or sent, so that a killed centre goes on where it stopped.
import { z } from 'zod';
import {
  acceptancePushBodySchema,
  ackBodySchema,
  announcementPushBodySchema,
  planBodySchema,
} from '#shared/contract/exchange.ts';
import { sectionContentSchema } from '#shared/domain/projects/model.ts';

const planRecordSchema = z.object({ platformId: z.string(), body: planBodySchema, withdrawn: z.boolean() });
export type PlanRecord = z.infer<typeof planRecordSchema>;

const sectionRecordSchema = z.object({
  platformId: z.string(),
  planId: z.string(),
  planNo: z.string(),
  lotUid: z.string(),
  version: z.int(),
  pushedAt: z.int(),
  content: sectionContentSchema,
  /** The lot that failed, in whose place it stands. */
  predecessorLotUid: z.string().nullable().default(null),
  cancelled: z.boolean(),
  /** Whether the other side has ever accepted it: then a change is a section.change, before that a section.push. */
  accepted: z.boolean(),
});
export type SectionRecord = z.infer<typeof sectionRecordSchema>;

const announcementRecordSchema = z.object({
  platformId: z.string(),
  /** `announcement.push`; `.correct`, `.terminate` and `award.push` say more than it. */
  type: z.string(),
  body: z.looseObject(announcementPushBodySchema.shape),
});
export type AnnouncementRecord = z.infer<typeof announcementRecordSchema>;

const acceptanceRecordSchema = z.object({ platformId: z.string(), body: acceptancePushBodySchema });
export type AcceptanceRecord = z.infer<typeof acceptanceRecordSchema>;

const courseBiddersSchema = z
  .array(z.object({ name: z.string(), uscc: z.string(), price: z.int() }))
  .readonly();
export type CourseBidders = z.infer<typeof courseBiddersSchema>;

/** 开标 and 评审 of a section, as they were told last. The versions count on over all its notices. */
const courseRecordSchema = z.object({
  noticeId: z.string().nullable(),
  toldAt: z.int(),
  opening: z.object({ version: z.int(), openedAt: z.int(), bidders: courseBiddersSchema }).nullable(),
  openingVersion: z.int(),
  evaluation: z.looseObject({ version: z.int() }).nullable(),
  evaluationVersion: z.int(),
});
export type CourseRecord = z.infer<typeof courseRecordSchema>;

const outgoingSchema = z.object({
  msgId: z.string(),
  platformId: z.string(),
  type: z.string(),
  businessKey: z.string(),
  seq: z.int(),
  body: z.unknown(),
  /** `received`: the business answer is awaited. `done` and `refused` are ends. */
  state: z.enum(['pending', 'received', 'done', 'refused']),
  attempts: z.int(),
  dueAt: z.int(),
  answer: z.string().nullable(),
  code: z.string().nullable(),
  field: z.string().nullable(),
});
export type Outgoing = z.infer<typeof outgoingSchema>;

const incomingSchema = z.object({
  msgId: z.string(),
  platformId: z.string(),
  type: z.string(),
  businessKey: z.string(),
  seq: z.int(),
  contentHash: z.string(),
  body: z.unknown(),
  heldSince: z.int().nullable(),
  answer: ackBodySchema.nullable(),
});
export type Incoming = z.infer<typeof incomingSchema>;

export type StoredRecord = { readonly kind: string; readonly key: string; readonly value: unknown };
/** Where records survive a restart. `save` is all or nothing, and done when it returns. */
export type RecordStore = {
  load(): Iterable<StoredRecord>;
  save(records: readonly StoredRecord[]): void;
};

export type Table<T> = {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  values(): readonly T[];
};

export type Records = {
  readonly plans: Table<PlanRecord>;
  readonly sections: Table<SectionRecord>;
  readonly announcements: Table<AnnouncementRecord>;
  readonly acceptances: Table<AcceptanceRecord>;
  /** By the section's key. */
  readonly courses: Table<CourseRecord>;
  readonly outgoing: Table<Outgoing>;
  readonly incoming: Table<Incoming>;
  readonly sequences: Table<number>;
  commit(): void;
};

export function openRecords(store: RecordStore): Records {
  const loaded = [...store.load()];
  const changed = new Map<string, StoredRecord>();
  const table = <T>(kind: string, schema: z.ZodType<T>): Table<T> => {
    const rows = new Map<string, T>(
      loaded.filter((record) => record.kind === kind).map(({ key, value }) => [key, schema.parse(value)]),
    );
    return {
      get: (key) => rows.get(key),
      put: (key, value) => {
        rows.set(key, value);
        changed.set(`${kind}/${key}`, { kind, key, value });
      },
      values: () => [...rows.values()],
    };
  };
  return {
    plans: table('plans', planRecordSchema),
    sections: table('sections', sectionRecordSchema),
    announcements: table('announcements', announcementRecordSchema),
    acceptances: table('acceptances', acceptanceRecordSchema),
    courses: table('courses', courseRecordSchema),
    outgoing: table('outgoing', outgoingSchema),
    incoming: table('incoming', incomingSchema),
    // The last number per direction, platform and business key.
    sequences: table('sequences', z.int()),
    commit: () => {
      if (changed.size === 0) return;
      store.save([...changed.values()]);
      changed.clear();
    },
  };
}

/** A store that lasts as long as its object: hand the same one to the next centre to restart it. @internal for tests */
export function memoryStore(): RecordStore {
  const records = new Map<string, StoredRecord>();
  return {
    // Through text, as a file would, so that nobody can change what has been stored.
    load: () => [...records.values()].map((record) => structuredClone(record)),
    save: (changed) => {
      for (const record of changed) records.set(`${record.kind}/${record.key}`, structuredClone(record));
    },
  };
}
