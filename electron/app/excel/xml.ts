// The little of XML that workbooks are made of, read tag by tag without a tree. Names are taken without their prefix: programs differ in theirs.
// Declarations of a document type are refused: a workbook has none, and entities could be made to grow.
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

export class MalformedXml extends Error {}

export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open === -1) return;
    if (open > at) yield { kind: 'text', text: unescaped(xml.slice(at, open)) };
    if (xml.startsWith('<![CDATA[', open)) {
      const end = found(xml, ']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, end) };
      at = end + 3;
    } else if (xml.startsWith('<!--', open)) {
      at = found(xml, '-->', open) + 3;
    } else if (xml.startsWith('<?', open)) {
      at = found(xml, '?>', open) + 2;
    } else if (xml.startsWith('<!', open)) {
      throw new MalformedXml('declaration');
    } else {
      const end = found(xml, '>', open);
      at = end + 1;
      yield tagToken(xml.slice(open + 1, end));
    }
  }
}

function found(xml: string, what: string, from: number): number {
  const at = xml.indexOf(what, from);
  if (at === -1) throw new MalformedXml(what);
  return at;
}

function tagToken(tag: string): XmlToken {
  if (tag.startsWith('/')) return { kind: 'close', name: localName(tag.slice(1).trim()) };
  const empty = tag.endsWith('/');
  const inner = empty ? tag.slice(0, -1) : tag;
  const space = inner.search(/\s/);
  const name = localName(space === -1 ? inner : inner.slice(0, space));
  return { kind: 'open', name, attributes: space === -1 ? '' : inner.slice(space), empty };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Begins at a blank and is bounded: a hostile tag of megabytes is passed over once, not once for each of its characters. */
const attributePattern = /\s([\w.:-]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, key = '', double, single] of attributes.matchAll(attributePattern)) {
    if (localName(key) === name) return unescaped(double ?? single ?? '');
  }
  return undefined;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,10}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
