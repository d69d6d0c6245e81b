// Requests nobody should send, made from one valid request of a route. Each says what it is, so that a failure names the case.
import { hostileStrings, hostileValues, prototypeNames, variants } from './values.ts';

export type Attempt = {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
};

/** A request the route answers with success, or with a refusal that only its content decides. */
export type Valid = {
  readonly method: string;
  /** With its parameters filled in; `params` says which parts of it they are. */
  readonly url: string;
  readonly params: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON body, where the route takes one. */
  readonly json?: unknown;
};

const json = { 'content-type': 'application/json' } as const;

/** Only what is cheap to send: what is large has attempts of its own. */
const small = hostileValues.filter(({ large }) => large !== true);

export function* attempts(valid: Valid): Generator<Attempt> {
  yield* wrongBodies(valid);
  yield* wrongTexts(valid);
  yield* wrongTypes(valid);
  yield* wrongTokens(valid);
  yield* wrongAddresses(valid);
}

const requestOf = (
  { method, url, headers }: Valid,
  title: string,
  parts: Partial<Attempt> = {},
): Attempt => ({
  title,
  method,
  url,
  headers,
  ...parts,
});

function* wrongBodies(valid: Valid): Generator<Attempt> {
  if (valid.json === undefined) return;
  for (const { title, input } of variants(valid.json, small)) {
    if (input === undefined) continue;
    yield requestOf(valid, `body ${title}`, {
      headers: { ...valid.headers, ...json },
      body: JSON.stringify(input),
    });
  }
}

function* wrongTexts(valid: Valid): Generator<Attempt> {
  const text = JSON.stringify(valid.json ?? { a: 1 });
  const texts: readonly (readonly [string, string | Uint8Array])[] = [
    ['empty', ''],
    ['cut short', text.slice(0, -1)],
    ['twice', text + text],
    ['not JSON', 'hello'],
    ['only a quotation mark', '"'],
    ['with a NUL behind it', `${text}\u0000`],
    ['with a byte order mark', `\ufeff${text}`],
    ['invalid UTF-8', Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
    ['overlong UTF-8', Uint8Array.from([0x22, 0xc0, 0xaf, 0x22])],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['NaN', '{"protocol":NaN}'],
    ['huge number', `{"protocol":${'9'.repeat(5000)}}`],
    ['number with a huge exponent', '{"protocol":1e999999}'],
    ['deep list', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['deep object', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
    ['unclosed depth', '['.repeat(50_000)],
    ['same key twice', text.replace('{', '{"protocol":99,')],
    ['too large', JSON.stringify({ a: 'x'.repeat(1_300_000) })],
    ...prototypeNames.map(
      (name) => [`key ${name}`, text.replace('{', `{"${name}":{"admin":true},`)] as const,
    ),
  ];
  for (const [title, body] of texts) {
    yield requestOf(valid, `text ${title}`, { headers: { ...valid.headers, ...json }, body });
  }
}

function* wrongTypes(valid: Valid): Generator<Attempt> {
  const types = [
    '',
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/json, text/html',
    'application/vnd.api+json',
    '/',
    'a'.repeat(4000),
  ];
  for (const type of types) {
    yield requestOf(valid, `content type ${type.slice(0, 40)}`, {
      headers: { ...valid.headers, 'content-type': type },
      body: JSON.stringify(valid.json ?? {}),
    });
  }
}

function* wrongTokens(valid: Valid): Generator<Attempt> {
  const body = valid.json === undefined ? {} : { body: JSON.stringify(valid.json) };
  const type = valid.json === undefined ? {} : json;
  const tokens = [
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${'A'.repeat(43)}`,
    'Basic YTpi',
    `Bearer ${'x'.repeat(4000)}`,
  ];
  for (const authorization of [...tokens, ...prototypeNames.map((name) => `Bearer ${name}`)]) {
    yield requestOf(valid, `token ${authorization.slice(0, 30)}`, {
      headers: { ...valid.headers, ...type, authorization },
      ...body,
    });
  }
  yield requestOf(valid, 'accepts nothing', {
    headers: { ...valid.headers, ...type, accept: 'nothing/at-all', 'accept-encoding': 'bzip9;q=x, *;q=0' },
    ...body,
  });
  yield requestOf(valid, 'several of one header', {
    headers: { ...valid.headers, ...type, 'x-request-id': ['a', 'b'], 'if-none-match': ['x', 'y'] },
    ...body,
  });
}

function* wrongAddresses(valid: Valid): Generator<Attempt> {
  const body = valid.json === undefined ? {} : { body: JSON.stringify(valid.json) };
  const headers = valid.json === undefined ? valid.headers : { ...valid.headers, ...json };
  const queried = (name: string, text: string) =>
    requestOf(valid, `query ${name}=${text.slice(0, 40)}`, {
      url: `${valid.url}?${name}=${text}`,
      headers,
      ...body,
    });
  const encoded = [
    ...hostileStrings.filter((text) => text.length < 1000).map(encodeSafely),
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/x',
    '..%5c..%5cx',
    '%00',
    '%',
    '%zz',
    '%ed%a0%80',
    'a'.repeat(5000),
  ];
  for (const part of valid.params) {
    for (const text of encoded) {
      const url = valid.url.replace(part, () => text);
      yield requestOf(valid, `address part ${text.slice(0, 40)}`, { url, headers, ...body });
    }
  }
  for (const name of Object.keys(valid.query)) {
    for (const text of encoded) yield queried(name, text);
  }
  // What a route does not know, it does not look at: few are enough.
  for (const name of ['unexpected', ...prototypeNames]) yield queried(name, '%00');
  yield requestOf(valid, 'query of many names', {
    url: `${valid.url}?${Array.from({ length: 300 }, (_, index) => `k${index}=1`).join('&')}`,
    headers,
    ...body,
  });
  yield requestOf(valid, 'query of one name many times', {
    url: `${valid.url}?${Array.from({ length: 300 }, () => 'limit=1').join('&')}`,
    headers,
    ...body,
  });
}

/** Half of a surrogate pair cannot be encoded; it is sent as the three bytes careless programs make of it. */
function encodeSafely(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80';
}
