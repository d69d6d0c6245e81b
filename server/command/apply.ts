// Carries out what a desk pushes: exactly once in effect, in the desk's order, each batch in one transaction with its outcomes, audit and
// the desk's last number. A repeat gets the stored outcome. A refused command uses its number up; a command that cannot be decided
// now stops the batch, and what was before it stands.
import { type Outcome, outcomeSchema, type PushedCommand, type PushRequest } from '#shared/contract/sync.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import { rowKey } from '#shared/domain/working-set.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Database, isContention, type Sql } from '../db/database.ts';
import { actorOfAccount, readAccount } from './actor-of-account.ts';
import { CommandBug, contentHash, isRetry, type Refused } from './decide.ts';
import { type AuditEntry, finish, type OutcomeRow } from './finish.ts';
import { type CacheOptions, RowCache } from './row-cache.ts';
import type { RowMemory } from './row-memory.ts';
import { type BatchDeps, type BatchResult, runBatch } from './run-batch.ts';

export type ApplyDeps = BatchDeps & {
  readonly database: Database;
  clock(): Instant;
  /** Shared by all pushes of this process. */
  readonly memory?: RowMemory;
  /** A command that threw, by its name and where; never its input. */
  reportBug(command: string, cause: unknown): void;
};

export type DeskSession = { readonly deskId: Id; readonly accountId: Id };

export type Applied = {
  readonly lastNo: number;
  readonly head: number;
  readonly outcomes: readonly { readonly no: number; readonly id: Id; readonly outcome: Outcome }[];
};

type Push = Pick<PushRequest, 'firstKept' | 'commands'>;
type Answer = { readonly no: number; readonly id: Id; readonly outcome: Outcome };

const attempts = 4;
/** How a batch that threw is tried again. */
type Careful = { readonly rows?: CacheOptions; readonly refused?: Refused };
const nothingRefused: Refused = new Map();

/** Refusals of the whole push, which use no number up: desk_unknown, desk_taken, not_allowed, unreadable_record (the account's), number_gap,
 * invalid_input. */
export async function applyBatch(
  deps: ApplyDeps,
  session: DeskSession,
  push: Push,
): Promise<Result<Applied>> {
  if (push.commands.some((command, index) => command.no !== (push.commands[0]?.no ?? 0) + index)) {
    return err({ code: 'invalid_input', fields: [{ path: 'commands', code: 'not_consecutive' }] });
  }
  try {
    return await withRetries(deps, session, push);
  } catch (error) {
    if (isContention(error)) return postponed(deps, session, push, { code: 'retry_later' });
    return await oneByOne(deps, session, push);
  }
}

async function withRetries(
  deps: ApplyDeps,
  session: DeskSession,
  push: Push,
  { rows = { memory: deps.memory }, refused = nothingRefused }: Careful = {},
): Promise<Result<Applied>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.database.transaction((tx) => applyIn(tx, deps, session, push, { rows, refused }));
    } catch (error) {
      if (attempt === attempts || !isContention(error)) throw error;
    }
  }
}

/** Something in the batch threw. Alone, each command shows whether it was that one; all others go through. */
async function oneByOne(deps: ApplyDeps, session: DeskSession, push: Push): Promise<Result<Applied>> {
  const outcomes: Answer[] = [];
  let last = await withRetries(deps, session, { firstKept: push.firstKept, commands: [] });
  for (const command of push.commands) {
    const applied = await alone(deps, session, { firstKept: push.firstKept, commands: [command] }, command);
    if (!applied.ok) return applied;
    last = applied;
    outcomes.push(...applied.value.outcomes);
    if (applied.value.outcomes.some((answer) => answer.outcome.kind === 'retry')) break;
  }
  return last.ok ? ok({ ...last.value, outcomes }) : last;
}

/**
 * A command that our own bug stops, or a row that cannot be read, is refused and uses its number up: it stays on the desk with all that was
 * typed, and holds nothing behind it up. What fails around a command, such as the disk, is tried again.
 */
