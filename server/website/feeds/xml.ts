import { type Html, textOf } from '../html.ts';

/** XML has no way to write control characters: what a text holds of them is left out. */
export function xmlText(document: Html): string {
  const text = textOf(document);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()}`;
}
