// Values between the worlds as text. JSON where that says all of it, which is nearly always and costs little; else, marked, what structured cloning can
// carry and JSON cannot, as far as tests send it.
const mark = '$';

export function encode(value: unknown): string {
  return isJson(value) ? JSON.stringify(value) : mark + JSON.stringify(wrap(structuredClone(value)));
}

export function decode(text: string): unknown {
  return text.startsWith(mark) ? unwrap(JSON.parse(text.slice(mark.length))) : JSON.parse(text);
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(isJson) && typeof (value as { toJSON?: unknown }).toJSON !== 'function';
}

/** The same two in the page: see `worlds.js`. */
function wrap(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', text: String(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
  if (value instanceof Date) return { $: 'date', at: value.getTime() };
  if (value instanceof Map) return { $: 'map', entries: wrap([...value]) };
  if (value instanceof Uint8Array) return { $: 'bytes', bytes: [...value] };
  if (Array.isArray(value)) return value.map(wrap);
  if (value === null || typeof value !== 'object') return value;
  return { $: 'object', entries: Object.entries(value).map(([key, part]) => [key, wrap(part)]) };
}

function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (value === null || typeof value !== 'object') return value;
  const { $: kind, text, at, entries, bytes } = value as Record<string, unknown>;
  switch (kind) {
    case 'bigint':
      return BigInt(String(text));
    case 'number':
      return Number(text);
    case 'date':
      return new Date(Number(at));
    case 'bytes':
      return Uint8Array.from(bytes as number[]);
    case 'map':
      return new Map(unwrap(entries) as [unknown, unknown][]);
    case 'object':
      return objectOf(entries as [string, unknown][]);
    default:
      return undefined;
  }
}

/** As structured cloning makes it: every key becomes the object's own, also `__proto__`. */
function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, part] of entries) {
    const property = { value: unwrap(part), writable: true, enumerable: true, configurable: true };
    Object.defineProperty(object, key, property);
  }
  return object;
}
