// Which answers a change makes old. A query that is not listed stands on everything: asked once too often is harmless, shown old is not.
import { tablesOfList } from '#shared/contract/lists.ts';
import type { List } from '#shared/domain/list.ts';
import { lists } from '#shared/domain/lists.ts';
import type { WindowEvent } from './bridge.ts';

/** Tables of the replica, and `outbox` for the commands. Calls with an empty list change only when the one signed in does. */
const standsOn: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...lists.flatMap((list: List): readonly [string, readonly string[]][] => [
    [`${list.name}.list`, [...tablesOfList(list), 'outbox']],
    [`${list.name}.counts`, [list.kind.name]],
  ]),
  ['plans.get', ['plans', 'outbox']],
  ['projects.get', ['projects', 'outbox']],
  ['sections.byProject', ['sections']],
  ['announcements.byProject', ['announcements', 'projects', 'sections', 'outbox']],
  ['announcements.get', ['announcements', 'settings', 'outbox']],
  ['announcements.tasks', ['announcements', 'settings', 'outbox']],
  [
    'announcements.document',
    ['announcements', 'projects', 'sections', 'plans', 'organisations', 'settings', 'calendar_years'],
  ],
  ['lists.unreadable', ['plans', 'projects', 'announcements']],
  ['home.counts', ['plans', 'projects', 'announcements', 'settings', 'outbox']],
  ['tasks.list', ['plans', 'outbox']],
  ['organisations.search', ['organisations']],
  ['organisations.get', ['organisations']],
  ['accounts.get', ['accounts', 'outbox']],
  ['settings.list', ['settings', 'outbox']],
  ['calendarYears.list', ['calendar_years', 'outbox']],
  ['numberPatterns.list', ['number_patterns', 'outbox']],
  ['platforms.list', ['platforms', 'outbox']],
  ['platforms.active', ['platforms']],
  ['search.query', ['projects', 'plans', 'announcements', 'sections', 'organisations']],
  ['outbox.list', ['outbox']],
  ['outbox.get', ['outbox']],
  ['conflict.get', ['outbox', 'plans']],
  ['drafts.get', []],
  ['drafts.list', []],
  ['session.current', []],
  ['session.accounts', []],
  ['session.checkServer', []],
  ['files.list', []],
  // Asked of the server each time; the page asks again when it wants to.
  ['exchange.messages', []],
  ['exchange.received', []],
  ['exchange.refusals', []],
  ['exchange.differences', []],
  ['desks.list', []],
  ['audit.entries', []],
]);

/** What no event tells of, as the window itself changes it: asked anew by every page, and not kept between pages. */
export const untold: ReadonlySet<string> = new Set(['drafts.get', 'drafts.list']);

/** Whether an answer given before this event may differ now. */
export function concerns(event: WindowEvent, name: string): boolean {
  switch (event.type) {
    case 'session.changed':
      return true;
    case 'replica.changed':
      return changes(name, (table) => event.tables.includes(table));
    case 'outbox.changed':
      return changes(name, (table) => table === 'outbox');
    case 'host.local':
      // After a restart of the local side nothing is known of what was missed.
      return event.state === 'running' && !name.startsWith('host.');
    case 'file.progress':
      return event.finished && name.startsWith('files.');
    default:
      return false;
  }
}

function changes(name: string, changed: (table: string) => boolean): boolean {
  // The host's answers and the status have events of their own.
  if (name.startsWith('host.') || name === 'sync.status') return false;
  return standsOn.get(name)?.some(changed) ?? true;
}
