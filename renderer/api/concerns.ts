// Which answers a change makes old: those that stand, by the contract, on what the event names.
import { type QueryName, queries, queryName } from '#shared/contract/ipc.ts';
import type { WindowEvent } from './bridge.ts';

/** Whether an answer given before this event may differ now. */
export function concerns(event: WindowEvent, name: string): boolean {
  const query = queryName(name);
  switch (event.type) {
    case 'session.changed':
      return true;
    case 'replica.changed':
      return standsOn(query).some((source) => event.tables.includes(source));
    case 'outbox.changed':
      return standsOn(query).includes('outbox');
    case 'file.progress':
      return (event.finished || event.error !== null) && standsOn(query).includes('files');
    case 'host.local':
      // After a restart of the local side nothing is known of what was missed.
      return event.state === 'running' && query !== undefined;
    default:
      return false;
  }
}

/** What no event tells of: asked anew by every page, and not kept between pages. */
export function isUntold(name: string): boolean {
  return standsOn(queryName(name)).includes('drafts');
}

/** The host's calls stand on nothing: they have events of their own. */
function standsOn(query: QueryName | undefined): readonly string[] {
  return query === undefined ? [] : queries[query].standsOn;
}
