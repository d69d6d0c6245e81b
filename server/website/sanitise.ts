// The last look at what strangers' browsers will be given: whatever made the document, nothing passes but the tags and classes that a document has.
import sanitizeHtml from 'sanitize-html';

const classes = [
  'doc',
  'doc-amount',
  'doc-dense',
  'doc-field',
  'doc-files',
  'doc-heading',
  'doc-label',
  'doc-list',
  'doc-scroll',
  'doc-signature',
  'doc-table',
  'doc-title',
  'doc-wide',
];

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['article', 'div', 'p', 'br', 'span', 'strong', 'h1', 'h2', 'ol', 'ul', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { article: ['lang'], div: ['tabindex'], th: ['scope'] },
  allowedClasses: { '*': classes },
  disallowedTagsMode: 'discard',
  allowedSchemes: [],
  allowProtocolRelative: false,
  enforceHtmlBoundary: false,
};

export function sanitised(html: string): string {
  // As documents write it, so that a page holds what a preview holds.
  return sanitizeHtml(html, options).replaceAll('<br />', '<br>');
}
