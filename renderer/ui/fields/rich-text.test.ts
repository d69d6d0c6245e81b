import { describe, expect, it } from 'vitest';
import { plainTextOf, richTextOf, richTextSchema } from '#shared/domain/announcements/rich-text.ts';
import { type EditorNode, readable, storedText } from './rich-text.ts';

const paragraph = (text: string): EditorNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('what the editor hands over', () => {
  it('loses attributes and nodes that are not known, and keeps the words', () => {
    const pasted: EditorNode = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { class: 'x' },
          content: [{ type: 'text', text: '一', marks: [{ type: 'bold' }, { type: 'link' }] }],
        },
        { type: 'image', attrs: { src: 'https://example.com/x.png' } },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [paragraph('二')] }],
        },
      ],
    };
    const stored = storedText(pasted);
    expect(richTextSchema.parse(stored)).toEqual(stored);
    expect(JSON.stringify(stored)).not.toMatch(/attrs|image|link|start/);
    expect(stored === undefined ? '' : plainTextOf(stored)).toBe('一\n二');
  });

  it('gives an empty cell its paragraph', () => {
    const table: EditorNode = {
      type: 'doc',
      content: [{ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell' }] }] }],
    };
    expect(storedText(table)?.content[0]).toMatchObject({
      content: [{ content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }],
    });
  });

  it('stays whole where it is longer than may be saved', () => {
    const typed = richTextOf('字'.repeat(30_000));
    expect(richTextSchema.safeParse(typed).success).toBe(false);
    expect(storedText(typed)).toEqual(typed);
  });

  it('is not stored when it has a shape that no field may hold', () => {
    const wide = Array.from({ length: 21 }, () => ({ type: 'tableCell' }));
    expect(
      storedText({
        type: 'doc',
        content: [{ type: 'table', content: [{ type: 'tableRow', content: wide }] }],
      }),
    ).toBeUndefined();
  });

  it('takes back what it has stored', () => {
    const stored = richTextOf('第一段\n\n第二段');
    expect(storedText(stored)).toEqual(stored);
  });
});

it('leaves out signs that turn the direction of writing, control characters and halves of pairs', () => {
  expect(readable('招\u202e标\u0000公\ud800告\t\n')).toBe('招标公\ufffd告\t\n');
});
