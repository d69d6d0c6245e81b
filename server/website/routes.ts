// The addresses of the public website. Everything it answers comes from the projection, is made once for each state of it, and is open to all.
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { refusalOf } from '../http/refusal.ts';
import { answer, type Keeping } from './answer.ts';
import { assets } from './assets.ts';
import { openDownloads } from './downloads.ts';
import { sendErrorPage } from './error-answer.ts';
import { type Made, make, types } from './packed-answer.ts';
import { PageCache } from './page-cache.ts';
import { websiteVersion } from './read/records.ts';
import { originOf, type Site } from './site.ts';
import { type WebsiteRoute, websiteRoutes } from './views.ts';

const cacheBytes = 64_000_000;
const longestKey = 2000;

export const website =
  (site: Site): FastifyPluginAsync =>
  async (app) => {
    const cache = new PageCache(cacheBytes);
    app.setErrorHandler((error, request, reply) => {
      const { code } = refusalOf(error);
      if (code === 'internal') site.reportBug(request.routeOptions.url ?? '', error);
      return sendErrorPage(request, reply, code);
    });
    for (const route of websiteRoutes) open(app, site, cache, route);
    openDownloads(app, site);

    const made = new Map<string, Made>();
    for (const { name, type, bytes } of assets.values()) made.set(name, make(type, bytes));
    app.get(
      '/assets/:name',
      { exposeHeadRoute: true, schema: { tags, summary: 'Style and pictures of the website' } },
      async (request, reply) => {
        const asset = made.get(paramsOf(request)['name'] ?? '');
        return asset === undefined
          ? sendErrorPage(request, reply, 'not_found')
          : answer(request, reply, asset, { keep: 'forever' });
      },
    );
  };

const tags = ['website'];

function open(app: FastifyInstance, site: Site, cache: PageCache, route: WebsiteRoute): void {
  const { url, summary, type, view } = route;
  const keeping: Keeping = { keep: 'checked', forOthers: type !== 'html' };
  app.get(url, { exposeHeadRoute: true, schema: { tags, summary } }, async (request, reply) => {
    // The number is read first: what is made after it is at least as new.
    const version = await websiteVersion(site.database);
    const asked = view(paramsOf(request), request.query);
    if (asked === undefined) return sendErrorPage(request, reply, 'not_found');
    const origin = type === 'html' ? '' : originOf(site, request);
    const key = `${url} ${origin} ${asked.key}`;
    const kept = cache.get(key, version);
    if (kept !== undefined) return answer(request, reply, kept, keeping);
    const text = await asked.text({ sql: site.database, origin, now: site.clock() });
    if (text === undefined) return sendErrorPage(request, reply, 'not_found');
    const made = make(types[type], text);
    if (key.length <= longestKey) cache.set(key, version, made);
    return answer(request, reply, made, keeping);
  });
}

const paramsOf = (request: FastifyRequest): Readonly<Record<string, string | undefined>> =>
  // Names of parameters are those of the route, values are always text.
  request.params as Record<string, string>;
