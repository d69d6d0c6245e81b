// 起草: what typing, saving and other people do to an open form.
import { describe, expect, it } from 'vitest';
import { announcementRecord } from './announcement-record.ts';
import { choosingSections, restoring, typing } from './form-state.ts';

const { isDirty, openForm, reduceForm } = announcementRecord;
type FormState = ReturnType<typeof openForm>;

const untouched = { sectionIds: ['a'], values: {} };
const fresh = () => openForm(null, undefined, untouched);
const typed = (state: FormState, value: string, generated?: string) =>
  reduceForm(state, typing('docPlace', value, generated));

describe('a new form', () => {
  it('has nothing to lose until something is typed or chosen', () => {
    expect(isDirty(fresh())).toBe(false);
    expect(isDirty(typed(fresh(), '二楼'))).toBe(true);
    expect(isDirty(reduceForm(fresh(), choosingSections([])))).toBe(true);
    expect(isDirty(reduceForm(fresh(), { type: 'unreadable', place: 'docFrom', text: 'soon' }))).toBe(true);
  });

  it('goes on with what was kept', () => {
    const content = { sectionIds: ['b'], values: { docPlace: '二楼' } };
    const state = openForm(null, { base: null, content, unreadable: { docFrom: 'soon' } }, untouched);
    expect(state).toMatchObject({ content, base: null, unreadable: { docFrom: 'soon' } });
    expect(isDirty(state)).toBe(true);
  });
});

describe('恢复自动内容', () => {
  it('takes away what was typed, readable or not', () => {
    const state = reduceForm(typed(fresh(), '二楼', '一楼'), {
      type: 'unreadable',
      place: 'docPlace.1.x',
      text: 'y',
    });
    const restored = reduceForm(state, restoring('docPlace'));
    expect(restored.content).toEqual(untouched);
    expect(restored.unreadable).toEqual({});
  });

  it('the choice of sections changes nothing that was typed', () => {
    const state = reduceForm(typed(fresh(), '二楼'), choosingSections(['a', 'b']));
    expect(state.content).toEqual({ sectionIds: ['a', 'b'], values: { docPlace: '二楼' } });
  });
});

describe('a saved announcement', () => {
  const saved = { sectionIds: ['a'], values: { docPlace: '一楼' } };
  const theirs = { sectionIds: ['a'], values: { docPlace: '三楼' } };

  it("takes another person's words where nothing was typed, and asks where it was", () => {
    const open = openForm(saved, undefined, untouched);
    expect(reduceForm(open, { type: 'incoming', theirs })).toMatchObject({
      content: theirs,
      taken: ['docPlace'],
    });
    const contested = reduceForm(typed(open, '二楼'), { type: 'incoming', theirs });
    expect(contested).toMatchObject({ contested: ['docPlace'], content: { values: { docPlace: '二楼' } } });
    const mine = reduceForm(contested, { type: 'choose', field: 'docPlace', side: 'mine' });
    expect(mine).toMatchObject({ contested: [], base: theirs, content: { values: { docPlace: '二楼' } } });
    const taken = reduceForm(contested, { type: 'choose', field: 'docPlace', side: 'theirs' });
    expect(isDirty(taken)).toBe(false);
  });

  it('is clean once it is saved, and as it was once it is reverted', () => {
    const open = typed(openForm(saved, undefined, untouched), '二楼');
    expect(isDirty(reduceForm(open, { type: 'saved', sent: open.content }))).toBe(false);
    expect(reduceForm(open, { type: 'revert' }).content).toEqual(saved);
  });
});