async function alone(
  deps: ApplyDeps,
  session: DeskSession,
  push: Push,
  command: PushedCommand,
): Promise<Result<Applied>> {
  const refused = (error: AppError) =>
    withRetries(deps, session, push, { refused: new Map([[command.id, error]]) });
  try {
    return await carefully(deps, session, push);
  } catch (error) {
    if (isContention(error)) return postponed(deps, session, push, { code: 'retry_later' });
    if (error instanceof UnreadableRow) return await refused({ code: 'unreadable_record' });
    deps.reportBug(command.name, error instanceof CommandBug ? (error.cause ?? error) : error);
    if (!(error instanceof CommandBug)) return postponed(deps, session, push, { code: 'internal' });
    return await refused({ code: 'internal' });
  }
}

/** Before a command counts as a bug, every row that it needs is held against its schema: it may be the row that is damaged. */
async function carefully(deps: ApplyDeps, session: DeskSession, push: Push): Promise<Result<Applied>> {
  try {
    return await withRetries(deps, session, push);
  } catch (error) {
    if (!(error instanceof CommandBug)) throw error;
    return await withRetries(deps, session, push, { rows: { read: readRow } });
  }
}

async function postponed(
  deps: ApplyDeps,
  session: DeskSession,
  push: Push,
  error: AppError,
): Promise<Result<Applied>> {
  const state = await withRetries(deps, session, { firstKept: push.firstKept, commands: [] });
  const first = state.ok ? push.commands.find((command) => command.no > state.value.lastNo) : undefined;
  if (!state.ok || first === undefined) return state;
  return ok({
    ...state.value,
    outcomes: [{ no: first.no, id: first.id, outcome: { kind: 'retry', error } }],
  });
}

export type OpenDesk = { readonly cache: RowCache; readonly lastNo: number };

type DeskRow = {
  readonly account_id: Id;
  readonly last_no: number;
  readonly epoch: string;
  readonly version: number | null;
  readonly scopes: string[] | null;
  readonly text: string | null;
};

/**
 * The desk's row is the first lock: what is sent twice at the same time waits here and then finds its outcome. The account is known to the
 * cache as it is now. Refusals: desk_unknown, desk_taken, not_allowed, unreadable_record.
 */
export async function enterDesk(
  tx: Sql,
  deps: Pick<ApplyDeps, 'memory' | 'tables'>,
  session: DeskSession,
  rowOptions: CacheOptions = { memory: deps.memory },
): Promise<Result<OpenDesk>> {
  const { rows } = await tx.query<DeskRow>(
    `SELECT d.account_id, d.last_no, (SELECT value FROM server_meta WHERE key = 'epoch') AS epoch, a.version, a.scopes, a.body::text AS text
     FROM desks d LEFT JOIN accounts a ON a.id = d.account_id WHERE d.id = $1 FOR UPDATE OF d`,
    [session.deskId],
    { name: 'desk' },
  );
  const desk = rows[0];
  if (desk === undefined) return err({ code: 'desk_unknown' });
  if (desk.account_id !== session.accountId) return err({ code: 'desk_taken' });
  deps.memory?.enter(desk.epoch);
  const cache = new RowCache(tx, { ...rowOptions, tables: deps.tables });
  const { version, scopes, text } = desk;
  const account = readAccount(text);
  if (!account.ok) return account;
  cache.know('accounts', session.accountId, {
    id: session.accountId,
    version: version ?? 0,
    scopes: scopes ?? [],
    text: text ?? '',
    row: account.value.row,
  });
  return ok({ cache, lastNo: desk.last_no });
}

