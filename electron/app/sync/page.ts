// One page of a pull, read from the stream line by line. Only a page whose `end` line has arrived counts.
import { pullEnd1Schema, stateFrom1, wholeScopes } from '#shared/contract/protocol-1.ts';
import { protocol as newest, type PullEnd, pullEndSchema, type ScopeDigest } from '#shared/contract/sync.ts';
import type { Scope } from '#shared/domain/actor.ts';
import type { Row } from '#shared/domain/entity.ts';
import { isRow } from '#shared/domain/stored-body.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

export type PageLine =
  | {
      readonly kind: 'put';
      readonly entity: string;
      readonly id: Id;
      readonly version: number;
      readonly scopes: readonly string[];
      readonly body: string;
      readonly row: Row;
    }
  /** Deleted, or no longer visible: the same for a replica. */
  | { readonly kind: 'gone'; readonly entity: string; readonly id: Id; readonly version: number };

/** What of the end a desk goes by, whichever protocol it came in. */
export type PageEnd = Pick<PullEnd, 'state' | 'lost' | 'more' | 'head' | 'now' | 'digests'> & {
  /** Of protocol 1: sums over all its types; null as `digests`. */
  readonly summed: Readonly<Record<Scope, ScopeDigest>> | null;
  /** The newest protocol that the server says it speaks. */
  readonly speaks: number;
};

export type Page = { readonly lines: readonly PageLine[]; readonly end: PageEnd };

const cutShort: Result<never> = err({ code: 'server_unreachable' });

/** A whole page of a pull by this protocol. Error codes: `server_unreachable` for a stream cut short, `server_too_old` for lines that are not of this protocol. */
export async function readPage(body: AsyncIterable<Uint8Array>, protocol: number): Promise<Result<Page>> {
  const lines: PageLine[] = [];
  const end = await readLines(body, protocol, Number.POSITIVE_INFINITY, (all) => {
    for (const line of all) lines.push(line);
  });
  return end.ok ? ok({ lines, end: end.value }) : end;
}

/**
 * The page's lines about so many at a time, as they come; whoever takes them must be able to live without the rest. Error codes as above; what
 * `take` throws is thrown on.
 */
export async function readLines(
  body: AsyncIterable<Uint8Array>,
  protocol: number,
  atOnce: number,
  take: (lines: readonly PageLine[]) => Promise<void> | void,
): Promise<Result<PageEnd>> {
  const reader = new LineReader(protocol === 1 ? endOf1 : endOf2);
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      // Only here is a failure the network's; what the taker throws is not.
      const chunk = await chunks.next().catch(() => undefined);
      if (chunk === undefined) return cutShort;
      const fault = chunk.done === true ? reader.finish() : reader.push(chunk.value);
      if (fault !== undefined) return err({ code: fault });
      if (chunk.done === true || reader.waiting >= atOnce) await take(reader.takeLines());
      if (chunk.done === true) return reader.end === undefined ? cutShort : ok(reader.end);
    }
  } finally {
    await chunks.return?.();
  }
}

type Fault = 'server_unreachable' | 'server_too_old';

class LineReader {
  end: PageEnd | undefined;
  readonly #endOf: (value: unknown) => PageEnd | undefined;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #lines: PageLine[] = [];
  #rest = '';

  constructor(endOf: (value: unknown) => PageEnd | undefined) {
    this.#endOf = endOf;
  }

  get waiting(): number {
    return this.#lines.length;
  }

  takeLines(): readonly PageLine[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  push(chunk: Uint8Array): Fault | undefined {
    return this.#guarded(() => {
      const parts = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split('\n');
      this.#rest = parts.pop() ?? '';
      return parts.every((text) => this.#take(text));
    });
  }

  finish(): Fault | undefined {
    return this.#guarded(() => this.#take(this.#rest + this.#decoder.decode()));
  }

  /** No text or no JSON: the stream was cut or torn on its way. */
  #guarded(work: () => boolean): Fault | undefined {
    try {
      return work() ? undefined : 'server_too_old';
    } catch {
      return 'server_unreachable';
    }
  }

  #take(text: string): boolean {
    if (text === '') return true;
    // Nothing may follow the end.
    if (this.end !== undefined) return false;
    const value: unknown = JSON.parse(text);
    const line = parseLine(value, text);
    if (line !== undefined) {
      this.#lines.push(line);
      return true;
    }
    this.end = this.#endOf(value);
    return this.end !== undefined;
  }
}

function endOf2(value: unknown): PageEnd | undefined {
  const { data } = pullEndSchema.safeParse(value);
  return data === undefined ? undefined : { ...data, summed: null, speaks: newest };
}

function endOf1(value: unknown): PageEnd | undefined {
  const { data } = pullEnd1Schema.safeParse(value);
  if (data === undefined) return undefined;
  const { state, lost, head, now, digests } = data;
  const speaks = data.protocol ?? 1;
  // A server that was renewed meanwhile has the types that are missing.
  const more = data.more || speaks > 1;
  return {
    state: { ...stateFrom1(state), epoch: state.epoch, cursor: state.cursor },
    lost: wholeScopes(lost),
    more,
    head,
    now,
    digests: null,
    summed: more ? null : digests,
    speaks,
  };
}

/** By hand, not by schema: there are a hundred thousand of them. The row inside is read by its schema when a command needs it. */
function parseLine(value: unknown, text: string): PageLine | undefined {
  if (typeof value !== 'object' || value === null || !('t' in value) || !('v' in value)) return undefined;
  const { t: entity, v: version } = value;
  if (typeof entity !== 'string' || typeof version !== 'number' || !Number.isSafeInteger(version))
    return undefined;
  if ('i' in value && 's' in value && 'b' in value) {
    const { i: id, s: scopes, b: row } = value;
    if (typeof id !== 'string' || !isStrings(scopes) || !isRow(row) || row.id !== id) return undefined;
    return {
      kind: 'put',
      entity,
      id,
      version,
      scopes,
      body: bodyText(text, entity, id, version, scopes, row),
      row,
    };
  }
  const id = 'd' in value ? value.d : 'x' in value ? value.x : undefined;
  return typeof id === 'string' ? { kind: 'gone', entity, id, version } : undefined;
}

/** The row's own text, cut out of the line where the line is written as we expect, else made again. */
function bodyText(text: string, t: string, i: string, v: number, s: readonly string[], row: Row): string {
  const before = `${JSON.stringify({ t, i, v, s }).slice(0, -1)},"b":`;
  return text.startsWith(before) && text.endsWith('}}') ? text.slice(before.length, -1) : JSON.stringify(row);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
