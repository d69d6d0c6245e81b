import { describe, expect, it } from 'vitest';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { planRecord } from './plan-record.ts';

const { isDirty, openForm, reduceForm } = planRecord;
const saved = exampleContent;

describe('opening', () => {
  it('a new form holds what the unit says and nothing to keep', () => {
    const untouched = { ...emptyContent, regionCode: '411000' };
    const state = openForm(null, undefined, untouched);
    expect(state.content).toEqual(untouched);
    expect(isDirty(state)).toBe(false);
  });

  it('a draft comes back with the text that could not be read', () => {
    const content = { ...emptyContent, projectName: 'Chairs' };
    const state = openForm(null, { base: null, content, unreadable: { budgetAmount: '12x' } }, emptyContent);
    expect(state.content.projectName).toBe('Chairs');
    expect(state.unreadable).toEqual({ budgetAmount: '12x' });
    expect(isDirty(state)).toBe(true);
  });

  it('a draft meets what others have saved since', () => {
    const draft = {
      base: exampleContent,
      content: { ...exampleContent, contact: 'Wang', phone: '0374-1111111' },
      unreadable: {},
    };
    const now = { ...exampleContent, contact: 'Zhao', projectName: 'Renamed' };
    const state = openForm(now, draft, emptyContent);
    expect(state.content.projectName).toBe('Renamed');
    expect(state.contested).toEqual(['contact']);
    expect(state.content.phone).toBe('0374-1111111');
  });
});

describe('while it is open', () => {
  it('saving what was sent leaves dirty only what was typed since', () => {
    const typed = reduceForm(openForm(saved, undefined, emptyContent), {
      type: 'set',
      field: 'contact',
      change: (content) => ({ ...content, contact: 'Wang' }),
    });
    const sent = typed.content;
    const more = reduceForm(typed, {
      type: 'set',
      field: 'phone',
      change: (content) => ({ ...content, phone: '0374-1111111' }),
    });
    const after = reduceForm(more, { type: 'saved', sent });
    expect(isDirty(after)).toBe(true);
    expect(after.base?.contact).toBe('Wang');
    expect(isDirty(reduceForm(typed, { type: 'saved', sent }))).toBe(false);
  });

  it('its own save coming back from the replica changes nothing', () => {
    const state = reduceForm(openForm(saved, undefined, emptyContent), {
      type: 'saved',
      sent: { ...exampleContent, contact: 'Wang' },
    });
    const content = { ...exampleContent, contact: 'Wang' };
    const open = { ...state, content };
    expect(reduceForm(open, { type: 'incoming', theirs: content })).toBe(open);
  });

  it.each([
    ['mine', 'Wang'],
    ['theirs', 'Zhao'],
  ] as const)('a contested field is settled by choosing %s', (side, expected) => {
    const typed = reduceForm(openForm(saved, undefined, emptyContent), {
      type: 'set',
      field: 'contact',
      change: (content) => ({ ...content, contact: 'Wang' }),
    });
    const contested = reduceForm(typed, {
      type: 'incoming',
      theirs: { ...exampleContent, contact: 'Zhao' },
    });
    expect(contested.contested).toEqual(['contact']);
    const settled = reduceForm(contested, { type: 'choose', field: 'contact', side });
    expect(settled.contested).toEqual([]);
    expect(settled.content.contact).toBe(expected);
    // Either way the next edit begins from what the other wrote.
    expect(settled.base?.contact).toBe('Zhao');
  });

  it('giving up goes back to what is saved', () => {
    const typed = reduceForm(openForm(saved, undefined, emptyContent), {
      type: 'unreadable',
      place: 'budgetAmount',
      text: '12x',
    });
    expect(isDirty(typed)).toBe(true);
    expect(isDirty(reduceForm(typed, { type: 'revert' }))).toBe(false);
  });

  it('a text that became a value is forgotten', () => {
    const typed = reduceForm(openForm(saved, undefined, emptyContent), {
      type: 'unreadable',
      place: 'budgetAmount',
      text: '12x',
    });
    const read = reduceForm(typed, { type: 'unreadable', place: 'budgetAmount', text: undefined });
    expect(read.unreadable).toEqual({});
  });
});
