// The website as its visitors see it, on both databases: what is published is there from that moment on, whoever answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { announcementDocument } from '#shared/domain/announcements/document-of-row.ts';
import { type Announcement, announcements, websiteColumns } from '#shared/domain/announcements/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { pushQueued } from '#shared/domain/projects/push-state.ts';
import type { SectionContract } from '#shared/domain/projects/section-contracts.ts';
import { startOfDay } from '#shared/kernel/dates.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { anId } from '#test/builders/ids.ts';
import { aResult, aSection } from '#test/builders/sections.ts';
import { databases } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { publish, published } from '#test/support/website.ts';
import { rebuildWebsite } from './projection.ts';

const day = 86_400_000;
const first = startOfDay('2026-01-05');
const evil = '<script>alert(1)</script>';

const notice = published('notice', first, {
  title: '智慧教室设备招标公告',
  content: { other: richTextOf('供应商须提供触控一体机检测报告') },
});
const correction = published('correction', first + 3 * day, {
  type: 'CORRECTION',
  title: '智慧教室设备更正公告',
  targetId: notice.id,
});
const termination = published('termination', first + 30 * day, {
  type: 'TERMINATION',
  title: '智慧教室设备终止公告',
  targetId: notice.id,
});
const withdrawn = published('withdrawn', first + 40 * day, {
  projectId: anId('another project'),
  title: '道路维修工程招标公告',
  purchaserName: '魏都区城市管理局',
  regionCode: '411002',
  method: 'COMPETITIVE_CONSULTATION',
  withdrawal: { reason: '采购需求有误', at: first + 41 * day, name: 'Who did it' },
});
const intention = published('intention', first - 10 * day, {
  type: 'INTENTION',
  projectId: null,
  planId: null,
  method: null,
  title: '2026年2月采购意向',
});
const hostile = published('hostile', first + 50 * day, {
  projectId: anId('a third project'),
  predecessorProjectId: anId('another project'),
  title: `${evil}公告`,
  projectName: `"><img src=x onerror=alert(1)>`,
  purchaserName: `=cmd|' /C calc'!A0`,
  content: { other: richTextOf(evil) },
});
const draft: Announcement = {
  ...published('draft', first),
  status: 'approved',
  publishedAt: null,
  title: '尚未发布的公告',
};
const all = [notice, correction, termination, withdrawn, intention, hostile, draft];

const standing = {
  projectId: notice.projectId ?? '',
  schedule: {
    announcementId: notice.id,
    round: 1,
    publishedOn: '2026-01-05',
    documentsFrom: null,
    documentsUntil: null,
    deadline: '2026-02-10T09:00',
    opening: '2026-02-10T09:00',
  },
};
/** Who has won, and where that was announced. */
function won(supplierName: string, announcementId: string | null) {
  const { results } = aResult(notice.id, { supplierName, awardAmount: 250 });
  return { results: results.map((result) => ({ ...result, announcementId })) };
}
function contracted(name: string, parts: Partial<SectionContract>): SectionContract {
  return {
    ...{ contractId: anId(name), contractNo: name, awardId: anId('award'), supplierName: 'Announced' },
    ...{ amount: null, rate: '', several: 'by_batch', signedOn: '2026-03-01', at: first, endedAt: null },
    ...{ acceptedOn: null, settledAt: null, retained: 0 },
    ...{ announcementId: anId(`contract ${name}`), ...parts },
  };
}
const lots = [
  aSection('lot 2', { ...standing, sectionNo: '2', status: 'terminated' }),
  aSection('lot 1', { ...standing, name: '=1+1', budget: 100_000_001, status: 'announced' }),
  aSection('won', {
    ...standing,
    ...won('Announced', anId('award notice')),
    sectionNo: '3',
    status: 'contracted',
    contracts: [
      contracted('later', { signedOn: '2026-03-02', amount: 50 }),
      contracted('earlier', { signedOn: '2026-03-01', amount: 100 }),
      contracted('ended', { signedOn: '2026-02-27', amount: 1000, endedAt: first }),
      contracted('state secret', { signedOn: '2026-02-28', amount: 10_000, announcementId: null }),
    ],
  }),
  aSection('secret', { ...standing, ...won('Secret', null), sectionNo: '4', status: 'evaluated' }),
  aSection('waiting', { ...standing, sectionNo: '5', schedule: null }),
  aSection('withdrawn lot', {
    projectId: withdrawn.projectId ?? '',
    schedule: { ...standing.schedule, announcementId: withdrawn.id },
  }),
];

