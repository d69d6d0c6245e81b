// A central server in memory for tests of the local side: it follows contract/sync.ts with the real commands and the real visibility, and can
// be made to lose answers, refuse, restore an older backup, or send digests that are wrong. Only tests import it.

import { signInRequestSchema } from '#shared/contract/auth.ts';
import {
  type Gaining,
  type Outcome,
  type PullEnd,
  type PullState,
  protocol,
  pullRequestSchema,
  pushRequestSchema,
  type ScopeDigest,
} from '#shared/contract/sync.ts';
import { type Actor, scopesOf } from '#shared/domain/actor.ts';
import type { Change, Command } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import { commands } from '#shared/domain/registry.ts';
import { matches, WorkingSet } from '#shared/domain/working-set.ts';
import { emptyDigest, rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { Transport, TransportRequest, TransportResponse } from '../ports.ts';

type Stored = { readonly version: number; readonly scopes: readonly string[]; readonly row: Row };
type FeedEntry = {
  readonly seq: number;
  readonly entity: string;
  readonly id: Id;
  readonly version: number;
  readonly scopes: readonly string[];
  readonly before: readonly string[];
  readonly row: Row | null;
};
type Data = {
  readonly rows: Map<string, Map<Id, Stored>>;
  readonly versions: Map<string, number>;
  feed: FeedEntry[];
  seq: number;
  trimmedUpto: number;
  readonly lastNo: Map<Id, number>;
  readonly outcomes: Map<string, { readonly id: Id; readonly outcome: Outcome }>;
};

/** `hang`: no answer before the request is given up. */
export type Fault = 'unreachable' | 'lose_answer' | 'cut_stream' | 'hang';

export class FakeServer implements Transport {
  readonly origin = 'https://server.test';
  readonly requests: TransportRequest[] = [];
  readonly #people = new Map<string, { actor: Actor; readonly password: string }>();
  readonly #tokens = new Map<string, { readonly username: string; readonly deskId: Id }>();
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #clock: () => number;
  #data: Data = emptyData();
  #epoch: Id = '01890000-0000-7000-8000-000000000001';
  /** What happens to the next requests, in order. */
  faults: (Fault | null)[] = [];
  /** While set, every request meets it. */
  always: Fault | null = null;
  /** While set, commands of this name are answered so. */
  answerInstead: { readonly name: string; readonly outcome: Outcome } | null = null;
  wrongDigestOf: string | null = null;
  refuseEverythingWith: AppError | null = null;
  /** Further routes, for those signed in. */
  alsoAnswers: (
    request: TransportRequest,
  ) => TransportResponse | undefined | Promise<TransportResponse | undefined> = () => undefined;

  constructor(clock: () => number, known: ReadonlyMap<string, Command> = commands) {
    this.#clock = clock;
    this.#commands = known;
  }

  get head(): number {
    return this.#data.seq;
  }

  addPerson(username: string, password: string, actor: Actor): void {
    this.#people.set(username, { actor, password });
  }

  setActor(username: string, actor: Actor): void {
    const person = this.#people.get(username);
    if (person !== undefined) person.actor = actor;
  }

  /** Forgets all sessions. */
  revokeTokens(): void {
    this.#tokens.clear();
  }

  put<R extends Row>(kind: Entity<R>, ...rows: readonly R[]): void {
    for (const row of rows) this.#apply([{ op: 'put', entity: kind.name, row }]);
  }

  remove(entity: string, id: Id): void {
    this.#apply([{ op: 'delete', entity, id }]);
  }

  row(entity: string, id: Id): Row | undefined {
    return this.#data.rows.get(entity)?.get(id)?.row;
  }

  /** What this account may see, by `entity/id`. */
  visibleTo(actor: Actor): ReadonlyMap<string, Stored> {
    const held = new Set(scopesOf(actor));
    const seen = new Map<string, Stored>();
    for (const [entity, rows] of this.#data.rows) {
      for (const [id, stored] of rows) {
        if (stored.scopes.some((scope) => held.has(scope))) seen.set(`${entity}/${id}`, stored);
      }
    }
    return seen;
  }

  /** The feed forgets all it holds. */
  trim(): void {
    this.#data.feed = [];
    this.#data.trimmedUpto = this.#data.seq;
  }

  lastNo(deskId: Id): number {
    return this.#data.lastNo.get(deskId) ?? 0;
  }

  backup(): Data {
    return structuredClone(this.#data);
  }

  restore(backup: Data): void {
    this.#data = structuredClone(backup);
    this.#epoch = this.#epoch.replace(/.$/, (last) => ((Number.parseInt(last, 16) + 1) % 16).toString(16));
  }

  /** For another run from the same beginning: no restore that desks would notice. */
  setBack(backup: Data): void {
    this.#data = structuredClone(backup);
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    this.requests.push(request);
    const fault = this.always ?? this.faults.shift() ?? null;
    if (fault === 'unreachable') throw new Error('unreachable');
    if (fault === 'hang') return givenUp(request);
    if (this.refuseEverythingWith !== null) return refusal(this.refuseEverythingWith);
    const response = await this.#answer(request);
    if (fault === 'lose_answer') throw new Error('answer lost');
    return fault === 'cut_stream' ? { ...response, body: cut(response.body) } : response;
  }

  async #answer(request: TransportRequest): Promise<TransportResponse> {
    const body: unknown =
      typeof request.body === 'string' && request.body !== '' ? JSON.parse(request.body) : null;
    if (request.path === '/auth/sign-in') return this.#signIn(body);
    const session = this.#tokens.get(tokenOf(request));
    const person = session === undefined ? undefined : this.#people.get(session.username);
    if (session === undefined || person === undefined) return refusal({ code: 'not_signed_in' });
    if (request.path === '/auth/sign-out') {
      this.#tokens.delete(tokenOf(request));
      return json(200, { done: true });
    }
    if (request.path === '/sync/push') return this.#push(body, session.deskId, person.actor);
    if (request.path === '/sync/pull') return this.#pull(body, person.actor);
    return (await this.alsoAnswers(request)) ?? refusal({ code: 'not_found' });
  }

  #signIn(body: unknown): TransportResponse {
    const { username, password, deskId } = signInRequestSchema.parse(body);
    const person = this.#people.get(username);
    if (person === undefined || person.password !== password) return refusal({ code: 'bad_credentials' });
    const token = `token-${username}-${this.#tokens.size}`;
    this.#tokens.set(token, { username, deskId });
    return json(200, {
      token,
      expiresAt: this.#clock() + 1e9,
      actor: person.actor,
      mustChangePassword: false,
    });
  }

  #push(body: unknown, deskId: Id, actor: Actor): TransportResponse {
    const request = pushRequestSchema.parse(body);
    if (request.protocol !== protocol) return refusal({ code: 'client_too_old' });
    if (request.deskId !== deskId) return refusal({ code: 'desk_unknown' });
    if (request.epoch !== null && request.epoch !== this.#epoch) return this.#epochChanged();
    const known = this.#data.lastNo.get(deskId) ?? 0;
    let lastNo = Math.max(known, request.firstKept - 1);
    const outcomes: { no: number; id: Id; outcome: Outcome }[] = [];
    for (const command of request.commands) {
      const key = `${deskId}/${command.no}`;
      const stored = this.#data.outcomes.get(key);
      if (command.no <= lastNo) {
        const mismatch: Outcome = { kind: 'rejected', error: { code: 'duplicate_mismatch' } };
        outcomes.push({
          no: command.no,
          id: command.id,
          outcome: stored?.id === command.id ? stored.outcome : mismatch,
        });
        continue;
      }
      if (command.no !== lastNo + 1) return refusal({ code: 'number_gap', params: { expected: lastNo + 1 } });
      const outcome = this.#carryOut(command, actor);
      outcomes.push({ no: command.no, id: command.id, outcome });
      if (outcome.kind === 'retry') break;
      lastNo = command.no;
      this.#data.outcomes.set(key, { id: command.id, outcome });
    }
    this.#data.lastNo.set(deskId, lastNo);
    return json(200, { epoch: this.#epoch, lastNo, head: this.#data.seq, now: this.#clock(), outcomes });
  }

  #carryOut(
    made: {
      readonly id: Id;
      readonly name: string;
      readonly version: number;
      readonly input: unknown;
      readonly madeAt: number;
    },
    actor: Actor,
  ): Outcome {
    if (this.answerInstead?.name === made.name) return this.answerInstead.outcome;
    const command = this.#commands.get(made.name);
    if (command === undefined) return { kind: 'rejected', error: { code: 'unknown_name' } };
    const result = this.#decide(command, made, actor);
    if (!result.ok) return { kind: 'rejected', error: result.error };
    this.#apply(result.value);
    return { kind: 'applied', seq: this.#data.seq };
  }

  #decide(
    command: Command,
    made: { readonly id: Id; readonly version: number; readonly input: unknown; readonly madeAt: number },
    actor: Actor,
  ): Result<readonly Change[]> {
    const set = new WorkingSet(entities);
    const ctx = { actor, commandId: made.id, madeAt: made.madeAt, now: this.#clock() };
    const run = execute(command, made.input, made.version, ctx);
    let request: LoadRequest | undefined;
    for (;;) {
      const step = set.advance(run, request);
      if (step.kind === 'done') return step.value;
      request = step.request;
      const { entity } = request;
      const rows = this.#data.rows.get(entity) ?? new Map<Id, Stored>();
      if (request.kind === 'one') set.fetched(entity, request.id, rows.get(request.id)?.row ?? null);
      else {
        const { where } = request;
        const kind = entities.get(entity);
        if (kind === undefined) return err({ code: 'internal' });
        set.fetchedSet(
          request,
          [...rows.values()].map(({ row }) => row).filter((row) => matches(kind, row, where)),
        );
      }
    }
  }

  #apply(changes: readonly Change[]): void {
    const data = this.#data;
    data.seq += 1;
    for (const change of changes) {
      if (change.op === 'send') continue;
      const kind = entities.get(change.entity);
      if (kind === undefined) continue;
      const id = change.op === 'put' ? change.row.id : change.id;
      const rows = data.rows.get(change.entity) ?? new Map<Id, Stored>();
      data.rows.set(change.entity, rows);
      const key = `${change.entity}/${id}`;
      const version = (data.versions.get(key) ?? 0) + 1;
      data.versions.set(key, version);
      const before = rows.get(id)?.scopes ?? [];
      const row = change.op === 'put' ? change.row : null;
      const scopes = row === null ? [] : kind.scopes(row);
      data.feed.push({ seq: data.seq, entity: change.entity, id, version, scopes, before, row });
      if (row === null) rows.delete(id);
      else rows.set(id, { version, scopes, row });
    }
  }

  #pull(body: unknown, actor: Actor): TransportResponse {
    const { state, limit } = pullRequestSchema.parse(body);
    const { seq: head } = this.#data;
    if ((state.epoch !== null && state.epoch !== this.#epoch) || (state.cursor ?? 0) > head)
      return this.#epochChanged();
    if (state.cursor !== null && state.cursor < this.#data.trimmedUpto)
      return json(409, { reason: 'cursor_expired' });
    const allowed = scopesOf(actor);
    const plan = planOf(state, allowed, head);
    const page =
      plan.gaining === null ? this.#feedPage(plan, limit) : this.#snapshotPage(plan, plan.gaining, limit);
    const end: PullEnd = {
      end: true,
      state: { epoch: this.#epoch, cursor: page.cursor, held: [...page.held].sort(), gaining: page.gaining },
      lost: [...plan.lost],
      more: page.gaining !== null || page.cursor < head || allowed.length > page.held.length,
      head,
      now: this.#clock(),
      digests: Object.fromEntries(page.held.map((scope) => [scope, this.#digest(scope)])),
    };
    return ndjson([...page.lines, end]);
  }

  #snapshotPage(plan: Plan, { scopes, entity: start, after }: Gaining, limit: number) {
    const lines: unknown[] = [];
    const names = [...entities.keys()];
    let from = after;
    for (const entity of names.slice(names.indexOf(start))) {
      const rows = [...(this.#data.rows.get(entity) ?? [])]
        .filter(([id, stored]) => id > from && stored.scopes.some((scope) => scopes.includes(scope)))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [id, { version, scopes: s, row }] of rows) {
        if (lines.length === limit) {
          return { lines, cursor: plan.cursor, held: plan.kept, gaining: { scopes, entity, after: from } };
        }
        lines.push({ t: entity, i: id, v: version, s, b: row });
        from = id;
      }
      from = '';
    }
    return { lines, cursor: plan.cursor, held: [...plan.kept, ...scopes], gaining: null };
  }

  #feedPage(plan: Plan, limit: number) {
    const held = new Set(plan.kept);
    const meets = (scopes: readonly string[]) => scopes.some((scope) => held.has(scope));
    const concerning = this.#data.feed.filter(
      ({ seq, scopes, before }) => seq > plan.cursor && (meets(scopes) || meets(before)),
    );
    const lastSeq = concerning[limit - 1]?.seq;
    const entries = lastSeq === undefined ? concerning : concerning.filter(({ seq }) => seq <= lastSeq);
    const lines = entries.map(({ entity: t, id, version: v, scopes: s, row }) => {
      if (row === null) return { t, d: id, v };
      return meets(s) ? { t, i: id, v, s, b: row } : { t, x: id, v };
    });
    return { lines, cursor: lastSeq ?? this.#data.seq, held: plan.kept, gaining: null };
  }

  #digest(scope: string): ScopeDigest {
    let digest = emptyDigest;
    let count = scope === this.wrongDigestOf ? 1 : 0;
    for (const rows of this.#data.rows.values()) {
      for (const [id, stored] of rows) {
        if (!stored.scopes.includes(scope)) continue;
        digest = xorDigest(digest, rowDigest(id, stored.version));
        count += 1;
      }
    }
    return [count, digest.hi, digest.lo];
  }

  #epochChanged(): TransportResponse {
    return json(409, { epoch: this.#epoch, reason: 'epoch_changed' });
  }
}

type Plan = {
  readonly cursor: number;
  readonly kept: readonly string[];
  readonly lost: readonly string[];
  readonly gaining: Gaining | null;
};

function planOf(state: PullState, allowed: readonly string[], head: number): Plan {
  const start = (scopes: readonly string[]): Gaining => ({
    scopes: [...scopes],
    entity: [...entities.keys()][0] ?? '',
    after: '',
  });
  if (state.cursor === null) return { cursor: head, kept: [], lost: [], gaining: start(allowed) };
  const kept = state.held.filter((scope) => allowed.includes(scope));
  const lost = [...state.held, ...(state.gaining?.scopes ?? [])].filter((scope) => !allowed.includes(scope));
  const still = state.gaining?.scopes.filter((scope) => allowed.includes(scope)) ?? [];
  if (state.gaining !== null && still.length > 0) {
    return { cursor: state.cursor, kept, lost, gaining: { ...state.gaining, scopes: still } };
  }
  const fresh = allowed.filter((scope) => !kept.includes(scope));
  return { cursor: state.cursor, kept, lost, gaining: fresh.length === 0 ? null : start(fresh) };
}

function tokenOf({ headers }: TransportRequest): string {
  const { authorization } = headers as { readonly authorization?: string };
  return authorization?.replace('Bearer ', '') ?? '';
}

function emptyData(): Data {
  const fresh = { feed: [], seq: 0, trimmedUpto: 0 };
  return { rows: new Map(), versions: new Map(), ...fresh, lastNo: new Map(), outcomes: new Map() };
}

function refusal(error: AppError): TransportResponse {
  const status = error.code === 'not_signed_in' || error.code === 'bad_credentials' ? 401 : 409;
  return json(status, { error, requestId: 'test' });
}

function json(status: number, value: unknown): TransportResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: chunks(JSON.stringify(value)) };
}

function givenUp({ signal }: TransportRequest): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('given up')));
  });
}

function ndjson(lines: readonly unknown[]): TransportResponse {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: chunks(text) };
}

/** In pieces that do not respect lines or characters, as a network brings them. */
async function* chunks(text: string): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += 997) yield bytes.subarray(from, from + 997);
}

async function* cut(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let before: Uint8Array | undefined;
  for await (const chunk of body) {
    if (before !== undefined) yield before;
    before = chunk;
  }
  throw new Error('connection lost');
}
