// XML as workbooks have it, piece by piece and with its place in the text: a part can be read, and something added to it without touching the
// rest. Time and memory grow with the length of the text alone, whatever stands in it. Document types, and with them entities of a file's own,
// are refused.

/** The text is no whole document. */
export class BrokenXml extends Error {}

export type XmlTag = {
  readonly kind: 'open';
  /** Without the prefix of its namespace. */
  readonly name: string;
  /** With it. */
  readonly fullName: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** How many elements it stands in. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
};
export type XmlPiece =
  | XmlTag
  | {
      readonly kind: 'close';
      readonly name: string;
      readonly depth: number;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'text'; readonly text: string };

const mostDepth = 200;

/** An element without content is opened and closed at the same place. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start === -1 && open.length > 0) break;
    const text = xml.slice(at, start === -1 ? undefined : start);
    if (text !== '') yield { kind: 'text', text: unescaped(text) };
    if (start === -1) return;
    if (xml.startsWith('<!--', start)) at = behind(xml, '-->', start + 4);
    else if (xml.startsWith('<?', start)) at = behind(xml, '?>', start + 2);
    else if (xml.startsWith('<![CDATA[', start)) {
      at = behind(xml, ']]>', start + 9);
      yield { kind: 'text', text: lines(xml.slice(start + 9, at - 3)) };
    } else {
      const end = endOfTag(xml, start);
      yield* tagPieces(xml.slice(start, end), start, end, open);
      at = end;
    }
  }
  if (open.length > 0) throw new BrokenXml('an element has no end');
}

function* tagPieces(tag: string, start: number, end: number, open: string[]): Generator<XmlPiece> {
  const [, closing = '', fullName = ''] = /^<(\/?)([^\s/>!?]+)/.exec(tag) ?? [];
  if (fullName === '') throw new BrokenXml('a tag without a name');
  const name = localName(fullName);
  if (closing !== '') {
    if (open.pop() !== fullName) throw new BrokenXml('elements are closed in another order');
    yield { kind: 'close', name, depth: open.length, start, end };
    return;
  }
  if (open.length >= mostDepth) throw new BrokenXml('too deep');
  const depth = open.length;
  yield { kind: 'open', name, fullName, attributes: attributesOf(tag), depth, start, end };
  if (tag.endsWith('/>')) yield { kind: 'close', name, depth, start, end };
  else open.push(fullName);
}

function behind(xml: string, sign: string, from: number): number {
  const at = xml.indexOf(sign, from);
  if (at === -1) throw new BrokenXml(`no ${sign}`);
  return at + sign.length;
}

function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (sign === '<') break;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  throw new BrokenXml('a tag has no end');
}

/** By their names without prefix; declarations of namespaces are left out. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single = ''] of tag.matchAll(
    /\s([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (!name.startsWith('xmlns')) attributes.set(localName(name), unescaped(double ?? single));
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescaped(text: string): string {
  const plain = lines(text);
  if (!plain.includes('&')) return plain;
  return plain.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,5}));|&/gi, (_all, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const sign = name === undefined ? signOf(code) : named.get(name);
    if (sign === undefined) throw new BrokenXml('an unknown entity');
    return sign;
  });
}

function signOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** For texts and attributes alike; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
