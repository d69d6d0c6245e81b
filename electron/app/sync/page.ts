// One page of a pull, read from the stream line by line. Only a page whose `end` line has arrived counts.
import type { z } from 'zod';
import { type PullEnd, pullEndSchema } from '#shared/contract/sync.ts';
import type { Row } from '#shared/domain/entity.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isRow } from '../db/replica/replica.ts';

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

export type Page = { readonly lines: readonly PageLine[]; readonly end: PullEnd; readonly bytes: number };

/** Error codes: `server_unreachable` for a stream cut short, `server_too_old` for lines that are not of this protocol. */
export async function readPage(body: AsyncIterable<Uint8Array>): Promise<Result<Page>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lines: PageLine[] = [];
  let end: z.infer<typeof pullEndSchema> | undefined;
  let rest = '';
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const text of parts) {
        if (!take(text)) return err({ code: 'server_too_old' });
      }
    }
    if (!take(rest + decoder.decode())) return err({ code: 'server_too_old' });
  } catch {
    return err({ code: 'server_unreachable' });
  }
  return end === undefined ? err({ code: 'server_unreachable' }) : ok({ lines, end, bytes });

  function take(text: string): boolean {
    if (text === '') return true;
    // Nothing may follow the end.
    if (end !== undefined) return false;
    const value: unknown = JSON.parse(text);
    const line = parseLine(value, text);
    if (line !== undefined) {
      lines.push(line);
      return true;
    }
    const parsed = pullEndSchema.safeParse(value);
    end = parsed.data;
    return parsed.success;
  }
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
