// Pages are texts put together by `html`, which escapes whatever is put into it; only what `html` or `trusted` made goes in as it is. Values stand in
// text or in quoted attributes, never in the name of a tag, in a script or in a style.
const mark: unique symbol = Symbol('html');

export type Html = { readonly [mark]: string };
type Part = Html | string | number | null | readonly Part[];

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let made = texts[0] ?? '';
  for (const [index, part] of parts.entries()) made += textOf(part) + (texts[index + 1] ?? '');
  return trusted(made);
}

/** For text that is HTML already: a document that was sanitised when it was stored. */
export function trusted(text: string): Html {
  return { [mark]: text };
}

export const nothing: Html = trusted('');

export function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return mark in part ? part[mark] : part.map(textOf).join('');
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Also good for XML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities.get(sign) ?? '');
}
