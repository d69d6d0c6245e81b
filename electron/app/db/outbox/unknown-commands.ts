// Which commands an older program may not touch: those of a newer one that it does not know, and those made on top of their effects.
import type { Id } from '#shared/kernel/ids.ts';
import type { OutboxCommand } from './command-row.ts';

/** Whether this program has the command, in this version of its input or a later one. */
export type Knows = (command: Pick<OutboxCommand, 'name' | 'version'>) => boolean;

/** Of these, in their order: the unknown ones, and those that read or wrote what such a one wrote. */
export function unknownAmong(commands: readonly OutboxCommand[], knows: Knows): ReadonlySet<Id> {
  const unknown = new Set<Id>();
  const written = new Set<string>();
  for (const command of commands) {
    const { id, reads, writes } = command;
    if (knows(command) && ![...reads, ...writes].some((key) => written.has(key))) continue;
    unknown.add(id);
    for (const key of writes) written.add(key);
  }
  return unknown;
}
