// What a visitor reads when there is no page: what happened and what to do. The code stands in the head, for programs.
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { html, nothing } from '../html.ts';
import { pageText } from './layout.ts';

const { errors } = websiteText;

export type ErrorWords = { readonly title: string; readonly hint: string };

export function errorPageText(code: ErrorCode, requestId: string, words: ErrorWords = wordsOf(code)): string {
  const { title, hint } = words;
  return pageText({
    title,
    crumbs: [{ name: title }],
    head: html`<meta name="robots" content="noindex"><meta name="error-code" content="${code}">`,
    content: html`<div class="empty"><h1>${title}</h1><p>${hint}</p>${
      code === 'internal' ? html`<p class="hint">${errors.number(requestId)}</p>` : nothing
    }<p><a href="/">${errors.back}</a></p></div>`,
  });
}

function wordsOf(code: ErrorCode): ErrorWords {
  if (code === 'not_found') return errors.notFound;
  if (code === 'rate_limited') return errors.tooMany;
  return code === 'internal' || code === 'retry_later' ? errors.broken : errors.badRequest;
}
