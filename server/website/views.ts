// What stands under each address: which request it understands, and how its text is made.
import { websiteColumns } from '#shared/domain/announcements/model.ts';
import { addDays, type Instant, plainDateSchema, startOfDay } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Sql } from '../db/database.ts';
import { openDataCsv, openDataJson } from './feeds/open-data.ts';
import { lotsCsv, lotsJson } from './feeds/open-data-lots.ts';
import { rssText } from './feeds/rss.ts';
import { addressesPerMap, robotsText, sitemapIndexText, sitemapText } from './feeds/sitemap.ts';
import type { types } from './packed-answer.ts';
import { announcementPageText } from './pages/announcement.ts';
import { type HomeColumn, homePageText } from './pages/home.ts';
import { listPageText } from './pages/list.ts';
import { openDataPageText } from './pages/open-data.ts';
import { projectPageText } from './pages/project.ts';
import { searchPageText } from './pages/search.ts';
import { stateOfProject } from './projects/course.ts';
import { noFilters } from './read/filters.ts';
import { listPage } from './read/list.ts';
import { lotsAnnouncedIn } from './read/lots.ts';
import {
  announcementsAround,
  announcementsOfProject,
  beginningsOf,
  countAll,
  countsByColumn,
  countsByMonth,
  projectsAfter,
  publishedIn,
  sliceOfAll,
  wholeAnnouncement,
} from './read/records.ts';
import { searchPage } from './read/search.ts';
import { columnOf, idOf, readListRequest } from './request.ts';

type Ground = { readonly sql: Sql; readonly origin: string; readonly now: Instant };
type Params = Readonly<Record<string, string | undefined>>;

/** `key`: all of the request that its text depends on. Undefined text: there is no such page. */
type View = { readonly key: string; text(ground: Ground): Promise<string | undefined> };

export type WebsiteRoute = {
  readonly url: string;
  readonly summary: string;
  readonly type: keyof typeof types;
  /** Undefined for an address that can be none of ours. */
  view(params: Params, query: unknown): View | undefined;
};

const newestOnHome = 6;
const newestInFeed = 50;

const home: View = {
  key: '',
  async text({ sql }) {
    const counts = await countsByColumn(sql);
    const columns = new Map<string, HomeColumn>();
    for (const column of websiteColumns) {
      const { items } = await listPage(sql, { ...noFilters, column }, undefined, newestOnHome);
      columns.set(column, { items, count: counts.get(column) ?? 0 });
    }
    return homePageText(columns);
  },
};

function columnView(params: Params, query: unknown): View | undefined {
  const column = columnOf(params['column'] ?? '');
  if (column === undefined) return undefined;
  const request = readListRequest(query, column);
  return {
    key: JSON.stringify(request),
    text: async ({ sql, now }) => listPageText(request, column, await pageFor(sql, request, now)),
  };
}

function searchView(_params: Params, query: unknown): View {
  const request = readListRequest(query);
  return {
    key: JSON.stringify(request),
    text: async ({ sql, now }) => searchPageText(request, await pageFor(sql, request, now)),
  };
}

/** Filters alone have indexes of their own; words, and part of a unit's name, are for the search. */
function pageFor(sql: Sql, request: ReturnType<typeof readListRequest>, now: Instant) {
  const { cursor, filters, question, words } = request;
  return question === '' && filters.unit === undefined
    ? listPage(sql, filters, cursor)
    : searchPage(sql, words, filters, cursor, now);
}

function announcementView({ id: text = '' }: Params): View | undefined {
  const id = idOf(text);
  if (id === undefined) return undefined;
  return {
    key: id,
    async text({ sql }) {
      const shown = await wholeAnnouncement(sql, id);
      if (shown === undefined) return undefined;
      const { projectId } = shown;
      const others =
        projectId === null
          ? await announcementsAround(sql, shown)
          : (await announcementsOfProject(sql, projectId)).filter((other) => other.id !== id);
      const beginning = (await beginningsOf(sql, [id])).get(id) ?? '';
      return announcementPageText(shown, others, beginning.replace(/\s+/g, ' ').slice(0, 150));
    },
  };
}

