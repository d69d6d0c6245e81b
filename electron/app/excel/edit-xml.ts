// Changes of a document that leave every other character of it as it is.
import { BrokenXml, escapeXml, type XmlTag, xmlPieces } from './xml.ts';

export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** They may not overlap; of those at one place the first comes first. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += xml.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + xml.slice(at);
}

/** An element with where it begins and ends. */
export type Element = { readonly tag: XmlTag; readonly end: number; readonly closing: number };

/** Those of the names, in the order in which they begin. */
export function elementsOf(xml: string, names: ReadonlySet<string>): readonly Element[] {
  const found: (Element | undefined)[] = [];
  const open: { readonly tag: XmlTag; readonly index: number }[] = [];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text' || !names.has(piece.name)) continue;
    if (piece.kind === 'open') {
      open.push({ tag: piece, index: found.length });
      found.push(undefined);
    } else {
      const begun = open.pop();
      if (begun !== undefined) found[begun.index] = { tag: begun.tag, end: piece.end, closing: piece.start };
    }
  }
  return found.filter((element) => element !== undefined);
}

export function rootOf(xml: string): Element {
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open') continue;
    const [root] = elementsOf(xml, new Set([piece.name]));
    if (root !== undefined) return root;
  }
  throw new BrokenXml('no element');
}

/** The change that puts something behind all that an element holds; `<a/>` becomes `<a>…</a>`. */
export function appended(xml: string, { tag, end, closing }: Element, text: string): Edit {
  if (closing !== tag.start) return { start: closing, end: closing, text };
  return {
    start: tag.start,
    end,
    text: `${xml.slice(tag.start, end - 2).trimEnd()}>${text}</${tag.fullName}>`,
  };
}

/** `x:` where the element's namespace has such a prefix. */
export function prefixOf({ fullName, name }: XmlTag): string {
  return fullName.slice(0, fullName.length - name.length);
}

/** A name that no part and no relation has yet: the first free number in it. */
export function freeName(isTaken: (name: string) => boolean, name: (no: number) => string): string {
  let no = 1;
  while (isTaken(name(no))) no += 1;
  return name(no);
}

export function element(name: string, attributes: Readonly<Record<string, string>>, content = ''): string {
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${listed.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}