describe.each(databases())('the website on $name', (engine) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await aServer(engine, { settings: { requestsPerMinute: 1_000_000 } });
    server.time.now = first + 60 * day;
    await publish(server.held.database, ...all);
    await storeAll(
      server.held.database,
      lots.map((row) => ({ entity: sections.name, row })),
    );
  });
  afterAll(() => server.stop());

  const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    server.http.inject({ method, url, headers: { host: 'www.example.cn', ...headers } });
  const page = async (url: string): Promise<string> => {
    const answer = await get(url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.body;
  };
  const titlesOn = async (url: string) =>
    [...(await page(url)).matchAll(/<div class="line-head"><a [^>]*>(.*?)<\/a>/g)].map((match) =>
      (match[1] ?? '').replace(/<\/?mark>/g, ''),
    );

  it('has one heading, one language, one title and one address on every page', async () => {
    for (const [url, title, address] of [
      ['/', '许昌市政府采购信息公开', '/'],
      ['/?utm=x', '许昌市政府采购信息公开', '/'],
      ['/columns/notice?x=1', '采购公告', '/columns/notice'],
      ['/columns/notice?x=1&region=411002', '采购公告', '/columns/notice?region=411002'],
      [`/announcements/${notice.id}?from=feed`, notice.title, `/announcements/${notice.id}`],
      [`/announcements/${withdrawn.id}`, withdrawn.title, `/announcements/${withdrawn.id}`],
      [`/projects/${notice.projectId}`, notice.projectName, `/projects/${notice.projectId}`],
      ['/open-data', websiteText.openDataPage.title, '/open-data'],
      ['/search?q=ab', websiteText.search.resultsOf('ab'), undefined],
    ] as const) {
      const text = await page(url);
      expect([url, text.match(/<h1[ >]/g)?.length, text.match(/<html lang="zh-CN">/g)?.length]).toEqual([
        url,
        1,
        1,
      ]);
      expect(text.match(/<title>(.*?)<\/title>/)?.[1]).toMatch(new RegExp(`^${title}( - |$)`));
      expect([url, text.match(/<link rel="canonical" href="(.*?)">/)?.[1]]).toEqual([url, address]);
    }
  });

  it('clears the conditions of a search, not the question', async () => {
    expect(await page('/search?q=ab&column=notice')).toContain('class="plain" href="/search?q=ab"');
  });

  describe('an announcement', () => {
    it('is shown as the preview shows it', async () => {
      const document = announcementDocument(notice);
      expect(await page(`/announcements/${notice.id}`)).toContain(
        document.ok && documentHtml(document.value),
      );
    });

    it('leads to its correction and its termination, and they to it', async () => {
      const text = await page(`/announcements/${notice.id}`);
      for (const [kind, about] of [
        ['corrected', correction],
        ['ended', termination],
      ] as const) {
        expect(text).toMatch(new RegExp(`banner-${kind}.*?/announcements/${about.id}`));
        expect(await page(`/announcements/${about.id}`)).toMatch(
          new RegExp(`banner-about.*?/announcements/${notice.id}`),
        );
      }
      expect(text).not.toContain('banner-withdrawn');
    });

    it('that was withdrawn says so, when and why, but not by whom', async () => {
      const text = await page(`/announcements/${withdrawn.id}`);
      expect(text).toContain(websiteText.announcement.withdrawn('2026-02-15 00:00', '采购需求有误'));
      expect(text).not.toContain('Who did it');
      expect(await page('/columns/notice')).toContain(websiteText.list.withdrawn);
    });

    it('that is not published is not there, like one that never was', async () => {
      for (const id of [draft.id, anId('nobody'), 'x', '%00', `${notice.id}'--`]) {
        const answer = await get(`/announcements/${id}`);
        expect([answer.statusCode, answer.body]).toEqual([
          404,
          expect.stringContaining('content="not_found"'),
        ]);
      }
      expect(await page(`/search?q=${encodeURIComponent('尚未发布')}`)).not.toContain(draft.id);
    });

    it('holds nothing that runs, whatever was typed', async () => {
      for (const url of [
        `/announcements/${hostile.id}`,
        `/projects/${hostile.projectId}`,
        '/',
        '/columns/notice',
        `/search?q=${encodeURIComponent(`"><script>alert ${evil}`)}`,
        `/search?q=${encodeURIComponent('公告 alert')}`,
        `/columns/notice?unit=${encodeURIComponent('"><script>x')}`,
      ]) {
        // What stands between quotation marks is text.
        const tags = (await page(url)).replace(/"[^"]*"/g, '""');
        expect([url, tags.match(/<(script|img src=x|[^>]* (on[a-z]+|style)=)/)]).toEqual([url, null]);
      }
      expect(await page(`/announcements/${hostile.id}`)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    });
  });

  it('lists the announcements of a project in their order', async () => {
    const text = await page(`/projects/${notice.projectId}`);
    const ids = [...text.matchAll(/<span class="step-title"><a href="\/announcements\/([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(ids).toEqual([notice.id, correction.id, termination.id]);
    // How far its sections have come; of one that no notice has named nobody hears.
    for (const [no, status] of [
      ['1', '已公告'],
      ['2', '已终止'],
      ['3', '已签合同'],
    ]) {
      expect(text).toMatch(new RegExp(`<td>${no}</td><td>[^<]*</td><td>${status}</td>`));
    }
    expect(text).not.toContain('<td>5</td>');
    expect((await get(`/projects/${anId('nobody')}`)).statusCode).toBe(404);
  });

  it('leads from a project to the one that buys by another method what failed in it, and back', async () => {
    const [before, after] = [withdrawn.projectId, hostile.projectId];
    const { project: words } = websiteText;
    const earlier = await page(`/projects/${before}`);
    expect(earlier).toContain(`<a href="/projects/${after}">`);
    expect(earlier).toContain(words.after('公开招标', hostile.planNo));
    expect(earlier).not.toContain(evil);
    const later = await page(`/projects/${after}`);
    expect(later).toContain(`<a href="/projects/${before}">`);
    expect(later).toContain(words.before('竞争性磋商', withdrawn.planNo));
    expect(later).toContain(withdrawn.title);
  });

  it('has every column, and the newest of each on its first page', async () => {
    const home = await page('/');
    for (const column of websiteColumns) {
      expect(home).toContain(`href="/columns/${column}"`);
      expect(await page(`/columns/${column}`)).toContain(`<h1>${websiteText.columns[column]}</h1>`);
    }
    for (const { id } of [notice, correction, termination, withdrawn, intention]) expect(home).toContain(id);
    expect((await get('/columns/constructor')).statusCode).toBe(404);
  });

  it.each([
    ['', [hostile, withdrawn, notice]],
    ['region=411002', [withdrawn]],
    ['method=COMPETITIVE_CONSULTATION', [withdrawn]],
    ['region=411002&method=OPEN_TENDER', []],
    ['from=2026-01-05&to=2026-01-05', [notice]],
    ['from=2026-01-06', [hostile, withdrawn]],
    ['to=2026-01-04', []],
    [`unit=${encodeURIComponent('城市管理')}`, [withdrawn]],
    [`unit=${encodeURIComponent('城市管理')}&region=411000`, []],
    ['region=nowhere', [hostile, withdrawn, notice]],
  ])('narrows a column by %s', async (query, expected) => {
    const titles = expected.map(({ title }) => title.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(await titlesOn(`/columns/notice?${query}`)).toEqual(titles);
  });

  it.each([
    ['智慧教室', [termination, correction, notice]],
    ['触控一体机', [notice]],
    ['智慧 检测报告', [notice]],
    ['智慧 道路', []],
    ['ＺＣ-1 维修', [withdrawn]],
    ['魏都区', [withdrawn]],
    ['没有这样的词', []],
  ])('finds %s', async (question, expected) => {
    expect(await titlesOn(`/search?q=${encodeURIComponent(question)}`)).toEqual(
      expected.map(({ title }) => title),
    );
  });

  it('marks what was searched for, and says why a single character finds nothing', async () => {
    expect(await page(`/search?q=${encodeURIComponent('检测报告')}`)).toContain('<mark>检测报告</mark>');
    expect(await page(`/search?q=${encodeURIComponent('检')}`)).toContain(websiteText.notices.wordShort);
  });

  it('narrows a search like a column', async () => {
    const q = encodeURIComponent('智慧教室');
    expect(await titlesOn(`/search?q=${q}&column=correction`)).toEqual([correction.title]);
    expect(await titlesOn(`/search?q=${q}&from=2026-01-06&to=2026-01-31`)).toEqual([correction.title]);
    expect(await titlesOn(`/search?q=${q}&region=411002`)).toEqual([]);
  });

  describe('answers', () => {
    it('with headers that let nothing run and nobody frame', async () => {
      for (const url of [
        '/',
        '/search?q=ab',
        `/announcements/${notice.id}`,
        '/announcements/x',
        '/rss.xml',
      ]) {
        const { headers } = await get(url);
        expect(headers['content-security-policy']).toBe(
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        );
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['referrer-policy']).toBe('same-origin');
      }
      expect((await get('/healthz')).headers['content-security-policy']).toBe(
        "default-src 'none';frame-ancestors 'none'",
      );
    });

    it.each(['/', '/columns/notice', `/announcements/${notice.id}`, '/rss.xml', '/open-data/2026-01.csv'])(
      '%s once, and then that it is unchanged, plain or packed',
      async (url) => {
        const plain = await get(url);
        const packed = await get(url, { 'accept-encoding': 'br, gzip' });
        const tags = [plain, packed].map(({ headers }) => String(headers['etag']));
        expect(tags[0]).toMatch(/^"[\w-]+"$/);
        expect(tags[1]).not.toBe(tags[0]);
        expect(packed.headers['content-encoding']).toBe('gzip');
        expect(plain.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
        for (const tag of [...tags, `"x", ${tags[0]}`, `W/${tags[0]}`, '*']) {
          const again = await get(url, { 'if-none-match': tag });
          expect([tag, again.statusCode, again.body]).toEqual([tag, 304, '']);
        }
        expect((await get(url, { 'if-none-match': '"x"' })).statusCode).toBe(200);
      },
    );

    it('to HEAD as to GET, without the page', async () => {
      const [whole, head] = [await get('/'), await get('/', {}, 'HEAD')];
      expect([head.statusCode, head.body, head.headers['etag']]).toEqual([200, '', whole.headers['etag']]);
      expect((await get('/announcements/x', {}, 'HEAD')).statusCode).toBe(404);
    });

    it('with its style under a name that changes with it', async () => {
      const [style] = /\/assets\/site-[0-9a-f]{12}\.css/.exec(await page('/')) ?? [''];
      const answer = await get(style);
      expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
        200,
        'text/css; charset=utf-8',
        'public, max-age=31536000, immutable',
      ]);
      expect((await get('/assets/..%2f..%2fpackage.json')).statusCode).toBe(404);
    });

    it('to people with pages, to programs with codes, where there is nothing', async () => {
      const forPeople = await get('/nothing', { accept: 'text/html,*/*' });
      expect([forPeople.statusCode, forPeople.body]).toEqual([
        404,
        expect.stringContaining(websiteText.errors.notFound.title),
      ]);
      expect((await get('/nothing')).json()).toMatchObject({ error: { code: 'not_found' } });
    });
  });

  describe('for programs', () => {
    it('there are feeds of all and of each column', async () => {
      const feed = await page('/rss.xml');
      expect([...feed.matchAll(/<guid [^>]*>urn:uuid:(.*?)<\/guid>/g)].map((match) => match[1])).toEqual(
        [hostile, withdrawn, termination, correction, notice, intention].map(({ id }) => id),
      );
      expect(feed).toContain(`<link>http://www.example.cn/announcements/${notice.id}</link>`);
      expect(feed).toContain(`<title>${websiteText.rssFeed.withdrawn(withdrawn.title)}</title>`);
      for (const { id } of [correction, termination]) {
        const item = feed.split('<item>').find((each) => each.includes(`urn:uuid:${id}`));
        expect(item).toContain(
          `<atom:link rel="related" href="http://www.example.cn/announcements/${notice.id}"/>`,
        );
      }
      expect(feed).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt;公告</title>');
      expect(await page('/rss/correction.xml')).not.toContain(`urn:uuid:${notice.id}`);
      expect((await get('/rss/x.xml')).statusCode).toBe(404);
      expect((await get('/rss.xml')).headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    });

    it('there is a map of all pages', async () => {
      expect(await page('/robots.txt')).toContain('Sitemap: http://www.example.cn/sitemap.xml');
      expect(await page('/sitemap.xml')).toContain('<loc>http://www.example.cn/sitemaps/1.xml</loc>');
      const map = await page('/sitemaps/1.xml');
      expect(map.match(/<url>/g)).toHaveLength(6);
      expect(map).toContain(`${withdrawn.id}</loc><lastmod>2026-02-15T00:00:00+08:00</lastmod>`);
      expect((await get('/sitemaps/2.xml')).statusCode).toBe(404);
      expect((await get('/sitemaps/0.xml')).statusCode).toBe(404);
    });

    it('there is a record for each lot, under the notice in which it stands', async () => {
      expect(await page('/open-data')).toContain('href="/open-data/lots/2026-01.json"');
      const lots = JSON.parse(await page('/open-data/lots/2026-01.json'));
      expect(Object.keys(lots[0])).toEqual(Object.keys(websiteText.openDataPage.lotFields));
      expect(lots.map(({ lotNo }: { lotNo: string }) => lotNo)).toEqual(['1', '2', '3', '4']);
      expect(lots[0]).toMatchObject({
        announcementId: notice.id,
        announcementUrl: `http://www.example.cn/announcements/${notice.id}`,
        lotName: '=1+1',
        status: 'active',
        budget: 1_000_000.01,
        ceiling: null,
        deadline: '2026-02-10T09:00',
      });
      expect(lots[1]).toMatchObject({ status: 'cancelled' });
      expect(lots[2]).toMatchObject({ status: 'complete', supplierName: 'Announced', awardAmount: 2.5 });
      expect(lots[2]).toMatchObject({
        contractCount: 2,
        contractAmount: 1.5,
        contractSignedOn: '2026-03-01',
        contractAnnouncementId: anId('contract earlier'),
        contractStatus: 'active',
        contractAcceptedOn: null,
      });
      // Determined, and not announced yet.
      expect(lots[3]).toMatchObject({ status: 'active', supplierName: null, awardAmount: null });
      const csv = await page('/open-data/lots/2026-01.csv');
      expect(csv).toContain(`"'=1+1"`);
      expect(csv.trim().split('\r\n')).toHaveLength(5);
      // The notice of this month was withdrawn.
      expect(await page('/open-data/lots/2026-02.json')).toBe('[]\n');
      expect((await get('/open-data/lots/2025-11.json')).statusCode).toBe(404);
    });

    it('there are the facts of every month', async () => {
      const overview = await page('/open-data');
      expect(overview).toContain('href="/open-data/2026-01.json"');
      const january = JSON.parse(await page('/open-data/2026-01.json'));
      expect(january.map((each: { id: string }) => each.id)).toEqual([notice.id, correction.id]);
      expect(january[1]).toMatchObject({ type: 'CORRECTION', targetId: notice.id, withdrawnAt: null });
      const february: { id: string }[] = JSON.parse(await page('/open-data/2026-02.json'));
      expect(february.find(({ id }) => id === withdrawn.id)).toMatchObject({
        withdrawnAt: '2026-02-15T00:00:00+08:00',
        withdrawnReason: '采购需求有误',
      });
      expect(february.find(({ id }) => id === termination.id)).toMatchObject({ targetId: notice.id });
      expect(await page('/open-data/2026-02.csv')).toContain(`"'=cmd|' /C calc'!A0"`);
      expect((await get('/open-data/2026-01.json')).headers['access-control-allow-origin']).toBe('*');
      for (const month of ['2025-11', '2026-13', '1000-01', '2026-1']) {
        expect([month, (await get(`/open-data/${month}.json`)).statusCode]).toEqual([month, 404]);
      }
    });

    it('addresses are those of the website, or of no host at all', async () => {
      const strange = await get('/robots.txt', { host: 'evil.example"><x' });
      expect(strange.body).not.toContain('evil');
    });
  });

  describe('what is on it', () => {
    it('changes with the announcement, on every server at once', async () => {
      const twin = await server.twin();
      const later = published('later', first + 55 * day, { projectId: anId('a fourth project') });
      const read = () => twin.http.inject(`/announcements/${later.id}`);
      await publish(server.held.database, later);
      const before = await read();
      expect(before.body).not.toContain('banner-withdrawn');
      const withdrawal = { reason: 'Published by mistake', at: first + 56 * day, name: 'x' };
      await publish(server.held.database, { ...later, status: 'withdrawn', withdrawal });
      const after = await read();
      expect(after.body).toContain('banner-withdrawn');
      expect(after.headers['etag']).not.toBe(before.headers['etag']);
      await twin.close();
    });

    it('does not change with what happens to it elsewhere', async () => {
      const version = () => server.held.database.query('SELECT version FROM website_head');
      const before = await version();
      await publish(server.held.database, { ...notice, push: pushQueued(null, first) });
      await publish(server.held.database, { ...draft, title: 'Still a draft' });
      expect(await version()).toEqual(before);
    });

    it('can be made again from the announcements', async () => {
      const rows = () => server.held.database.query('SELECT * FROM website_announcements ORDER BY id');
      const before = await rows();
      await server.held.database.query("UPDATE website_announcements SET html = 'broken', title = ''");
      expect(await rebuildWebsite(server.held.database)).toBe(before.count);
      expect(await rows()).toEqual(before);
    });

    it('keeps showing what this program cannot read', async () => {
      const { database } = server.held;
      const rows = () => database.query('SELECT * FROM website_announcements ORDER BY id');
      const before = await rows();
      const revision = (from: number, to: number) =>
        database.query('UPDATE announcements SET body = replace(body::text, $1, $2)::json', [
          `"$revision":${from},`,
          `"$revision":${to},`,
        ]);
      await revision(announcements.revision, announcements.revision + 1);
      expect(await rebuildWebsite(database)).toBe(0);
      expect(await rows()).toEqual(before);
      await revision(announcements.revision + 1, announcements.revision);
    });
  });

  it('asks those who come too often to wait, and says of what breaks no more than a number', async () => {
    const other = await aServer(engine, { settings: { requestsPerMinute: 3 } });
    for (let times = 0; times < 3; times += 1)
      expect((await other.http.inject('/robots.txt')).statusCode).toBe(200);
    const refused = await other.http.inject('/');
    expect([refused.statusCode, refused.body]).toEqual([
      429,
      expect.stringContaining('content="rate_limited"'),
    ]);
    await other.stop();

    const broken = await aServer(engine);
    await broken.held.database.exec('DROP TABLE website_head');
    const answer = await broken.http.inject('/');
    expect([answer.statusCode, answer.body]).toEqual([500, expect.stringContaining('content="internal"')]);
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
    expect(answer.body).not.toContain('website_head');
    expect(
      broken.logged.some((line) => line.includes('a page threw') && !line.includes('website_head')),
    ).toBe(true);
    await broken.stop();
  });
});