function projectView({ id: text = '' }: Params): View | undefined {
  const id = idOf(text);
  if (id === undefined) return undefined;
  return {
    key: id,
    async text({ sql }) {
      const all = await announcementsOfProject(sql, id);
      const last = all.at(-1);
      if (last === undefined) return undefined;
      const { predecessorProjectId } = last;
      const courseOf = async (projectId: Id) => ({
        projectId,
        announcements: await announcementsOfProject(sql, projectId),
      });
      const before = predecessorProjectId === null ? undefined : await courseOf(predecessorProjectId);
      const after = await Promise.all((await projectsAfter(sql, id)).map(courseOf));
      return projectPageText(id, all, last, { before, after }, await stateOfProject(sql, id));
    },
  };
}

const openDataView: View = {
  key: '',
  text: async ({ sql }) => openDataPageText(await countsByMonth(sql)),
};

type Month = { readonly since: Instant; readonly until: Instant };

const announcementsOf = (sql: Sql, { since, until }: Month) => publishedIn(sql, since, until);
const lotsOf = (sql: Sql, { since, until }: Month) => lotsAnnouncedIn(sql, since, until);

const monthView =
  <R>(
    read: (sql: Sql, month: Month) => Promise<readonly R[]>,
    write: (origin: string, rows: readonly R[]) => string,
  ) =>
  ({ month = '' }: Params): View | undefined => {
    const first = plainDateSchema.safeParse(`${month}-01`);
    if (!first.success || first.data >= '2199') return undefined;
    const next = `${addDays(first.data, 31).slice(0, 7)}-01`;
    return {
      key: month,
      async text({ sql, origin }) {
        const months = await countsByMonth(sql);
        if (!months.some(({ key }) => key === month)) return undefined;
        return write(origin, await read(sql, { since: startOfDay(first.data), until: startOfDay(next) }));
      },
    };
  };

function rssView({ column: text }: Params): View | undefined {
  const column = text === undefined ? undefined : columnOf(text);
  if (text !== undefined && column === undefined) return undefined;
  return {
    key: column ?? '',
    async text({ sql, origin }) {
      const { items } = await listPage(sql, { ...noFilters, column }, undefined, newestInFeed);
      const ids = items.map(({ id }) => id);
      return rssText(origin, column, items, await beginningsOf(sql, ids));
    },
  };
}

const sitemapIndex: View = {
  key: '',
  text: async ({ sql, origin }) => sitemapIndexText(origin, await countAll(sql)),
};

function sitemapView({ page: text = '' }: Params): View | undefined {
  if (!/^[1-9]\d{0,3}$/.test(text)) return undefined;
  const page = Number(text);
  return {
    key: text,
    async text({ sql, origin }) {
      const rows = await sliceOfAll(sql, (page - 1) * addressesPerMap, addressesPerMap);
      return rows.length === 0 && page > 1 ? undefined : sitemapText(origin, rows);
    },
  };
}

const robots: View = { key: '', text: async ({ origin }) => robotsText(origin) };

const route = (
  url: string,
  type: WebsiteRoute['type'],
  summary: string,
  view: WebsiteRoute['view'],
): WebsiteRoute => ({
  url,
  type,
  summary,
  view,
});

export const websiteRoutes: readonly WebsiteRoute[] = [
  route('/', 'html', 'First page of the public website', () => home),
  route('/columns/:column', 'html', 'Announcements of a column', columnView),
  route('/search', 'html', 'Announcements that have these words', searchView),
  route('/announcements/:id', 'html', 'A published announcement', announcementView),
  route('/projects/:id', 'html', 'All announcements of a project', projectView),
  route('/open-data', 'html', 'Which data files there are', () => openDataView),
  route(
    '/open-data/:month.json',
    'json',
    'Announcements of a month, as JSON',
    monthView(announcementsOf, openDataJson),
  ),
  route(
    '/open-data/:month.csv',
    'csv',
    'Announcements of a month, as CSV',
    monthView(announcementsOf, openDataCsv),
  ),
  route(
    '/open-data/lots/:month.json',
    'json',
    'Lots announced in a month, as JSON',
    monthView(lotsOf, lotsJson),
  ),
  route('/open-data/lots/:month.csv', 'csv', 'Lots announced in a month, as CSV', monthView(lotsOf, lotsCsv)),
  route('/rss.xml', 'rss', 'The newest announcements', rssView),
  route('/rss/:column.xml', 'rss', 'The newest announcements of a column', rssView),
  route('/sitemap.xml', 'xml', 'Index of the sitemaps', () => sitemapIndex),
  route('/sitemaps/:page.xml', 'xml', 'Addresses of announcements', sitemapView),
  route('/robots.txt', 'text', 'What search engines may read', () => robots),
];
