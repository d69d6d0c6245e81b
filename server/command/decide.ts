// Decides a batch of commands in memory, as if each had been carried out before the next. First all are run ahead together against what is
// stored, so that everything they ask for is fetched in a few statements for the whole batch; then one by one in order. A result from
// the run ahead stands if nothing it read was changed by a command before it; else the command decides again on the changed rows.
import { createHash } from 'node:crypto';
import type { Actor } from '#shared/domain/actor.ts';
import { type Change, type Command, type Ctx, changesRow } from '#shared/domain/command.ts';
import { type Execution, execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import type { Vault } from '#shared/domain/vault.ts';
import { type RowKey, rowKey, type WorkingSet } from '#shared/domain/working-set.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { RowCache } from './row-cache.ts';

export type Request = {
  readonly id: Id;
  readonly name: string;
  readonly version: number;
  readonly input: unknown;
  readonly madeAt: Instant;
};

export type Decision = {
  readonly request: Request;
  readonly actor: Actor;
  readonly result: Result<readonly Change[]>;
};

export type Decided = { readonly decisions: readonly Decision[]; readonly reads: ReadonlySet<string> };

/** A command threw, or decided on a row that does not fit its schema. That is a bug of ours, never the user's fault. */
export class CommandBug extends Error {}

export type DecideOptions = {
  readonly commands: ReadonlyMap<string, Command>;
  readonly vault?: Vault | undefined;
  readonly now: Instant;
  /** Asked before each command, as one before it may have changed the account. Undefined: switched off. */
  actor(set: WorkingSet): Actor | undefined;
  /** The row that `actor` depends on. */
  readonly actorKey: RowKey | null;
  readonly pushed?: true;
  /** Refused with this before they are looked at: our own bug or a damaged row stands in their way. */
  readonly refused?: Refused;
};

/** By the command's id. */
export type Refused = ReadonlyMap<Id, AppError>;

type Run = {
  readonly request: Request;
  readonly actor: Actor;
  readonly reads: Set<string>;
  readonly execution: Execution;
  pending: LoadRequest | undefined;
  result: Result<readonly Change[]> | undefined;
  thrown: { readonly cause: unknown } | undefined;
};

/** Stops after the first result that asks to be tried again later; the commands behind it are not decided. */
export async function decideAll(
  cache: RowCache,
  requests: readonly Request[],
  options: DecideOptions,
): Promise<Decided> {
  const set = cache.workingSet();
  const ahead = requests.map((request) => begin(request, options, set));
  await runAhead(cache, set, ahead);
  const decisions: Decision[] = [];
  const reads = new Set<string>();
  const written = new Set<string>();
  for (const early of ahead) {
    let run = early;
    if (touched(run.reads, written)) {
      run = begin(early.request, options, set);
      while (run.result === undefined && run.thrown === undefined) {
        const missing = advance(set, run);
        if (missing !== undefined) await cache.fetch([missing], set);
      }
    }
    if (run.result === undefined) throw new CommandBug('a command threw', { cause: run.thrown?.cause });
    decisions.push({ request: run.request, actor: run.actor, result: run.result });
    for (const read of run.reads) reads.add(read);
    if (!run.result.ok && isRetry(run.result.error.code)) break;
    if (run.result.ok) {
      set.apply(run.result.value);
      for (const change of run.result.value) for (const key of touchedBy(change)) written.add(key);
    }
  }
  return { decisions, reads };
}

/** A refusal that does not use the command's number up: another time, or a newer server, may accept it. */
export function isRetry(code: string): boolean {
  return code === 'retry_later' || code === 'server_too_old';
}

async function runAhead(cache: RowCache, set: WorkingSet, runs: readonly Run[]): Promise<void> {
  for (;;) {
    const missing: LoadRequest[] = [];
    for (const run of runs) {
      if (run.result !== undefined || run.thrown !== undefined) continue;
      const request = advance(set, run);
      if (request !== undefined) missing.push(request);
    }
    if (missing.length === 0) return;
    await cache.fetch(missing, set);
  }
}

function begin(request: Request, options: DecideOptions, set: WorkingSet): Run {
  const actor = options.actor(set);
  const command = options.commands.get(request.name);
  const ctx: Ctx | undefined =
    actor === undefined
      ? undefined
      : {
          actor,
          commandId: request.id,
          madeAt: request.madeAt,
          now: options.now,
          ...(options.vault === undefined ? {} : { vault: options.vault }),
        };
  const refusal = refusalOf(request, command, ctx, options);
  return {
    request,
    actor: actor ?? nobody,
    reads: new Set(options.actorKey === null ? [] : [options.actorKey]),
    execution:
      command === undefined || ctx === undefined
        ? nothingToDo()
        : execute(command, request.input, request.version, ctx),
    pending: undefined,
    result: refusal,
    thrown: undefined,
  };
}

const nobody: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: '',
  role: 'system',
  organisationId: null,
  regionCodes: [],
  platformId: null,
};

