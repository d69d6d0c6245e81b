// A replica in a few lines: what any desk must hold if it applies a pull as contract/sync.ts says. For tests of the server's side.
import { readPullState } from '#electron/app/db/replica/pull-state.ts';
import { entityTables } from '#server/command/entity-store.ts';
import type { PullDeps } from '#server/feed/pull.ts';
import { pull } from '#server/feed/pull.ts';
import { noCoverage, scopesByType, union } from '#shared/contract/coverage.ts';
import { stateTo1 } from '#shared/contract/protocol-1.ts';
import { emptyPullState, type PullEnd, type PullState, type ScopeDigest } from '#shared/contract/sync.ts';
import { rowDigest, xorDigest } from '#shared/kernel/digest.ts';

type Line = {
  readonly t: string;
  readonly i?: string;
  readonly d?: string;
  readonly x?: string;
  readonly v: number;
  readonly s?: readonly string[];
  readonly b?: unknown;
};
type Held = { readonly v: number; readonly s: readonly string[]; readonly b: unknown };

export class ModelDesk {
  /** The record types it knows. */
  types: readonly string[] = [...entityTables.keys()];
  readonly rows = new Map<string, Held>();
  state: PullState = emptyPullState;
  protocol: 1 | 2 = 2;
  /** How often it was told that its cursor had expired. */
  startedOver = 0;
  /** After so many writes its network is full. */
  piecesAtOnce = Number.POSITIVE_INFINITY;
  /** The lines of the last page. */
  lines: readonly Line[] = [];

  /** Another version of the program: rows of types that it does not know are gone. */
  knows(types: readonly string[]): void {
    this.types = types;
    this.state = readPullState(this.state, types);
    for (const key of this.rows.keys()) if (!types.includes(typeOf(key))) this.rows.delete(key);
  }

  async pull(deps: PullDeps, allowed: readonly string[], limit: number): Promise<PullEnd | undefined> {
    const parts: string[] = [];
    const { protocol, types, state } = this;
    const request =
      protocol === 1
        ? ({ protocol, state: stateTo1(state), limit } as const)
        : ({ protocol: 2, types, state, limit } as const);
    const answer = await pull(deps, allowed, request, () => (text) => {
      parts.push(text);
      return parts.length < this.piecesAtOnce;
    });
    if (answer.kind === 'epoch_changed') return undefined;
    if (answer.kind === 'cursor_expired') {
      this.startedOver += 1;
      this.rows.clear();
      this.state = emptyPullState;
      return this.pull(deps, allowed, limit);
    }
    const lines = parts.join('').trimEnd().split('\n');
    const written: unknown = JSON.parse(lines.pop() ?? '');
    // What protocol 1 says in its own words is answered in today's as well.
    const end = protocol === 1 ? answer.end : (written as PullEnd);
    this.lines = lines.map((line) => JSON.parse(line));
    this.apply(end);
    return end;
  }

  apply(end: PullEnd): void {
    for (const line of this.lines) {
      const key = `${line.t}/${line.i ?? line.d ?? line.x}`;
      const held = this.rows.get(key);
      if (line.i !== undefined) {
        if (held === undefined || line.v > held.v)
          this.rows.set(key, { v: line.v, s: line.s ?? [], b: line.b });
      } else if (held !== undefined && line.v > held.v) {
        this.rows.delete(key);
      }
    }
    if (end.lost.length > 0) {
      const keep = scopesByType(union(end.state.held, end.state.gaining?.of ?? noCoverage));
      for (const [key, row] of this.rows) {
        const own = keep.get(typeOf(key));
        if (!row.s.some((scope) => own?.has(scope) === true)) this.rows.delete(key);
      }
    }
    this.state = end.state;
  }

  async pullAll(deps: PullDeps, allowed: readonly string[], limit: number): Promise<PullEnd> {
    for (let page = 0; page < 10_000; page += 1) {
      const end = await this.pull(deps, allowed, limit);
      if (end === undefined) throw new Error('the epoch changed');
      if (!end.more) return end;
    }
    throw new Error('a pull that never ends');
  }

  digest(type: string, scope: string): ScopeDigest {
    let sum = { hi: 0, lo: 0 };
    let count = 0;
    for (const [key, row] of this.rows) {
      if (typeOf(key) !== type || !row.s.includes(scope)) continue;
      sum = xorDigest(sum, rowDigest(key.slice(key.indexOf('/') + 1), row.v));
      count += 1;
    }
    return [count, sum.hi, sum.lo];
  }

  /** `type scope` of each pair held whose rows are not what the server says they are. */
  differing(end: PullEnd): readonly string[] {
    if (end.digests === null) return ['more is to come'];
    const { digests } = end;
    return [...scopesByType(end.state.held)].flatMap(([type, scopes]) =>
      [...scopes]
        .filter((scope) => String(digests[type]?.[scope] ?? [0, 0, 0]) !== String(this.digest(type, scope)))
        .map((scope) => `${type} ${scope}`),
    );
  }
}

function typeOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
