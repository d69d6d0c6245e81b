// What has become of a published result: in force, corrected, changed, or ended with its section.
import { expect, it } from 'vitest';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { announcements } from '../announcements/model.ts';
import { type Section, sections } from '../projects/model.ts';
import type { SectionResult } from '../projects/result.ts';
import { standingOf } from './standing.ts';

const sectionId = anId('lot-1');
const section = (store = aStoreWithAward()) => store.get(sections, sectionId);
const own = (id: string) => ({ awardId: id, noticeId: anId('notice') });

function resultIn({ results: [result] }: Section): SectionResult {
  if (result === undefined) throw new Error('no result');
  return result;
}

/** The section whose result was changed by these, one after the other. */
function changed(...changes: readonly Partial<SectionResult>[]): Section {
  const before = section();
  const last = changes.length;
  const results = [resultIn(before)];
  for (const change of changes) results.push({ ...resultIn(before), awardId: anId('change'), ...change });
  return {
    ...before,
    results: results.map((result, at) =>
      at === last ? result : { ...result, void: { at: 10 + at, document: `No ${at + 1}` } },
    ),
  };
}

function aTermination(store: Store, parts: Partial<ReturnType<typeof aNotice>> = {}) {
  return { ...aNotice(store), ...parts };
}
const aNotice = (store: Store) => ({
  ...store.get(announcements, anId('result')),
  ...{ id: anId('end'), type: 'TERMINATION' as const, title: 'The end', publishedAt: 77 },
  targetId: section(store).schedule?.announcementId ?? null,
});

it('is in force once it is announced', () => {
  expect(standingOf(section(), [], own(awardId))).toEqual({ as: 'in_force' });
  expect(standingOf(section(aStoreWithAward({}, false)), [], own(awardId))).toEqual({ as: 'in_force' });
});

it('is corrected where the letter stays, and says by which filing', () => {
  expect(standingOf(changed({}), [], own(awardId))).toEqual({ as: 'corrected', document: 'No 1', at: 10 });
});

it('is changed where another letter was issued, or none', () => {
  const letter = { no: 'another', at: 9 };
  expect(standingOf(changed({ letter }), [], own(awardId))).toEqual({
    as: 'changed',
    document: 'No 1',
    at: 10,
  });
  const before = section();
  const ended = { ...before, results: [{ ...resultIn(before), void: { at: 5, document: 'No 9' } }] };
  expect(standingOf(ended, [], own(awardId))).toEqual({ as: 'changed', document: 'No 9', at: 5 });
});

it('is changed by the filing that took its letter away, also where it was corrected before', () => {
  const twice = changed({}, { awardId: anId('second'), letter: { no: 'another', at: 9 } });
  expect(standingOf(twice, [], own(awardId))).toEqual({ as: 'changed', document: 'No 2', at: 11 });
  expect(standingOf(twice, [], own(anId('second')))).toEqual({ as: 'in_force' });
});

it.each(['failed', 'terminated'] as const)(
  'ends with its section, which is %s by an announcement',
  (status) => {
    const store = aStoreWithAward();
    const end = aTermination(store);
    expect(standingOf({ ...section(store), status }, [end], own(awardId))).toEqual({
      as: 'ended',
      notice: { id: anId('end'), title: 'The end', at: 77 },
    });
    const ofAnother = aTermination(store, { sectionIds: [anId('another')] });
    const ofAnotherCourse = aTermination(store, { targetId: anId('another') });
    expect(standingOf({ ...section(store), status }, [ofAnother, ofAnotherCourse], own(awardId))).toEqual({
      as: 'ended',
      notice: null,
    });
  },
);

it('stays ended when its section is announced anew', () => {
  const { schedule, ...before } = section();
  if (schedule === null) throw new Error('no schedule');
  const again: Section = { ...before, schedule: { ...schedule, announcementId: anId('again') } };
  expect(standingOf({ ...again, status: 'announced' }, [], own(awardId))).toMatchObject({ as: 'ended' });
});

it('is void by the filing, whatever ended the section afterwards', () => {
  const before = section();
  const results = [{ ...resultIn(before), void: { at: 5, document: 'No 9' } }];
  expect(standingOf({ ...before, results, status: 'failed' }, [], own(awardId))).toMatchObject({
    as: 'changed',
  });
});

it('is over with its section, also where it was never determined', () => {
  const store = aStoreWithAward({}, false);
  const undetermined = { ...section(store), results: [] };
  expect(standingOf(undetermined, [], own(awardId))).toEqual({ as: 'in_force' });
  const failed = { ...undetermined, status: 'failed' as const };
  expect(standingOf(failed, [aTermination(aStoreWithAward())], own(awardId))).toMatchObject({
    as: 'ended',
    notice: { at: 77 },
  });
  const { schedule } = undetermined;
  const again = schedule === null ? null : { ...schedule, announcementId: anId('again') };
  expect(standingOf({ ...undetermined, schedule: again }, [], own(awardId))).toMatchObject({ as: 'ended' });
});