// biome-ignore lint/correctness/useYield: a generator that is never run, beside a refusal
function* nothingToDo(): Execution {
  return err({ code: 'internal' });
}

function refusalOf(
  request: Request,
  command: Command | undefined,
  ctx: Ctx | undefined,
  { pushed, refused }: DecideOptions,
): Result<never> | undefined {
  if (ctx === undefined) return err({ code: 'not_allowed' });
  const known = refused?.get(request.id);
  if (known !== undefined) return err(known);
  if (command === undefined) return err({ code: 'unknown_name' });
  if (pushed === true && command.authority === 'online') return err({ code: 'online_only' });
  return isStorable(request) ? undefined : err({ code: 'invalid_input' });
}

function advance(set: WorkingSet, run: Run): LoadRequest | undefined {
  try {
    const step = set.advance(run.execution, run.pending);
    if (step.kind === 'done') run.result = step.value;
    else run.pending = step.request;
  } catch (cause) {
    run.thrown = { cause };
  }
  for (const read of set.takeReads()) run.reads.add(read);
  return run.result === undefined && run.thrown === undefined ? run.pending : undefined;
}

function touchedBy(change: Change): readonly string[] {
  if (!changesRow(change)) return [];
  return [rowKey(change.entity, change.op === 'put' ? change.row.id : change.id), setsOf(change.entity)];
}

const setsOf = (entity: string) => `${entity}?`;

/** A row that was read was written, or a table through which one looked for a set. */
function touched(reads: ReadonlySet<string>, written: ReadonlySet<string>): boolean {
  if (written.size === 0) return false;
  for (const read of reads) {
    if (written.has(read)) return true;
    const question = read.indexOf('?');
    if (question > 0 && written.has(read.slice(0, question + 1))) return true;
  }
  return false;
}

/** PostgreSQL stores neither U+0000 nor halves of surrogate pairs in text; nobody means to write them. */
export function isStorable(request: Request): boolean {
  return aboutInput(request).storable;
}

/** Of an input that says who people are it is one that needs the key, as anybody could try names against a plain one; null without the key. */
export function inputHash(
  request: Request,
  { commands, vault }: Pick<DecideOptions, 'commands' | 'vault'>,
): string | null {
  const { hash } = aboutInput(request);
  if (commands.get(request.name)?.confidential !== true) return hash;
  return vault?.index('input', hash) ?? null;
}

/** What makes a repeat the same command: all of it. */
export function contentHash(request: Request, hashed: string | null = aboutInput(request).hash): string {
  const { id, name, version, madeAt } = request;
  return sha256(JSON.stringify([id, name, version, madeAt, hashed]));
}

type AboutInput = { readonly storable: boolean; readonly hash: string };

/** An input may be long and is asked about several times on its way. */
const known = new WeakMap<Request, AboutInput>();

function aboutInput(request: Request): AboutInput {
  let about = known.get(request);
  if (about === undefined) {
    about = readInput(request.input);
    known.set(request, about);
  }
  return about;
}

function readInput(input: unknown): AboutInput {
  try {
    const text = canonicalJson(input);
    return { storable: !/(?<!\\)(?:\\\\)*\\u0000/.test(text), hash: sha256(text) };
  } catch {
    return { storable: false, hash: sha256(JSON.stringify(input ?? null)) };
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
