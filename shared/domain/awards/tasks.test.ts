// Whose task is what on a section with a result: announcing it, or ending the section after a filing by which nobody wins. Once the section has ended, nobody's.
import { expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { fileToEnd } from '#test/builders/award-changes.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import {
  clerk,
  confirmed,
  first,
  must,
  notice,
  office,
  projectIn,
  reviewer,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { taskKindsOf } from '../module.ts';
import { modules } from '../modules.ts';
import { sections } from '../projects/model.ts';
import { awards } from './model.ts';

/** What waits for the actor of a row, by the command that ends it. */
function waiting(store: Store, kind: typeof sections | typeof awards, id: string, actor = clerk) {
  const row = store.get<{ id: string }>(kind as never, id);
  const columns = { ...kind.columns, ...kind.deskColumns } as Record<string, { read(row: unknown): unknown }>;
  const said = (column: string) => columns[column]?.read(row);
  return [...taskKindsOf(modules).values()]
    .filter(({ entity }) => entity.name === kind.name)
    .filter((task) => {
      const claim = task.claim(actor, () => false as never);
      if (claim === null) return false;
      const only = Object.entries(claim.only ?? {});
      return (
        claim.waitsFor.some((each) => each === said('waitsFor')) &&
        only.every(([column, value]) => said(column) === value)
      );
    })
    .map(({ command }) => command);
}

function end(store: Store) {
  const id = anId('end');
  const content = {
    reasonCode: 'COMPLAINT_UPHELD',
    reason: [{ id: first, cells: { section: first, explanation: '质疑成立（示例）' } }],
  };
  const about = { type: 'TERMINATION', projectId: projectIn(store).id, targetId: notice };
  must(store.run(clerk, 'announcements.create', { id, ...about, sectionIds: [first], content }));
  must(store.run(clerk, 'announcements.submit', { id, acknowledged: [] }));
  must(store.run(reviewer, 'announcements.approve', { id }));
  must(store.run(clerk, 'announcements.publish', { id }));
}

it('a confirmed result waits for its announcement, and no more once its section has ended', () => {
  const store = confirmed();
  expect(waiting(store, sections, first)).toEqual(['awards.publish']);
  end(store);
  const id = store.all(awards)[0]?.id ?? '';
  expect([waiting(store, sections, first), waiting(store, awards, id)]).toEqual([[], []]);
  expect(store.get(awards, id).status).toBe('confirmed');
});

it('a result that is void by a filing waits for the 终止公告, with clerk and agency', () => {
  const store = aStoreWithAward();
  expect(waiting(store, sections, first)).toEqual([]);
  fileToEnd(store, first);
  expect(store.get(awards, awardId).status).toBe('void');
  expect(waiting(store, sections, first)).toEqual(['announcements.create']);
  expect(waiting(store, sections, first, reviewer)).toEqual([]);
  expect(waiting(store, sections, first, office)).toEqual([]);
  expect(waiting(store, sections, first, anActor('agency'))).toEqual(['announcements.create']);
  end(store);
  expect(waiting(store, sections, first)).toEqual([]);
});
