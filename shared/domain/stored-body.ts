// The JSON text of a row as it is stored and sent. From revision 2 on it says by itself of which revision it is, so that it can be read
// wherever it has got to: tables, feed, history, base images, backups, another version's files.
import type { Entity, Row } from './entity.ts';

/** No field of a record may have this name; schemas are strict, so none can. */
const revisionKey = '$revision';

/** A stored body that this program cannot read: of a newer one, or damaged. It stays where it is. */
export class UnreadableRow extends Error {}

export function bodyOf(kind: Entity, row: Row): string {
  return JSON.stringify(kind.revision === 1 ? row : { [revisionKey]: kind.revision, ...row });
}

/**
 * A parsed body raised to the present revision. Not checked by the schema: that is for whoever decides on it; columns and scopes only need
 * the shape. Throws UnreadableRow.
 */
export function presentBody(kind: Entity, body: unknown): Row {
  if (!isRow(body)) throw new UnreadableRow(kind.name);
  const { [revisionKey]: stored = 1, ...rest } = body as Row & { readonly [revisionKey]?: unknown };
  if (typeof stored !== 'number' || !Number.isInteger(stored) || stored < 1 || stored > kind.revision) {
    throw new UnreadableRow(kind.name);
  }
  let present: unknown = stored === 1 && !(revisionKey in body) ? body : rest;
  try {
    for (let from = stored; from < kind.revision; from += 1) present = kind.upgrade(present, from);
  } catch {
    throw new UnreadableRow(kind.name);
  }
  if (!isRow(present) || present.id !== body.id) throw new UnreadableRow(kind.name);
  return present;
}

/** As `presentBody`, from the text. Throws UnreadableRow. */
export function presentRow(kind: Entity, text: string): Row {
  return presentBody(kind, parsed(kind, text));
}

/** A stored row that fits the present schema. Throws UnreadableRow. */
export function readRow<R extends Row>(kind: Entity<R>, text: string): R {
  const result = kind.schema.safeParse(presentRow(kind, text));
  if (!result.success) throw new UnreadableRow(kind.name);
  return result.data;
}

function parsed(kind: Entity, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableRow(kind.name);
  }
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
