// One valid request for every route of the server, from which attempts are made. A route without one fails the suite.
import { randomUUID } from 'node:crypto';
import { emptyPullState, protocol } from '#shared/contract/sync.ts';
import type { HumanRole } from '#shared/domain/actor.ts';
import { seedPassword } from '#test/support/seed.ts';
import type { Valid } from './attacks.ts';

/** What targets are made of: who is signed in, on which desk. */
export type Session = { readonly username: string; readonly token: string; readonly deskId: string };
export type Target = Omit<Valid, 'headers'> & {
  readonly as: HumanRole | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer never ends, so it cannot be waited for: only what is refused before it begins is tried. */
  readonly endless?: true;
};

const sha256 = 'a'.repeat(64);
const upload = randomUUID();
const none = { params: [], query: {}, as: null } as const;
const administrator = { ...none, as: 'administrator' } as const;
const clerk = { ...none, as: 'purchaser_clerk' } as const;
const page = { limit: '5' };

const target = (method: string, url: string, parts: Omit<Target, 'method' | 'url'>) =>
  [`${method} ${url}`, { method, url, ...parts }] as const;

/** By `METHOD url`, as the server lists its routes. */
export function targets(session: Session): ReadonlyMap<string, Target> {
  const { username, deskId } = session;
  const command = {
    no: 1,
    id: randomUUID(),
    name: 'plans.delete',
    version: 1,
    input: { id: randomUUID() },
    madeAt: 1,
  };
  const online = {
    id: randomUUID(),
    name: 'sealedNotes.destroy',
    version: 1,
    input: { id: randomUUID() },
    madeAt: 1,
  };
  const push = { protocol, deskId, epoch: null, firstKept: 1, commands: [command] };
  const pull = { protocol, deskId, types: ['plans', 'settings'], state: emptyPullState, limit: 10 };
  const tus = { 'tus-resumable': '1.0.0' };
  return new Map<string, Target>([
    target('GET', '/healthz', none),
    target('GET', '/metrics', none),
    target('GET', '/openapi.json', none),
    target('GET', '/audit/heads', none),
    target('POST', '/auth/sign-in', { ...none, json: { username, password: seedPassword, deskId } }),
    target('GET', '/auth/me', clerk),
    target('POST', '/auth/sign-out', { ...clerk, as: 'supervisor' }),
    target('POST', '/auth/password', {
      ...clerk,
      json: { current: 'not this one', next: 'Some-2026-password' },
    }),
    target('POST', '/admin/password', {
      ...administrator,
      json: { accountId: randomUUID(), password: 'Some-2026-password' },
    }),
    target('POST', '/sync/push', { ...clerk, json: push }),
    target('POST', '/commands/run', { ...clerk, json: online }),
    target('POST', '/sync/pull', { ...clerk, json: pull }),
    target('GET', '/sync/events', { ...clerk, endless: true }),
    [
      'POST /query/:name',
      {
        ...clerk,
        method: 'POST',
        url: '/query/records.get',
        params: ['records.get'],
        json: { entity: 'plans', id: randomUUID() },
      },
    ],
    target('POST', '/files', { ...clerk, headers: { ...tus, 'upload-length': '4' } }),
    target('POST', '/files/', { ...clerk, headers: { ...tus, 'upload-length': '4' } }),
    ...['PATCH', 'DELETE', 'HEAD', 'GET'].map(
      (method) =>
        [
          `${method} /files/:name`,
          {
            ...clerk,
            method,
            url: `/files/${method === 'GET' || method === 'HEAD' ? sha256 : upload}`,
            params: [method === 'GET' || method === 'HEAD' ? sha256 : upload],
            headers: { ...tus, 'upload-offset': '0' },
          },
        ] as const,
    ),
    target('POST', '/exchange/inbox', { ...none, json: envelope }),
    target('GET', '/exchange/keys', none),
    target('GET', '/exchange/outbox', {
      ...administrator,
      query: { ...page, state: 'pending', before: upload },
    }),
    target('GET', '/exchange/outbox/export', { ...administrator, query: page }),
    [
      'POST /exchange/outbox/:msgId/resend',
      { ...administrator, method: 'POST', url: `/exchange/outbox/${upload}/resend`, params: [upload] },
    ],
    target('GET', '/exchange/inbox-messages', {
      ...administrator,
      query: { ...page, platformId: 'xc', receivedBefore: '1' },
    }),
    target('GET', '/exchange/refusals', { ...administrator, query: page }),
    target('GET', '/exchange/differences', { ...administrator, query: page }),
    target('GET', '/exchange/announcement-differences', { ...administrator, query: page }),
    target('GET', '/exchange/event-differences', { ...administrator, query: page }),
    target('POST', '/exchange/reconcile', { ...administrator, json: { platformId: 'xc-ggzy' } }),
    target('POST', '/exchange/keys', { ...administrator, json: { keyId: 'key-1' } }),
    [
      'POST /exchange/keys/:keyId/activate',
      { ...administrator, method: 'POST', url: '/exchange/keys/key-9/activate', params: ['key-9'] },
    ],
    ...websiteTargets(),
  ]);
}

/** Each page of the website, with everything that can be asked of it in its address. */
function websiteTargets(): readonly (readonly [string, Target])[] {
  const filters = {
    region: '411000',
    method: 'OPEN_TENDER',
    from: '2026-01-01',
    to: '2026-12-31',
    unit: 'ab',
  };
  const paging = { before: `1.${upload}`, after: `1.${upload}` };
  const pages: readonly (readonly [url: string, parts: string, query?: Readonly<Record<string, string>>])[] =
    [
      ['/', ''],
      ['/columns/:column', 'notice', { ...filters, ...paging }],
      ['/search', '', { q: 'abc', column: 'notice', ...filters, ...paging }],
      ['/announcements/:id', upload],
      ['/announcements/:id/files/:sha256/:name', `${upload} ${sha256} a.pdf`],
      ['/projects/:id', upload],
      ['/open-data', ''],
      ['/open-data/:month.json', '2026-03'],
      ['/open-data/:month.csv', '2026-03'],
      ['/open-data/lots/:month.json', '2026-03'],
      ['/open-data/lots/:month.csv', '2026-03'],
      ['/rss.xml', ''],
      ['/rss/:column.xml', 'notice'],
      ['/sitemap.xml', ''],
      ['/sitemaps/:page.xml', '1'],
      ['/robots.txt', ''],
      ['/assets/:name', 'site.css'],
    ];
  return pages.flatMap(([url, parts, query = {}]) =>
    ['GET', 'HEAD'].map((method) => {
      const params = parts === '' ? [] : parts.split(' ');
      const filled = params.reduce((rest, part) => rest.replace(/:\w+/, part), url);
      return [`${method} ${url}`, { ...none, method, url: filled, params, query }] as const;
    }),
  );
}

/** Well formed, from nobody we know. */
const envelope = {
  msgId: randomUUID(),
  type: 'section.push',
  schemaVersion: 1,
  from: 'nobody',
  to: 'zhengcai',
  businessKey: 'lot-1',
  seq: 1,
  createdAt: 1,
  notBefore: null,
  bodyHash: sha256,
  body: { planId: randomUUID() },
  attachments: [],
  sig: { keyId: 'key-1', value: 'x' },
};
