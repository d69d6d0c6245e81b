import { describe, expect, it } from 'vitest';
import { announcementRecord } from './announcement-record.ts';
import { readAbout } from './form-address.ts';
import { keptLines } from './section-lines.ts';

const { draftKey, idOfDraft, readDraft } = announcementRecord;

const id = '01890000-0000-7000-8000-000000000001';

describe('the address of a new announcement', () => {
  it('says what it is about', () => {
    expect(readAbout(new URLSearchParams({ type: 'TENDER', projectId: id }))).toEqual({
      type: 'TENDER',
      projectId: id,
      targetId: null,
    });
    expect(readAbout(new URLSearchParams({ type: 'INTENTION' }))).toMatchObject({ projectId: null });
  });

  it('is not trusted', () => {
    expect(readAbout(new URLSearchParams({ type: 'NO_SUCH', projectId: id }))).toBeUndefined();
    expect(readAbout(new URLSearchParams({ type: 'TENDER', projectId: '../x' }))).toBeUndefined();
    expect(readAbout(new URLSearchParams())).toBeUndefined();
  });
});

describe('a kept draft', () => {
  const about = { type: 'TENDER', projectId: id, targetId: null };
  it('says what it is about, and is found by its id', () => {
    expect(idOfDraft(draftKey(id))).toBe(id);
    expect(idOfDraft(`plan/${id}`)).toBeUndefined();
    const content = { sectionIds: [id], values: { docPlace: '一楼' } };
    expect(readDraft({ about, base: null, content })).toEqual({ about, base: null, content, unreadable: {} });
  });

  it('of anything else is none', () => {
    expect(readDraft({ content: {} })).toBeUndefined();
    expect(readDraft(null)).toBeUndefined();
  });
});

it('what was typed for a section that is not chosen now stays', () => {
  const line = (section: string, explanation: string) => ({ id: section, cells: { section, explanation } });
  expect(keptLines([line('a', 'new')], [line('a', 'old'), line('b', 'kept')])).toEqual([
    line('a', 'new'),
    line('b', 'kept'),
  ]);
});
