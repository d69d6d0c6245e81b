import { describe, expect, it } from 'vitest';
import { stillUnreadable } from '#renderer/ui/form/form-content.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { announcementContents, type FormContent, typedOver } from './form-content.ts';

const { changedFields, fieldChanges, mergeIncoming, read: readContent } = announcementContents;

const content = (values: FormContent['values'], sectionIds: readonly string[] = ['a']): FormContent => ({
  sectionIds,
  values,
});

describe('what is typed', () => {
  it('stands before the generated value, and is taken away when it says the same', () => {
    expect(typedOver({}, 'docPlace', '二楼', '一楼')).toEqual({ docPlace: '二楼' });
    expect(typedOver({ docPlace: '二楼' }, 'docPlace', '一楼', '一楼')).toEqual({});
    const words = richTextOf('无');
    expect(typedOver({ other: richTextOf('有') }, 'other', words, richTextOf('无'))).toEqual({});
  });

  it('may be blank where something is generated, and is nothing where nothing is', () => {
    expect(typedOver({}, 'docPlace', '', '一楼')).toEqual({ docPlace: '' });
    expect(typedOver({ docPlace: '二' }, 'docPlace', ' ', undefined)).toEqual({});
    expect(typedOver({ docFrom: '2026-03-01' }, 'docFrom', null, '2026-03-03')).toEqual({});
  });
});

describe('an edit', () => {
  it('says field by field what changes; null for what nobody typed', () => {
    const base = content({ docPlace: '一楼', docHow: '现场' });
    const now = content({ docPlace: '二楼' }, ['a', 'b']);
    expect(fieldChanges(base, now)).toEqual([
      { field: 'sectionIds', from: ['a'], to: ['a', 'b'] },
      { field: 'docPlace', from: '一楼', to: '二楼' },
      { field: 'docHow', from: '现场', to: null },
    ]);
    expect(changedFields(base, base)).toEqual([]);
  });

  it("takes over another person's change where nothing was typed here", () => {
    const base = content({ docPlace: '一楼', docHow: '现场' });
    const mine = content({ docPlace: '三楼', docHow: '现场' });
    const theirs = content({ docPlace: '一楼' }, ['b']);
    expect(mergeIncoming(base, mine, theirs)).toEqual({
      base: content({ docPlace: '一楼' }, ['b']),
      content: content({ docPlace: '三楼' }, ['b']),
      taken: ['sectionIds', 'docHow'],
      contested: [],
    });
  });

  it('lets the user choose where both have typed', () => {
    const merge = mergeIncoming(content({ docHow: '现场' }), content({ docHow: '邮寄' }), content({}));
    expect(merge).toMatchObject({ taken: [], contested: ['docHow'], content: content({ docHow: '邮寄' }) });
  });
});

it('texts whose line is gone are forgotten', () => {
  const unreadable = { docPrice: 'x', 'items.1.price': 'y', 'items.2.price': 'z' };
  expect(stillUnreadable(unreadable, () => [{ id: '2' }])).toEqual({ docPrice: 'x', 'items.2.price': 'z' });
});

it('a draft of another program is read field by field', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  const kept = {
    sectionIds: [id],
    values: { docPlace: '一楼', docPrice: 5, odd: { html: '<b>' }, 'no key': 1 },
  };
  expect(readContent(kept)).toEqual({
    sectionIds: [id],
    values: { docPlace: '一楼', docPrice: 5 },
  });
  expect(readContent('x')).toEqual({ sectionIds: [], values: {} });
});
