// The matrix of what can be asked: each query by its roles, each route by who may call it. A query or route without a row fails the suite.
import { type HumanRole, humanRoles } from '#shared/domain/actor.ts';
import { idOf } from './cast.ts';

type QueryRow = {
  readonly input: unknown;
  readonly roles: readonly HumanRole[];
  /** What those roles are answered; left out: 200. */
  readonly status?: number;
};

const administration: readonly HumanRole[] = ['administrator', 'auditor'];
const offices: readonly HumanRole[] = ['procurement_office'];
/** Nobody is there, which only those who may ask are told. */
const nobodyThere = 404;

/** Queries whose answer does not depend on whose record it is. `records.get` is asked for every row of the visibility table instead. */
export const queryTable: ReadonlyMap<string, QueryRow> = new Map([
  ['audit.entries', { input: { limit: 1 }, roles: administration }],
  ['desks.list', { input: {}, roles: administration }],
  [
    'experts.list',
    { input: { sort: { by: 'name', direction: 'asc' }, after: null, limit: 5 }, roles: offices },
  ],
  ['experts.get', { input: { id: idOf('nobody') }, roles: offices, status: nobodyThere }],
  ['draws.get', { input: { id: idOf('nobody') }, roles: offices, status: nobodyThere }],
  ['draws.call', { input: { id: idOf('nobody') }, roles: offices, status: nobodyThere }],
  [
    'draws.list',
    { input: { regionCode: '411002', status: 'closed', after: null, limit: 5 }, roles: offices },
  ],
  [
    'draws.prepare',
    {
      input: { applicationId: idOf('nobody'), avoidPersons: [] },
      ...{ roles: offices, status: nobodyThere },
    },
  ],
  ['draws.register', { input: {}, roles: humanRoles }],
  ['experts.duplicates', { input: { limit: 5 }, roles: offices }],
  ['experts.checkImport', { input: { rows: [{ row: 2, id: idOf('a row'), cells: {} }] }, roles: offices }],
]);

/** The public website. */
const websitePages = [
  '/',
  '/columns/:column',
  '/search',
  '/announcements/:id',
  '/announcements/:id/files/:sha256/:name',
  '/projects/:id',
  '/open-data',
  '/open-data/:month.json',
  '/open-data/:month.csv',
  '/open-data/lots/:month.json',
  '/open-data/lots/:month.csv',
  '/rss.xml',
  '/rss/:column.xml',
  '/sitemap.xml',
  '/sitemaps/:page.xml',
  '/robots.txt',
  '/assets/:name',
] as const;

/**
 * `open`: also to who is not signed in. `roles`: refused as such to the others. `own`: to everyone signed in, on what is theirs; the suites
 * for push, pull, queries and files say what that is. `signature`: opened by a platform's signature alone.
 */
export type RouteAccess = 'open' | 'own' | 'signature' | readonly HumanRole[];

export const routeTable: ReadonlyMap<string, RouteAccess> = new Map<string, RouteAccess>([
  ['GET /healthz', 'open'],
  ['GET /metrics', 'open'],
  ['GET /audit/heads', 'open'],
  ['GET /openapi.json', 'open'],
  ['GET /exchange/keys', 'open'],
  ['POST /auth/sign-in', 'open'],
  ['POST /auth/sign-out', 'own'],
  ['GET /auth/me', 'own'],
  ['POST /auth/password', 'own'],
  ['POST /admin/password', ['administrator']],
  ['POST /sync/push', 'own'],
  ['POST /sync/pull', 'own'],
  ['GET /sync/events', 'own'],
  ['POST /commands/run', 'own'],
  ['POST /query/:name', 'own'],
  ['POST /files', 'own'],
  ['POST /files/', 'own'],
  ['PATCH /files/:name', 'own'],
  ['DELETE /files/:name', 'own'],
  ['HEAD /files/:name', 'own'],
  ['GET /files/:name', 'own'],
  ['POST /exchange/inbox', 'signature'],
  ['GET /exchange/outbox', administration],
  ['GET /exchange/outbox/export', administration],
  ['POST /exchange/outbox/:msgId/resend', ['administrator']],
  ['GET /exchange/inbox-messages', administration],
  ['GET /exchange/refusals', administration],
  ['GET /exchange/differences', administration],
  ['GET /exchange/announcement-differences', administration],
  ['GET /exchange/event-differences', administration],
  ['POST /exchange/reconcile', ['administrator']],
  ['POST /exchange/keys', ['administrator']],
  ['POST /exchange/keys/:keyId/activate', ['administrator']],
  ...websitePages.flatMap((url) => [[`GET ${url}`, 'open'] as const, [`HEAD ${url}`, 'open'] as const]),
]);
