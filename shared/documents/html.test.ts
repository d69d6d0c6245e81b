// What is read back from the HTML is what the document says, and nothing that was typed is a tag.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentHtml } from './html.ts';
import type { DocumentBlock, OfficialDocument } from './model.ts';
import { paper, sizes } from './typesetting.ts';

const empty: OfficialDocument = { title: '公告', blocks: [], signature: null };
const withBlocks = (...blocks: DocumentBlock[]) => documentHtml({ ...empty, blocks });
const bodyOf = (html: string) => html.replace(/^.*?<\/h1>/, '').replace('</article>', '');

const known = new Set([
  '<article class="doc" lang="zh-CN">',
  ...[1, 2, 3].map((level) => `<h${level} class="doc-title">`),
  ...[2, 3, 4].map((level) => `<h${level} class="doc-heading">`),
  ...['field', 'files', 'signature'].map((name) => `<div class="doc-${name}">`),
  '<div class="doc-scroll" tabindex="0">',
  ...['', ' doc-wide', ' doc-wide doc-dense'].map((more) => `<table class="doc-table${more}">`),
  ...['ol', 'ul'].map((tag) => `<${tag} class="doc-list">`),
  ...['amount', 'word', 'long'].map((name) => `<td class="doc-${name}">`),
  ...['number', 'addressee', 'stamp'].map((name) => `<p class="doc-${name}">`),
  '<div class="doc-void" aria-hidden="true" data-word="已失效">',
  '<span class="doc-label">',
  '<th scope="col">',
  ...['p', 'strong', 'br', 'li', 'ol', 'thead', 'tbody', 'tr', 'td'].map((tag) => `<${tag}>`),
  ...'article h1 h2 h3 h4 p div span strong li ol ul table thead tbody tr th td'
    .split(' ')
    .map((tag) => `</${tag}>`),
]);
const unknownTags = (html: string) => (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !known.has(tag));

