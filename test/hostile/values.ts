// What nobody should send: values for any place of an input, and every input that differs from a valid one in one such place. The same for
// commands, bodies, addresses and messages, so that a case once thought of is tried everywhere.

export type Hostile = { readonly title: string; readonly value: unknown; readonly large?: boolean };

const long = (length: number) => '长'.repeat(length);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A key that reaches a prototype in careless code; made by parsing, because a literal would set the prototype itself. */
function withKey(key: string): unknown {
  const parsed: unknown = JSON.parse(`{"${key}":{"admin":true}}`);
  return parsed;
}

export const prototypeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
] as const;

export const hostileStrings: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\ufeff',
  '\u202eevil\u202c',
  ...prototypeNames,
  '../../../../etc/passwd',
  '..%2f..%2f',
  "'; DROP TABLE plans; --",
  '{"$ne":null}',
  '<script>alert(1)</script>',
  '%00%ff%c0%af',
  long(300),
  long(70_000),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9'.repeat(400),
  '2026-02-30',
  '-1',
  'NaN',
  'null',
];

export const hostileNumbers: readonly number[] = [
  -1,
  0,
  -0,
  0.5,
  1e308,
  -1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 2,
  Number.MIN_SAFE_INTEGER,
  2_147_483_648,
  9_223_372_036_854_776_000,
];

export const hostileValues: readonly Hostile[] = [
  { title: 'null', value: null },
  { title: 'true', value: true },
  { title: 'empty list', value: [] },
  { title: 'empty object', value: {} },
  { title: 'list of lists', value: [[[]]] },
  { title: 'deep', value: nested(200) },
  { title: 'very deep', value: nested(5000), large: true },
  { title: 'long list', value: Array.from({ length: 20_000 }, () => 0), large: true },
  { title: 'long list of objects', value: Array.from({ length: 2_000 }, () => ({ id: 'x' })), large: true },
  ...hostileStrings.map((value, index) => ({
    title: `text ${index}`,
    value,
    large: value.length > 1000,
  })),
  ...hostileNumbers.map((value) => ({ title: `number ${value}`, value })),
  ...prototypeNames.map((name) => ({ title: `object with ${name}`, value: withKey(name) })),
  {
    title: 'many keys',
    value: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index])),
    large: true,
  },
];

type Path = readonly (string | number)[];

/** Every place of a value, the whole first; of long lists only the first two elements. */
export function places(value: unknown, path: Path = []): readonly Path[] {
  const own: Path[] = [path];
  if (Array.isArray(value)) {
    for (const [index, part] of value.slice(0, 2).entries()) own.push(...places(part, [...path, index]));
  } else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) own.push(...places(part, [...path, key]));
  }
  return own;
}

export const removed = Symbol('removed');

/** The value with one place replaced, or taken away. */
export function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return by === removed ? undefined : by;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (rest.length === 0 && by === removed) return list.filter((_, index) => index !== head);
    return list.map((part, index) => (index === head ? replaced(part, rest, by) : part));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (key !== head) return [[key, part]];
      return rest.length === 0 && by === removed ? [] : [[key, replaced(part, rest, by)]];
    }),
  );
}

/** Every input that differs from the valid one in one place. `values` limits what is put there, where each try is dear. */
export function* variants(
  valid: unknown,
  values: readonly Hostile[] = hostileValues,
): Generator<{ readonly title: string; readonly input: unknown }> {
  for (const path of places(valid)) {
    const at = path.length === 0 ? 'whole' : path.join('.');
    yield { title: `${at}: missing`, input: replaced(valid, path, removed) };
    for (const { title, value } of values)
      yield { title: `${at}: ${title}`, input: replaced(valid, path, value) };
  }
  if (valid === null || typeof valid !== 'object' || Array.isArray(valid)) return;
  for (const name of [...prototypeNames, 'unexpected', '']) {
    const key = JSON.stringify(name);
    const text = JSON.stringify({ ...valid, last: 0 });
    const input: unknown = JSON.parse(text.replace(/"last":0}$/, () => `${key}:{"admin":true}}`));
    yield { title: `extra key ${name}`, input };
  }
}
