// What the modules declare fits what the rest of the server makes of it.
import { expect, it } from 'vitest';
import { messageTypes } from '#shared/contract/exchange.ts';
import { entities } from '#shared/domain/entities.ts';
import { commands } from '#shared/domain/registry.ts';
import { incoming, moduleJobs, outgoing, projections } from './modules.ts';

it('every message of the business has a meaning, and none is of a type that is not spoken', () => {
  const spoken = (direction: 'in' | 'out') =>
    [...messageTypes].flatMap(([type, { direction: way, ordered }]) =>
      ordered && way === direction ? [type] : [],
    );
  expect([...outgoing.keys()].toSorted()).toEqual(spoken('out').toSorted());
  expect([...incoming.keys()].toSorted()).toEqual(
    [...spoken('in'), 'reconcile', 'reconcile.announcements', 'reconcile.events'].toSorted(),
  );
  for (const { command } of outgoing.values()) expect(commands.has(command)).toBe(true);
  for (const each of incoming.values()) {
    if ('command' in each) expect(commands.has(each.command)).toBe(true);
  }
});

it('tables are made from rows that there are, and jobs have names of their own', () => {
  for (const { entity, tables } of projections) {
    expect(entities.has(entity)).toBe(true);
    expect(tables).not.toEqual([]);
  }
  expect(new Set(moduleJobs.map(({ name }) => name)).size).toBe(moduleJobs.length);
});