const signs = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);
/** What a reader would copy from the page. */
const textOf = (html: string) =>
  html
    .replaceAll('<br>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&[^;]*;/g, (entity) => signs.get(entity) ?? `unknown ${entity}`);

const hostile = `<script>alert('1')</script></article><p onclick="x">&lt;&amp;&#60;`;

it('says above all that a paper counts no more, in words and across the page', () => {
  const stamp = { word: '已失效', text: `自今日起失效（${hostile}）` };
  const html = documentHtml({ ...empty, stamp });
  expect(textOf(html)).toBe(`${stamp.text}公告`);
  expect(html).toContain(`<div class="doc-void" aria-hidden="true" data-word="${stamp.word}"></div>`);
  expect(unknownTags(html)).toEqual([]);
  expect(documentHtml(empty)).not.toMatch(/doc-(void|stamp)/);
});

describe('an announcement as HTML', () => {
  it('has title, headings, fields, lists, tables, files and the signature in their order', () => {
    const html = documentHtml({
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
        { kind: 'list', ordered: true, items: [[[{ text: '甲' }]], [[{ text: '乙' }]]] },
        {
          kind: 'table',
          head: ['名称', '金额'],
          rows: [[{ text: [[{ text: '设备' }]] }, { text: [[{ text: '1,234.00' }]], amount: true }]],
        },
        { kind: 'files', label: '附件', names: ['a.pdf', 'b.pdf'] },
      ],
      signature: { name: '第一中学', date: '2026年3月2日' },
    });
    expect(html).toBe(
      [
        '<article class="doc" lang="zh-CN"><h1 class="doc-title">公开招标公告</h1>',
        '<h2 class="doc-heading">一、项目基本情况</h2>',
        '<div class="doc-field"><p><span class="doc-label">1.项目编号：</span>A-1</p><p><strong>第二段</strong></p></div>',
        '<p>两<br>行</p>',
        '<ol class="doc-list"><li><p>甲</p></li><li><p>乙</p></li></ol>',
        '<div class="doc-scroll" tabindex="0"><table class="doc-table">',
        '<thead><tr><th scope="col">名称</th><th scope="col">金额</th></tr></thead>',
        '<tbody><tr><td><p>设备</p></td><td class="doc-amount"><p>1,234.00</p></td></tr></tbody></table></div>',
        '<div class="doc-files"><p><span class="doc-label">附件：</span></p><ol><li>a.pdf</li><li>b.pdf</li></ol></div>',
        '<div class="doc-signature"><p>第一中学</p><p>2026年3月2日</p></div></article>',
      ].join(''),
    );
  });

  it('stands below the heading of a page that has one of its own', () => {
    const html = documentHtml({ ...empty, blocks: [{ kind: 'heading', no: '', text: '概况' }] }, 2);
    expect(html).toContain('<h2 class="doc-title">公告</h2><h3 class="doc-heading">概况</h3>');
  });

  it('leaves out what is not there: label, day, head of a table, a table without columns', () => {
    expect(bodyOf(withBlocks({ kind: 'field', no: '', label: '', value: [] }))).toBe(
      '<div class="doc-field"><p></p></div>',
    );
    expect(bodyOf(withBlocks({ kind: 'table', head: [], rows: [[]] }))).toBe('');
    expect(withBlocks({ kind: 'table', head: [], rows: [[{ text: [] }]] })).not.toContain('thead');
    expect(bodyOf(documentHtml({ ...empty, signature: { name: '甲', date: '' } }))).toBe(
      '<div class="doc-signature"><p>甲</p></div>',
    );
  });

  it('writes number and addressee of a letter, and signers one below the other', () => {
    const html = documentHtml({
      title: '通知书',
      blocks: [
        { kind: 'number', text: '编号：1' },
        { kind: 'addressee', text: '甲公司：' },
      ],
      signature: { name: '第一中学\n代理公司', date: '' },
    });
    expect(bodyOf(html)).toBe(
      '<p class="doc-number">编号：1</p><p class="doc-addressee">甲公司：</p>' +
        '<div class="doc-signature"><p>第一中学<br>代理公司</p></div>',
    );
  });

  it('writes one file on the line of its label, several below it', () => {
    expect(bodyOf(withBlocks({ kind: 'files', label: '附件', names: ['<b>.pdf'] }))).toBe(
      '<div class="doc-files"><p><span class="doc-label">附件：</span>&lt;b&gt;.pdf</p></div>',
    );
  });

  it('keeps short codes whole, breaks long words, and sets tables of many columns smaller', () => {
    const cell = (text: string) => ({ text: [[{ text }]] });
    const table = (...texts: string[]) => withBlocks({ kind: 'table', head: [], rows: [texts.map(cell)] });
    expect(table('JA2026-0123-001', '许昌市', 'x'.repeat(5000))).toContain(
      '<td class="doc-word"><p>JA2026-0123-001</p></td><td><p>许昌市</p></td><td class="doc-long">',
    );
    expect(table(...'12345'.split(''))).toContain('"doc-table doc-wide"');
    expect(table(...'123456789'.split(''))).toContain('"doc-table doc-wide doc-dense"');
    expect(table(...Array.from({ length: 5 }, () => '2026-03-22-2026'))).toContain('doc-dense');
  });

  it('escapes hostile text wherever it stands', () => {
    const paragraph = [{ text: hostile }];
    const html = documentHtml({
      title: hostile,
      blocks: [
        { kind: 'heading', no: hostile, text: hostile },
        { kind: 'field', no: hostile, label: hostile, value: [paragraph, paragraph] },
        { kind: 'paragraph', text: [{ text: hostile, bold: true }] },
        { kind: 'list', ordered: false, items: [[paragraph]] },
        { kind: 'table', head: [hostile], rows: [[{ text: [paragraph], amount: true }]] },
        { kind: 'files', label: hostile, names: [hostile, hostile] },
        { kind: 'number', text: hostile },
        { kind: 'addressee', text: hostile },
      ],
      signature: { name: hostile, date: hostile },
    });
    expect(unknownTags(html)).toEqual([]);
    expect(textOf(html).split(hostile)).toHaveLength(19);
    expect(html.match(/<\/article>/g)).toHaveLength(1);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<', '>', '&', '"', "'", '/', 'p', '&lt;', '<br>', '\n', '项'))
    .map((parts) => parts.join('')),
);
const anyParagraph = fc.array(
  fc.record({ text: anyText, bold: fc.constant<true>(true) }, { requiredKeys: ['text'] }),
);
const anyParagraphs = fc.array(anyParagraph, { maxLength: 4 });
const anyBlock: fc.Arbitrary<DocumentBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), no: anyText, text: anyText }),
  fc.record({ kind: fc.constant('field'), no: anyText, label: anyText, value: anyParagraphs }),
  fc.record({ kind: fc.constant('paragraph'), text: anyParagraph }),
  fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(anyParagraphs) }),
  fc.record({
    kind: fc.constant('table'),
    head: fc.array(anyText),
    rows: fc.array(
      fc.array(
        fc.record({ text: anyParagraphs, amount: fc.constant<true>(true) }, { requiredKeys: ['text'] }),
      ),
    ),
  }),
  fc.record({ kind: fc.constant('files'), label: anyText, names: fc.array(anyText) }),
  fc.record({ kind: fc.constantFrom('number', 'addressee'), text: anyText }),
);
const anyDocument: fc.Arbitrary<OfficialDocument> = fc.record({
  title: anyText,
  blocks: fc.array(anyBlock, { maxLength: 8 }),
  signature: fc.option(fc.record({ name: anyText, date: anyText })),
});

