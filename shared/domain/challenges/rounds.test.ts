// A 质疑 is about one course of a section. Answered when the section has been announced anew, it neither holds nor ends the course of now.
import { expect, it } from 'vitest';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { answer, end, ending, holdsOn, letter, register } from '#test/builders/challenges.ts';
import {
  clerk,
  confirmed,
  first,
  must,
  notice,
  office,
  publish,
  second,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { sections } from '../projects/model.ts';
import { coursesOf, isInCourse } from './courses.ts';
import { challenges } from './model.ts';

const again = anId('again');

/** Objected to in its first course, ended, and announced anew. */
function announcedAnew(mayAffectResult = true): Store {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], typedTender));
  store.now += 60_000;
  register(store, { stage: 'document', mayAffectResult });
  must(end(store));
  store.now += 60_000;
  must(publish(store, again, 'TENDER', [first], typedTender));
  store.now += 60_000;
  return store;
}

it('holds the course in which it was registered alone', () => {
  const store = announcedAnew();
  expect(store.get(sections, first).schedule?.round).toBe(2);
  expect(holdsOn(store)).toEqual([]);
  must(answer(store, 'amend_and_restart'));
  expect(holdsOn(store)).toEqual([]);
});

it('does not hold the new course either when it is said later that it may affect the result', () => {
  const store = announcedAnew(false);
  const changes = [{ field: 'mayAffectResult', from: false, to: true }];
  must(store.run(clerk, 'challenges.edit', { id: letter, changes }));
  expect(holdsOn(store)).toEqual([]);
  expect(store.get(challenges, letter).courses.map(({ noticeId }) => noticeId)).toEqual([notice]);
});

const withdraw = (store: Store, id: string) =>
  must(store.run(office, 'announcements.withdraw', { id, reason: '示例原因' }));

it('holds again when the notice of the new course is withdrawn, unless it was answered', () => {
  const open = announcedAnew();
  withdraw(open, again);
  expect(holdsOn(open)).toEqual(['challenge']);
  const answered = announcedAnew();
  must(answer(answered, 'go_on'));
  withdraw(answered, again);
  expect(holdsOn(answered)).toEqual([]);
});

it('is of the new course when it is registered in it', () => {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], typedTender));
  store.now += 60_000;
  must(end(store));
  store.now += 60_000;
  must(publish(store, again, 'TENDER', [first], typedTender));
  register(store, { stage: 'document' });
  expect(holdsOn(store)).toEqual(['challenge']);
  must(answer(store, 'amend_and_restart'));
  expect(holdsOn(store)).toEqual(['upheld']);
});

it('goes on from a 资格预审公告 to the invitation of the same round', () => {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], typedTender));
  register(store, { stage: 'document' });
  const section = store.get(sections, first);
  const { schedule } = section;
  if (schedule === null) throw new Error('not announced');
  const prequalified = { ...section, schedule: { ...schedule, opening: null } };
  const kept = (each: typeof section) => ({
    courses: coursesOf({ ...store.get(challenges, letter), courses: [] }, [each]),
  });
  const invited = { ...section, schedule: { ...schedule, announcementId: anId('invitation') } };
  const anew = { ...invited, schedule: { ...invited.schedule, round: 2 } };
  expect([isInCourse(kept(prequalified), invited), isInCourse(kept(prequalified), anew)]).toEqual([
    true,
    false,
  ]);
  expect([isInCourse(kept(section), section), isInCourse(kept(section), invited)]).toEqual([true, false]);
});

it('holds the section again that had ended before the answer, when its end is withdrawn', () => {
  const store = confirmed();
  register(store);
  must(end(store));
  store.now += 1000;
  must(answer(store, 'next_candidate'));
  expect(holdsOn(store)).toEqual([]);
  store.now += 1000;
  withdraw(store, ending);
  expect(store.get(sections, first).status).toBe('evaluated');
  expect(holdsOn(store)).toEqual(['upheld']);
});
