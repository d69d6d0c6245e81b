// A central server in memory for tests of the local side: it follows contract/sync.ts with the real commands and the real visibility, and can
// be made to lose answers, refuse, restore an older backup, or send digests that are wrong. Only tests import it.

import { z } from 'zod';
import { signInRequestSchema } from '#shared/contract/auth.ts';
import {
  type Coverage,
  difference,
  fullCoverage,
  intersection,
  noCoverage,
  scopesByType,
  union,
} from '#shared/contract/coverage.ts';
import { endTo1, protocol1, pullRequest1Schema, stateFrom1 } from '#shared/contract/protocol-1.ts';
import {
  type Gaining,
  type Outcome,
  type PullEnd,
  type PullState,
  protocol,
  pullRequestSchema,
  pushRequestSchema,
  type TypeDigests,
} from '#shared/contract/sync.ts';
import { type Actor, scopesOf } from '#shared/domain/actor.ts';
import { type Change, type Command, changesRow } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import { commands } from '#shared/domain/registry.ts';
import { bodyOf } from '#shared/domain/stored-body.ts';
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
  /** The newest protocol it understands: 1 for a server of the time before ours. */
  speaks = protocol;
  /** The record types it knows. */
  types: readonly string[] = [...entities.keys()];
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
    if (request.protocol > this.speaks) return this.#tooOld();
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
    const said = this.speaks > 1 ? { protocol: this.speaks } : {};
    const { seq: head } = this.#data;
    return json(200, { epoch: this.#epoch, lastNo, head, now: this.#clock(), ...said, outcomes });
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
      if (!changesRow(change)) continue;
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
    const asked = anyPullSchema.safeParse(body);
    if (!asked.success || asked.data.protocol > this.speaks) return this.#tooOld();
    const request = asked.data;
    const types = request.protocol === 1 ? protocol1.types : request.types;
    const state = request.protocol === 1 ? stateFrom1(request.state) : request.state;
    const { seq: head } = this.#data;
    if ((state.epoch !== null && state.epoch !== this.#epoch) || (state.cursor ?? 0) > head)
      return this.#epochChanged();
    if (state.cursor !== null && state.cursor < this.#data.trimmedUpto && request.protocol !== 1)
      return json(409, { reason: 'cursor_expired' });
    const may = fullCoverage(
      this.types.filter((type) => types.includes(type)),
      scopesOf(actor),
    );
    const plan = planOf(state, may, head);
    const page =
      plan.gaining === null
        ? this.#feedPage(plan, request.limit)
        : this.#snapshotPage(plan, plan.gaining, request.limit);
    const more = page.gaining !== null || page.cursor < head || difference(may, page.held).length > 0;
    const digests = this.#digests(page.held);
    const end: PullEnd = {
      end: true,
      state: { epoch: this.#epoch, cursor: page.cursor, held: page.held, gaining: page.gaining },
      lost: plan.lost,
      more,
      head,
      now: this.#clock(),
      digests: more ? null : digests,
    };
    if (request.protocol !== 1) return ndjson([...page.lines, end]);
    const { protocol: said, ...end1 } = endTo1(end, digests);
    return ndjson([...page.lines, this.speaks > 1 ? { ...end1, protocol: said } : end1]);
  }

  #tooOld(): TransportResponse {
    return refusal({ code: 'server_too_old', params: { protocol: this.speaks, oldestProtocol: 1 } });
  }

  #snapshotPage(plan: Plan, { of, entity: start, after }: Gaining, limit: number) {
    const lines: unknown[] = [];
    const names = [...entities.keys()];
    const gained = scopesByType(of);
    let from = after;
    for (const entity of names.slice(Math.max(0, names.indexOf(start)))) {
      if (entity !== start) from = '';
      const meets = (scope: string) => gained.get(entity)?.has(scope) === true;
      const rows = [...(this.#data.rows.get(entity) ?? [])]
        .filter(([id, stored]) => id > from && stored.scopes.some(meets))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [id, { version, scopes: s, row }] of rows) {
        if (lines.length === limit) {
          return { lines, cursor: plan.cursor, held: plan.kept, gaining: { of, entity, after: from } };
        }
        lines.push({ t: entity, i: id, v: version, s, b: stored(entity, row) });
        from = id;
      }
    }
    return { lines, cursor: plan.cursor, held: union(plan.kept, of), gaining: null };
  }

  #feedPage(plan: Plan, limit: number) {
    const held = scopesByType(plan.kept);
    const meets = (entity: string, scopes: readonly string[]) =>
      scopes.some((scope) => held.get(entity)?.has(scope) === true);
    const concerning = this.#data.feed.filter(
      ({ seq, entity, scopes, before }) =>
        seq > plan.cursor && (meets(entity, scopes) || meets(entity, before)),
    );
    const lastSeq = concerning[limit - 1]?.seq;
    const entries = lastSeq === undefined ? concerning : concerning.filter(({ seq }) => seq <= lastSeq);
    const lines = entries.map(({ entity: t, id, version: v, scopes: s, row }) => {
      if (row === null) return { t, d: id, v };
      return meets(t, s) ? { t, i: id, v, s, b: stored(t, row) } : { t, x: id, v };
    });
    return { lines, cursor: lastSeq ?? this.#data.seq, held: plan.kept, gaining: null };
  }

  #digests(held: Coverage): TypeDigests {
    const digests: TypeDigests = {};
    for (const [entity, scopes] of scopesByType(held)) {
      const own: TypeDigests[string] = {};
      for (const scope of scopes) {
        let digest = emptyDigest;
        let count = scope === this.wrongDigestOf ? 1 : 0;
        for (const [id, stored] of this.#data.rows.get(entity) ?? []) {
          if (!stored.scopes.includes(scope)) continue;
          digest = xorDigest(digest, rowDigest(id, stored.version));
          count += 1;
        }
        own[scope] = [count, digest.hi, digest.lo];
      }
      digests[entity] = own;
    }
    return digests;
  }

  #epochChanged(): TransportResponse {
    return json(409, { epoch: this.#epoch, reason: 'epoch_changed' });
  }
}

const anyPullSchema = z.discriminatedUnion('protocol', [pullRequest1Schema, pullRequestSchema]);

type Plan = {
  readonly cursor: number;
  readonly kept: Coverage;
  readonly lost: Coverage;
  readonly gaining: Gaining | null;
};

function planOf(state: PullState, may: Coverage, head: number): Plan {
  const start = (of: Coverage): Gaining => ({ of, entity: [...entities.keys()][0] ?? '', after: '' });
  if (state.cursor === null) return { cursor: head, kept: noCoverage, lost: noCoverage, gaining: start(may) };
  const { cursor, gaining } = state;
  const kept = intersection(state.held, may);
  const lost = difference(union(state.held, gaining?.of ?? noCoverage), may);
  const still = intersection(gaining?.of ?? noCoverage, may);
  if (gaining !== null && still.length > 0) return { cursor, kept, lost, gaining: { ...gaining, of: still } };
  const fresh = difference(may, kept);
  return { cursor, kept, lost, gaining: fresh.length === 0 ? null : start(fresh) };
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

/** As the server keeps it: with its revision, from the second one on. */
function stored(entity: string, row: Row): unknown {
  const kind = entities.get(entity);
  return kind === undefined ? row : JSON.parse(bodyOf(kind, row));
}