async function applyIn(
  tx: Sql,
  deps: ApplyDeps,
  session: DeskSession,
  push: Push,
  { rows, refused }: Required<Careful>,
): Promise<Result<Applied>> {
  const entered = await enterDesk(tx, deps, session, rows);
  if (!entered.ok) return entered;
  const { cache } = entered.value;

  const jump = push.firstKept > entered.value.lastNo + 1 ? push.firstKept - 1 : null;
  const lastNo = jump ?? entered.value.lastNo;
  const now = deps.clock();
  const fresh = push.commands.filter((command) => command.no > lastNo);
  if (fresh[0] !== undefined && fresh[0].no !== lastNo + 1) {
    return err({ code: 'number_gap', params: { expected: lastNo + 1 } });
  }
  const repeated = await repeats(
    tx,
    session.deskId,
    push.commands.filter((command) => command.no <= lastNo),
  );
  if (fresh.length === 0 && jump === null) return ok({ lastNo, head: await headOf(tx), outcomes: repeated });

  const batch = await runBatch(tx, cache, deps, {
    requests: fresh,
    now,
    deskId: session.deskId,
    actor: (set) => actorOfAccount(set.row('accounts', session.accountId) ?? null),
    actorKey: rowKey('accounts', session.accountId),
    pushed: true,
    refused,
  });
  const kept = outcomesOf(fresh, batch);
  const { base, head } = await finish(tx, {
    at: now,
    taken: batch.taken,
    steps: batch.steps,
    deltas: batch.deltas,
    audit: [...jumpEntry(jump, session, now), ...batch.audit],
    desk: { id: session.deskId, lastNo: lastNo + kept.length },
    outcomes: kept,
  });
  const answers = fresh
    .slice(0, batch.decisions.length)
    .map((command, index) => answer(command, batch, index, base));
  return ok({ lastNo: lastNo + kept.length, head, outcomes: [...repeated, ...answers] });
}

async function headOf(tx: Sql): Promise<number> {
  return (await tx.query<{ seq: number }>('SELECT seq FROM feed_head WHERE id = 1')).rows[0]?.seq ?? 0;
}

function answer(
  command: PushedCommand,
  { decisions, offsets }: BatchResult,
  index: number,
  base: number,
): Answer {
  const { no, id } = command;
  const result = decisions[index]?.result ?? err<AppError>({ code: 'internal' });
  if (result.ok) return { no, id, outcome: { kind: 'applied', seq: base + (offsets[index] ?? 0) } };
  const { error } = result;
  return { no, id, outcome: { kind: isRetry(error.code) ? 'retry' : 'rejected', error } };
}

/** Of every decided command but one that is to be tried again, which can only be the last. */
function outcomesOf(
  fresh: readonly PushedCommand[],
  { decisions, offsets }: BatchResult,
): readonly OutcomeRow[] {
  return decisions.flatMap(({ result }, index) => {
    const command = fresh[index];
    if (command === undefined || (!result.ok && isRetry(result.error.code))) return [];
    const error = result.ok ? null : result.error;
    return [
      {
        no: command.no,
        commandId: command.id,
        contentHash: contentHash(command),
        offset: offsets[index] ?? null,
        error,
      },
    ];
  });
}

type StoredOutcome = { no: number; command_id: Id; content_hash: string; seq: number | null; error: unknown };

async function repeats(tx: Sql, deskId: Id, commands: readonly PushedCommand[]): Promise<readonly Answer[]> {
  if (commands.length === 0) return [];
  const { rows } = await tx.query<StoredOutcome>(
    'SELECT no, command_id, content_hash, seq, error FROM outcomes WHERE desk_id = $1 AND no = ANY($2::bigint[])',
    [deskId, commands.map((command) => command.no)],
  );
  const byNo = new Map(rows.map((row) => [row.no, row]));
  return commands.map((command) => ({
    no: command.no,
    id: command.id,
    outcome: storedOutcome(byNo.get(command.no), command),
  }));
}

function storedOutcome(row: StoredOutcome | undefined, command: PushedCommand): Outcome {
  // Its outcome is longer ago than outcomes are kept, or its number was skipped after a restore: it will not be carried out.
  if (row === undefined) return { kind: 'rejected', error: { code: 'stale' } };
  if (row.command_id !== command.id || row.content_hash !== contentHash(command)) {
    return { kind: 'rejected', error: { code: 'duplicate_mismatch' } };
  }
  if (row.seq !== null) return { kind: 'applied', seq: row.seq };
  return outcomeSchema.parse({ kind: 'rejected', error: row.error });
}

function jumpEntry(
  jump: number | null,
  session: DeskSession,
  at: Instant,
): readonly (AuditEntry & { offset: null })[] {
  if (jump === null) return [];
  const { accountId, deskId } = session;
  const what = { role: 'system', action: 'desk.jump', commandId: null, inputHash: null, code: null } as const;
  return [{ at, accountId, deskId, ...what, outcome: 'applied', offset: null }];
}