type Plain = readonly (readonly { readonly text: string }[])[];
const plain = (paragraphs: Plain) => paragraphs.flatMap((paragraph) => paragraph.map(({ text }) => text));
const lead = (label: string) => (label === '' ? '' : `${label}：`);

function wordsOfBlock(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.no + block.text];
    case 'field':
      return [block.no + lead(block.label), ...plain(block.value)];
    case 'paragraph':
      return plain([block.text]);
    case 'list':
      return block.items.flatMap(plain);
    case 'table':
      return [...block.head, ...block.rows.flat().flatMap(({ text }) => plain(text))];
    case 'files':
      return [lead(block.label), ...block.names];
    case 'number':
    case 'addressee':
      return [block.text];
  }
}

/** The words of a document, one after another. */
function wordsOf({ title, blocks, signature }: OfficialDocument): string {
  const words = [title, ...blocks.flatMap(wordsOfBlock), signature?.name ?? '', signature?.date ?? ''];
  // Each text by itself, as it is written: a return at the end of one and a line feed at the beginning of the next are two lines.
  return words.map((text) => text.replace(/\r\n?/g, '\n')).join('');
}

it('whatever the document: no tag but the known ones, every tag closed, every word kept', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const html = documentHtml(document);
      expect(unknownTags(html)).toEqual([]);
      expect(textOf(html)).toBe(wordsOf(document));
      const open: string[] = [];
      for (const [, end, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
        if (end === '/') expect(open.pop()).toBe(tag);
        else if (tag !== 'br') open.push(tag);
      }
      expect(open).toEqual([]);
    }),
  );
});

describe('its styles', () => {
  const css = readFileSync(new URL('../../resources/documents/announcement.css', import.meta.url), 'utf8');

  it('say of paper and sizes what Word is told', () => {
    const { top, right, bottom, left } = paper.margin;
    expect(css).toContain(`margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;`);
    expect(css).toContain(`max-width: ${paper.width}mm`);
    for (const size of [sizes.body, sizes.pageNumber, ...Object.values(sizes.table)]) {
      expect(css).toContain(`${size}pt`);
    }
  });

  it('know every class, and touch nothing outside .doc', () => {
    for (const name of [...known].flatMap((tag) => /class="([^"]*)"/.exec(tag)?.[1]?.split(' ') ?? [])) {
      if (name !== 'doc-label' && name !== 'doc-word') expect(css).toMatch(new RegExp(`\\.${name}\\b`));
    }
    const selectors = css
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/@page[^{]*\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '')
      .replace(/@media[^{]*\{/g, '')
      .match(/[^{};]+(?=\{)/g);
    const strangers = selectors?.flatMap((list) =>
      list
        .replace(/\([^)]*\)/g, '')
        .split(',')
        .map((selector) => selector.replace(/^[\s}]+/, '').trim())
        .filter((selector) => !/^\.doc(?![\w-])/.test(selector)),
    );
    expect(strangers).toEqual([]);
  });
});
