// Where an announcement of a project is begun, or its draft gone on with.
import { expect, it } from 'vitest';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import { beginsOf } from './announcement-address.ts';

const item = (parts: Partial<AnnouncementListItem>): AnnouncementListItem => ({
  ...{ id: 'result', type: 'RESULT', status: 'published', projectId: 'p', targetId: null, title: '' },
  ...{ projectName: '', purchaserName: '', draftedBy: 'purchaser', round: 1, sectionIds: ['one', 'two'] },
  ...{ publishedAt: 1, displayUntil: null, pushStatus: 'not_needed', updatedAt: 1, mark: 'synced' },
  ...parts,
});
const result = item({});
const change = { type: 'RESULT_CHANGE', targetId: 'result' } as const;
const draft = (id: string, sectionId: string) =>
  item({ ...change, id, sectionIds: [sectionId], publishedAt: null, status: 'draft' });
const addresses = (...announcements: readonly AnnouncementListItem[]) =>
  beginsOf('p', change, [result, ...announcements]);

it('goes on with the draft that an approved filing has made', () => {
  expect(addresses(draft('a', 'one'))).toEqual([{ to: '/announcements/a', sectionIds: [] }]);
});

it('offers each of several drafts about one result, by its sections', () => {
  expect(addresses(draft('a', 'one'), draft('b', 'two'))).toEqual([
    { to: '/announcements/a', sectionIds: ['one'] },
    { to: '/announcements/b', sectionIds: ['two'] },
  ]);
});

it('begins anew where there is none: what is published is no draft', () => {
  const published = item({ ...change, id: 'a' });
  expect(addresses(published)).toEqual([
    { to: '/announcements/new?type=RESULT_CHANGE&projectId=p&targetId=result', sectionIds: [] },
  ]);
});

it('begins a correction with all sections of what it corrects', () => {
  const [begin] = beginsOf('p', { type: 'CORRECTION', targetId: 'result' }, [result]);
  expect(begin?.to).toContain(new URLSearchParams({ sectionIds: 'one,two' }).toString());
});
