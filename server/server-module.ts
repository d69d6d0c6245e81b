// What the server alone has of a business module: what is written beside its rows, what messages of trading centres mean to it, its regular work.
// Declared in server/modules, put together in modules.ts.
import type { Actor } from '#shared/domain/actor.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import type { Row } from '#shared/domain/entity.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Database, Sql } from './db/database.ts';
import type { Decision } from './exchange/decision.ts';
import type { ExchangeDeps, Database as ExchangeStore } from './exchange/deps.ts';
import type { Job } from './jobs/job.ts';
import type { NamedHandler } from './query/handler.ts';

/** The stored row before and after a transaction, undefined where there is none. */
export type RowChange = {
  readonly id: Id;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
};

/** Tables that are made from the rows of one record type, and can be made again at any time. */
export type Projection = {
  readonly entity: string;
  readonly tables: readonly string[];
  /** In the transaction that writes the rows. */
  write(sql: Sql, changes: readonly RowChange[]): Promise<void>;
  /** All at once: after a restore, or when rows are shown in a new way. */
  rebuild(database: Database): Promise<unknown>;
};

/** What a message of a platform becomes. Its body has been checked against the schema of its type. */
export type Incoming = { readonly type: string } & (
  | {
      readonly command: string;
      /** The command's input. `newId` makes ids for records that are new. */
      input(body: unknown, newId: () => Id): unknown;
    }
  | {
      /** For what no command is about. In the transaction of the message's inbox row. */
      decide(tx: ExchangeStore, deps: ExchangeDeps, platform: Platform, body: unknown): Promise<Decision>;
    }
);

/** Which command learns what became of a message of ours. */
export type Outgoing = {
  readonly type: string;
  readonly command: string;
  /** The member of the message's body that names the record; the command's input calls it the same. */
  readonly subject: string;
};

export type ModuleJobDeps = {
  readonly database: Database;
  clock(): number;
  /** Carries out a command as this actor. */
  runAs(actor: Actor, command: string, input: unknown): Promise<Result<unknown>>;
};

/** The signed head of a day. */
type PublishedHead = {
  readonly day: PlainDate;
  readonly no: number;
  readonly hash: string;
  readonly poolRoot?: string;
};

/** What the signed head of a day says beside the end of the chain. */
export type HeadMember = {
  readonly name: 'poolRoot';
  /** Before it is signed; null: the head says nothing of it. Asked again where the job was killed. */
  before(deps: ModuleJobDeps, day: PlainDate): Promise<string | null>;
  /** Once it is signed; again at every run of the job. */
  after(deps: ModuleJobDeps, head: PublishedHead): Promise<void>;
};

export type ServerModule = {
  readonly projections: readonly Projection[];
  readonly incoming: readonly Incoming[];
  readonly outgoing: readonly Outgoing[];
  readonly jobs: readonly Job<ModuleJobDeps>[];
  /** Of its queries; asked for once by each server, as they may keep something between questions. */
  answers(): readonly NamedHandler[];
  readonly headMembers: readonly HeadMember[];
};

export function defineServerModule(definition: Partial<ServerModule>): ServerModule {
  return {
    projections: [],
    incoming: [],
    outgoing: [],
    jobs: [],
    answers: () => [],
    headMembers: [],
    ...definition,
  };
}
