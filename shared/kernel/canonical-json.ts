// One text for one value (RFC 8785): keys sorted by UTF-16 code units, numbers and strings as JSON.stringify writes them, no blanks.
// Signatures and audit hashes stand on it, so what JSON would silently drop or change is refused with TypeError instead.

const maxDepth = 200;

/** Throws TypeError for undefined, NaN, Infinity, bigint, functions, symbols, objects other than plain ones, cycles, broken
 * surrogate pairs and nesting deeper than 200. */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, parents: readonly object[]): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no JSON number: ${value}`);
      return JSON.stringify(value);
    case 'string':
      return writeString(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, parents);
    default:
      throw new TypeError(`no JSON value: ${typeof value}`);
  }
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('text with a broken surrogate pair');
  return JSON.stringify(text);
}

function writeObject(value: object, parents: readonly object[]): string {
  if (parents.includes(value)) throw new TypeError('a value that contains itself');
  if (parents.length >= maxDepth) throw new TypeError(`nested deeper than ${maxDepth}`);
  const within = [...parents, value];
  // Array.from visits holes, which then are refused as undefined.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, within)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError('not a plain object');
  if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError('a symbol as key');
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key)}:${write(member, within)}`);
  return `{${members.join(',')}}`;
}
