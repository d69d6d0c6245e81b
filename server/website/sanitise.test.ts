import { describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import type { OfficialDocument } from '#shared/documents/model.ts';
import { html, textOf, trusted } from './html.ts';
import { sanitised } from './sanitise.ts';

const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>\'"&';
const cell = (text: string) => ({ text: [[{ text }]], amount: true as const });
const document: OfficialDocument = {
  title: 'A title',
  blocks: [
    { kind: 'heading', no: '1.', text: 'Heading' },
    {
      kind: 'field',
      no: '1.',
      label: 'Label',
      value: [[{ text: 'a' }, { text: 'b', bold: true }], [{ text: 'c\nd' }]],
    },
    { kind: 'paragraph', text: [{ text: 'words' }] },
    { kind: 'list', ordered: true, items: [[[{ text: 'one' }]]] },
    { kind: 'list', ordered: false, items: [[[{ text: 'two' }]]] },
    { kind: 'table', head: Array.from({ length: 9 }, String), rows: [[cell('1.00')]] },
    { kind: 'files', label: 'Files', names: ['a.pdf', 'b.pdf'] },
  ],
  signature: { name: 'Somebody', date: '2026' },
};

describe('what visitors are given of a document', () => {
  it('is what the preview shows, tag by tag', () => {
    expect(sanitised(documentHtml(document))).toBe(documentHtml(document));
  });

  it('is text and nothing else, where somebody typed tags', () => {
    const made = sanitised(
      documentHtml({ ...document, title: evil, blocks: [{ kind: 'paragraph', text: [{ text: evil }] }] }),
    );
    expect(made).not.toMatch(/<(script|img)/);
    expect(made).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<p style="position:fixed">a</p>', '<p>a</p>'],
    ['<p class="doc-label brand">a</p>', '<p class="doc-label">a</p>'],
    ['<a href="javascript:x()">a</a>', 'a'],
    ['<script>x()</script>a', 'a'],
    ['<iframe src="//x"></iframe><form action="/x"><input></form>a', 'a'],
    ['<svg><script>x()</script></svg>a', 'a'],
    ['<style>*{}</style>a', 'a'],
    ['<div id="main">a</div>', '<div>a</div>'],
  ])('holds nothing of %s', (given, left) => {
    expect(sanitised(given)).toBe(left);
  });
});

describe('texts of pages', () => {
  it('are escaped in every place', () => {
    expect(textOf(html`<p title="${evil}">${[evil, 1, null]}</p>`)).not.toMatch(
      /<(script|img)|title="[^"]*"[^>]/,
    );
    expect(textOf(html`${html`<b>${'<'}</b>`}${trusted('<i></i>')}`)).toBe('<b>&lt;</b><i></i>');
  });
});
