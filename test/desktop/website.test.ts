// The public website in a browser: axe finds nothing serious on any of its pages, on an office screen and on a phone; nothing needs a script, nothing
// is wider than the screen, everything can be reached by keys, and what is for programs is well-formed.
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patienceMs } from '#demo/patience.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { anId } from '#test/builders/ids.ts';
import { databases } from '#test/support/database.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { publish, published } from '#test/support/website.ts';
import { browserPath } from '../../scripts/system-packages.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 5, 2);
const grave: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical']);
const sizes = [
  { width: 1280, height: 900 },
  { width: 375, height: 800 },
] as const;

const long = '许昌市城乡一体化示范区第一实验小学2026年智慧教室及信息化设备采购项目（第二批）';
const other = richTextOf(`${'采购文件自公告发布之日起免费获取。'.repeat(40)}\n${'无'.repeat(3)}`);
const notice = published('notice', start, {
  title: `${long}招标公告`,
  projectName: long,
  content: { other },
});
const correction = published('correction', start + 3 * day, {
  type: 'CORRECTION',
  title: `${long}更正公告`,
  projectName: long,
  targetId: notice.id,
});
const termination = published('termination', start + 9 * day, {
  type: 'TERMINATION',
  title: `${long}终止公告`,
  projectName: long,
  targetId: notice.id,
});
const withdrawn = published('withdrawn', start + 10 * day, {
  projectId: anId('another'),
  title: `${long}招标公告`,
  projectName: long,
  round: 2,
  withdrawal: { reason: '采购需求有误，需重新论证', at: start + 11 * day, name: '' },
});
const file = { id: anId('file'), mediaType: '', size: 1_468_006, sha256: 'a'.repeat(64) };
const contract = published('contract', start + 12 * day, {
  type: 'CONTRACT',
  projectId: anId('a third'),
  title: `${long}合同公告`,
  projectName: long,
  content: {
    contractFile: [
      { ...file, fileName: `${long}政府采购合同（双方签字盖章扫描件）.pdf` },
      { ...file, id: anId('other file'), sha256: 'b'.repeat(64), fileName: '清单.xlsx' },
    ],
  },
});
const many = Array.from({ length: 45 }, (_, index) =>
  published(`many ${index}`, start + index * 3_600_000, {
    projectId: anId(`project ${index}`),
    title: `${long.slice(0, 20 + (index % 20))}公告`,
    type: index % 3 === 0 ? 'CONTRACT' : 'TENDER',
  }),
);

const pages = {
  home: '/',
  column: '/columns/notice',
  'column with filters that make no sense': '/columns/notice?region=x&from=2026-02-30&unit=a',
  'empty column': '/columns/penalty',
  search: `/search?q=${encodeURIComponent('智慧教室 免费获取')}`,
  'search without a hit': '/search?q=nothing',
  'corrected and ended announcement': `/announcements/${notice.id}`,
  correction: `/announcements/${correction.id}`,
  'withdrawn announcement': `/announcements/${withdrawn.id}`,
  'announcement with files': `/announcements/${contract.id}`,
  'file on its way': `/announcements/${contract.id}/files/${'b'.repeat(64)}/${encodeURIComponent('清单.xlsx')}`,
  project: `/projects/${notice.projectId}`,
  'open data': '/open-data',
  'no page': '/announcements/nothing',
} as const;

const missing: ReadonlySet<string> = new Set([pages['no page'], pages['file on its way']]);

let server: TestServer;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  server = await aServer(engine, { settings: { requestsPerMinute: 1_000_000 } });
  await publish(server.held.database, notice, correction, termination, withdrawn, contract, ...many);
  origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
  const executablePath = browserPath();
  if (executablePath === undefined) throw new Error('Chromium is missing');
  browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: patienceMs,
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each(sizes)('on a screen $width wide', (viewport) => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    context = await browser.newContext({ viewport });
    context.setDefaultTimeout(patienceMs);
    page = await context.newPage();
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  });
  afterAll(() => context.close());

  it.each(Object.entries(pages))(
    '%s: nothing serious, nothing too wide, nothing refused',
    async (_name, path) => {
      complaints.length = 0;
      const answer = await page.goto(origin + path);
      const expected = missing.has(path) ? 404 : 200;
      expect(answer?.status()).toBe(expected);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze();
      const serious = violations.filter(({ impact }) => grave.has(impact));
      expect(
        serious.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
      ).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      const burst = await page.evaluate(() =>
        [...document.querySelectorAll('.filters, .card, .lines, .facts, .related, .banner')]
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map(({ className }) => className),
      );
      expect(burst).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      // The browser itself reports a page that is not there.
      expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
    },
  );
});

describe('without a script', () => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: sizes[0] });
    context.setDefaultTimeout(patienceMs);
    page = await context.newPage();
  });

  it('one finds an announcement, reads it, and goes to its correction', async () => {
    await page.goto(origin);
    await page.getByRole('searchbox').fill('智慧教室 免费获取');
    await page.getByRole('button', { name: websiteText.search.button }).click();
    await page.getByRole('link', { name: notice.title, exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(notice.title);
    await page.locator('.banner-corrected').getByRole('link').click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(correction.title);
    await page.locator('.banner-about').getByRole('link').click();
    expect(page.url()).toContain(notice.id);
  });

  it('one narrows a list, goes on and comes back', async () => {
    await page.goto(`${origin}/columns/notice`);
    const first = await page.locator('.line').first().textContent();
    await page.getByRole('link', { name: websiteText.list.older }).click();
    expect(await page.locator('.line').first().textContent()).not.toBe(first);
    await page.getByRole('link', { name: websiteText.list.newer }).click();
    expect(await page.locator('.line').first().textContent()).toBe(first);
    await page.getByLabel(websiteText.filters.method).selectOption('INQUIRY');
    await page.getByRole('button', { name: websiteText.filters.apply }).click();
    expect(await page.locator('.empty').count()).toBe(1);
  });

  it('one comes to the text with the first key', async () => {
    await page.goto(`${origin}/announcements/${notice.id}`);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: websiteText.skip });
    expect(await skip.boundingBox()).toMatchObject({ x: 16 });
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#main$/);
  });
});

it('feeds and sitemaps are well-formed, whatever stands in a title', async () => {
  await publish(
    server.held.database,
    published('odd', start + 20 * day, {
      title: `<b>&amp;</b> ]]> "公告" ${'\ue000'}`,
      projectId: anId('odd'),
    }),
  );
  const page = await browser.newPage();
  for (const path of ['/rss.xml', '/rss/notice.xml', '/sitemap.xml', '/sitemaps/1.xml']) {
    const text = await (await fetch(origin + path)).text();
    const wrong = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ??
        null,
      text,
    );
    expect([path, wrong]).toEqual([path, null]);
  }
  await page.close();
});

it('on paper there is the document alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/announcements/${withdrawn.id}`);
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.top', '.bottom', '.crumbs', '.facts', '.related']) {
    expect([selector, await page.locator(selector).isVisible()]).toEqual([selector, false]);
  }
  expect(await page.locator('.banner-withdrawn').isVisible()).toBe(true);
  expect(await page.locator('.doc').isVisible()).toBe(true);
  await page.close();
});
