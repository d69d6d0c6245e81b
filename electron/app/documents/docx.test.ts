// A Word file is opened again: its words, its structure, its paper, and what it does with text that means something in XML.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { documentDocx } from './docx.ts';
import { writeWord } from './word-file.ts';

const empty: OfficialDocument = { title: '公告', blocks: [], signature: null };

type Parts = ReadonlyMap<string, string>;
const partsOf = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const mainOf = (parts: Parts) => parts.get('word/document.xml') ?? '';
const written = async (...blocks: DocumentBlock[]) =>
  mainOf(partsOf(await documentDocx({ ...empty, blocks })));

const decode = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
/** The words of each paragraph; a break within one is a line feed. */
const paragraphsOf = (xml: string) =>
  (xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? []).map((paragraph) =>
    decode(paragraph.replaceAll('<w:br/>', '\n').replace(/<[^>]*>/g, '')),
  );
const count = (xml: string, part: string) => xml.split(part).length - 1;

/** Every tag closed by its own, nothing left open, no sign that XML does not know. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [tag] of xml.replace(/<\?.*?\?>/gs, '').matchAll(/<[^>]*>/g)) {
    const name = /^<\/?([\w:]+)(\s+[\w:]+="[^"<]*")*\s*\/?>$/.exec(tag)?.[1];
    expect(name, tag).toBeDefined();
    if (tag.startsWith('</')) expect(open.pop()).toBe(name);
    else if (!tag.endsWith('/>')) open.push(name ?? '');
  }
  expect(open).toEqual([]);
  expect(xml.replace(/&(lt|gt|amp|quot|apos);/g, '')).not.toMatch(/&|[\ufffe\uffff]|(?![\n\t\r])\p{Cc}/u);
}

const announcement: OfficialDocument = {
  title: '公开招标公告',
  blocks: [
    { kind: 'heading', no: '一、', text: '项目基本情况' },
    {
      kind: 'field',
      no: '1.',
      label: '项目编号',
      value: [[{ text: 'A-1' }], [{ text: '第二段', bold: true }]],
    },
    { kind: 'paragraph', text: [{ text: '两\n行' }] },
    { kind: 'list', ordered: true, items: [[[{ text: '甲' }], [{ text: '甲之二' }]], [[{ text: '乙' }]]] },
    { kind: 'list', ordered: true, items: [[[{ text: '丙' }]]] },
    {
      kind: 'table',
      head: ['名称', '金额'],
      rows: [
        [{ text: [[{ text: '设备' }]] }, { text: [[{ text: '1,234.00' }]], amount: true }],
        [{ text: [[{ text: '短行' }]] }],
      ],
    },
    { kind: 'files', label: '附件', names: ['a.pdf', 'b.pdf'] },
  ],
  signature: { name: '第一中学', date: '2026年3月2日' },
};

describe('an announcement as a Word file', () => {
  it('says the same words in the same order', async () => {
    const parts = partsOf(await documentDocx(announcement));
    expect(paragraphsOf(mainOf(parts)).filter((text) => text !== '')).toEqual([
      '公开招标公告',
      '一、项目基本情况',
      '1.项目编号：A-1',
      '第二段',
      '两\n行',
      ...['甲', '甲之二', '乙', '丙'],
      ...['名称', '金额', '设备', '1,234.00', '短行'],
      ...['附件：', 'a.pdf', 'b.pdf'],
      ...['第一中学', '2026年3月2日'],
    ]);
    for (const [name, part] of [...parts]) if (/\.(xml|rels)$/.test(name)) expectWellFormed(part);
  });

  it('has real headings, lists that begin anew, and a table whose head is repeated', async () => {
    const xml = mainOf(partsOf(await documentDocx(announcement)));
    expect(xml).toMatch(
      /<w:pStyle w:val="Title"\/>.*公开招标公告.*<w:pStyle w:val="Heading1"\/>.*项目基本情况/s,
    );
    const lists = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(lists).toHaveLength(5);
    expect(new Set(lists).size).toBe(3);
    expect([count(xml, '<w:tblHeader/>'), count(xml, '<w:tr>'), count(xml, '<w:tc>')]).toEqual([1, 3, 6]);
    expect(xml).toMatch(/<w:jc w:val="right"\/>(?:(?!<w:p>).)*1,234\.00/s);
    expect(xml).toContain('<w:insideH w:val="single"');
  });

  it('says on every page that a paper counts no more', async () => {
    const stamp = { word: '已失效', text: '本通知书自2026年3月5日起失效' };
    const parts = partsOf(await documentDocx({ ...empty, stamp }));
    const heads = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(heads).toHaveLength(2);
    for (const [, head] of heads) {
      expectWellFormed(head);
      expect(paragraphsOf(head)).toEqual(['已失效\n本通知书自2026年3月5日起失效']);
    }
    // Odd and even pages have one each.
    expect(mainOf(parts).match(/<w:headerReference w:type="(default|even)"/g)).toHaveLength(2);
    const without = [...partsOf(await documentDocx(empty)).keys()];
    expect(without.some((name) => name.includes('header'))).toBe(false);
  });

  it('has the number of a letter in the middle, its addressee at the edge, and signers one below the other', async () => {
    const xml = mainOf(
      partsOf(
        await documentDocx({
          title: '通知书',
          blocks: [
            { kind: 'number', text: '编号：1' },
            { kind: 'addressee', text: '甲公司：' },
          ],
          signature: { name: '第一中学\n代理公司', date: '2026年3月2日' },
        }),
      ),
    );
    expect(paragraphsOf(xml)).toEqual([
      '通知书',
      '编号：1',
      '甲公司：',
      '第一中学\n代理公司',
      '2026年3月2日',
    ]);
    expect(xml).toMatch(/<w:jc w:val="center"\/>(?:(?!<w:p>).)*编号：1/s);
    expect(xml).not.toMatch(/<w:ind [^>]*\/>(?:(?!<w:p>).)*甲公司/s);
  });

  it('is set on A4 with the margins and fonts of official documents', async () => {
    const parts = partsOf(await documentDocx(announcement));
    const size = /<w:pgSz ([^>]*)\/>/.exec(mainOf(parts))?.[1] ?? '';
    for (const side of ['w:w="11906"', 'w:h="16838"']) expect(size).toContain(side);
    const margins = /<w:pgMar ([^>]*)\/>/.exec(mainOf(parts))?.[1] ?? '';
    // 37, 26, 35 and 28 mm.
    for (const margin of ['w:top="2098"', 'w:right="1474"', 'w:bottom="1984"', 'w:left="1587"']) {
      expect(margins).toContain(margin);
    }
    const styles = parts.get('word/styles.xml') ?? '';
    for (const font of ['仿宋', '黑体', '方正小标宋简体']) expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(styles).toContain('<w:sz w:val="44"/>');
  });

  it('has page numbers at the outer edge', async () => {
    const parts = partsOf(await documentDocx(announcement));
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(footers).toHaveLength(2);
    for (const [, footer] of footers) {
      expect(footer).toMatch(/— <\/w:t>.*<w:instrText[^>]*>PAGE<\/w:instrText>.*> —<\/w:t>/s);
    }
    expect(footers.map(([, footer]) => /<w:jc w:val="(\w+)"\/>/.exec(footer)?.[1]).toSorted()).toEqual([
      'left',
      'right',
    ]);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('keeps hostile text as text', async () => {
    const hostile = `</w:t></w:r><w:p/>&lt;"' ]]> <!-- <?xml \ufffe\uffff {{name}} ${'长'.repeat(3000)}`;
    const kept = hostile.replace(/[\ufffe\uffff]/g, '\ufffd');
    const paragraph = [{ text: hostile }];
    const parts = partsOf(
      await documentDocx({
        title: hostile,
        blocks: [
          { kind: 'heading', no: '', text: hostile },
          { kind: 'field', no: '', label: hostile, value: [paragraph] },
          { kind: 'list', ordered: false, items: [[paragraph]] },
          { kind: 'table', head: [hostile], rows: [[{ text: [paragraph] }]] },
          { kind: 'files', label: '', names: [hostile] },
          { kind: 'number', text: hostile },
          { kind: 'addressee', text: hostile },
        ],
        signature: { name: hostile, date: hostile },
      }),
    );
    for (const [name, part] of [...parts]) if (/\.(xml|rels)$/.test(name)) expectWellFormed(part);
    expect(paragraphsOf(mainOf(parts)).join('').split(kept)).toHaveLength(13);
  });

  it('leaves out a table without columns, and holds two tables apart', async () => {
    expect(await written({ kind: 'table', head: [], rows: [[]] })).not.toContain('<w:tbl>');
    const table: DocumentBlock = { kind: 'table', head: ['头'], rows: [] };
    expect(await written(table, table)).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:tbl>/s);
  });

  it('takes a table of 500 rows', async () => {
    const rows = Array.from({ length: 500 }, (_, at) =>
      Array.from({ length: 7 }, (__, column) => ({ text: [[{ text: `${at}/${column}` }]] })),
    );
    const xml = await written({ kind: 'table', head: [], rows });
    expect(count(xml, '<w:tr>')).toBe(500);
    expect(xml).toContain('499/6');
  });

  it('is the same file again, but for the time it was made', async () => {
    const timeless = async () =>
      [...partsOf(await documentDocx(announcement))].filter(([name]) => name !== 'docProps/core.xml');
    expect(await timeless()).toEqual(await timeless());
  });
});

describe('writeWord', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhengcai-word-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes the file to its place and nothing beside it', async () => {
    const path = join(folder, '公告.docx');
    expect(await writeWord(announcement, path)).toEqual({ ok: true, value: { path } });
    expect(mainOf(partsOf(readFileSync(path)))).toContain('公开招标公告');
    expect(readdirSync(folder)).toEqual(['公告.docx']);
  });

  it('says when it cannot be written there', async () => {
    expect(await writeWord(announcement, join(folder, 'none', 'a.docx'))).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'path', code: 'file_not_writable' }] },
    });
  });
});
