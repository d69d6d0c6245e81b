// A section that is ended and announced anew within a day: what happened before the notice of now belongs to the course of before, by the instant of its publication.
import { expect, it } from 'vitest';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { end } from '#test/builders/challenges.ts';
import { evaluate, first, must, notice, publish, second } from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import { sections } from '../model.ts';
import { sectionEvents } from './model.ts';

const again = anId('again');
const hour = 3_600_000;

/** What the centre tells of ended an hour before the message. */
function toldAfter(wait: number) {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], typedTender));
  store.now += 60_000;
  must(end(store));
  store.now += 60_000;
  must(publish(store, again, 'TENDER', [first], typedTender));
  expect(store.get(sections, first).schedule).toMatchObject({ round: 2, publishedAt: store.now });
  store.now += wait;
  must(evaluate(store));
  const ended = store.all(sectionEvents).filter(({ kind }) => kind === 'evaluation_ended');
  return [store.get(sections, first).status, ...ended.map(({ noticeId }) => noticeId)];
}

it('an evaluation before the new notice of the same day is of the course before', () => {
  expect(toldAfter(60_000)).toEqual(['announced', null]);
});

it('one after it is of the course of now', () => {
  expect(toldAfter(2 * hour)).toEqual(['evaluated', again]);
});
