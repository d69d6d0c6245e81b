// Which record types travel to desks, and which stay on the server. What stays is out of reach of every command that desks carry out too:
// there the rows are missing, and the command would decide otherwise than on the server.
import type { Entity } from './entity.ts';

export function isSynced({ kept }: Pick<Entity, 'kept'>): boolean {
  return kept !== 'server';
}

/** The record types a desk has tables for. */
export function syncedOf(kinds: ReadonlyMap<string, Entity>): ReadonlyMap<string, Entity> {
  return new Map([...kinds].filter(([, kind]) => isSynced(kind)));
}

/** What a request or a change says of its record type. */
export type Reach = { readonly kept?: 'server' };

export function reachOf({ kept }: Pick<Entity, 'kept'>): Reach {
  return kept === undefined ? {} : { kept };
}

/** Throws: a command that reaches too far is a bug. */
export function checkReach(
  command: { readonly name: string; readonly authority: 'local' | 'server' | 'online' },
  { kept, entity }: Reach & { readonly entity: string },
): void {
  if (kept === undefined || command.authority === 'online') return;
  throw new Error(`${command.name} is no online command and may not touch ${entity}`);
}
