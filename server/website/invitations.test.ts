// Who is invited is nobody else's to know before the opening (法 art 22; 87号令 art 14): whatever visitors and programs ask for, an invitation and what corrects it are
// not there, nor whom they name; what ends it, and its result, are public as always.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidatesIn } from '#shared/domain/announcements/invitation.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { startOfDay } from '#shared/kernel/dates.ts';
import { drawnFromLibrary } from '#test/builders/announcement-content.ts';
import { anId } from '#test/builders/ids.ts';
import { aResult, aSection } from '#test/builders/sections.ts';
import { databases } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { publish, published } from '#test/support/website.ts';
import { rebuildWebsite } from './projection.ts';

const day = 86_400_000;
const first = startOfDay('2026-01-05');
const about = { projectName: '智慧教室设备采购项目', method: 'INVITED_TENDER' } as const;

const invitation = published('invitation', first, {
  ...about,
  type: 'TENDER_INVITATION',
  title: '智慧教室设备采购项目投标邀请书',
  content: drawnFromLibrary,
});
const correction = published('correction', first + 2 * day, {
  ...about,
  type: 'INVITATION_CORRECTION',
  title: '智慧教室设备采购项目更正通知书',
  targetId: invitation.id,
});
const negotiation = published('negotiation', first + day, {
  ...about,
  type: 'NEGOTIATION_INVITATION',
  method: 'COMPETITIVE_NEGOTIATION',
  title: '智慧教室设备采购项目竞争性谈判邀请书',
  content: drawnFromLibrary,
});
const withdrawn = published('withdrawn', first + 3 * day, {
  ...about,
  type: 'TENDER_INVITATION',
  title: '智慧教室设备采购项目投标邀请书（已撤回）',
  content: drawnFromLibrary,
  withdrawal: { reason: '示例原因', at: first + 4 * day, name: 'Who did it' },
});
const termination = published('termination', first + 5 * day, {
  ...about,
  type: 'TERMINATION',
  title: '智慧教室设备采购项目终止公告',
  targetId: invitation.id,
});
const secret = [invitation, correction, negotiation, withdrawn];
const names = candidatesIn(drawnFromLibrary).flatMap(({ name, uscc }) => [name, uscc]);
const section = aSection('invited lot', {
  projectId: invitation.projectId ?? '',
  status: 'announced',
  schedule: {
    announcementId: invitation.id,
    round: 1,
    publishedOn: '2026-01-05',
    documentsFrom: null,
    documentsUntil: null,
    deadline: '2026-02-10T09:00',
    opening: '2026-02-10T09:00',
  },
});

const determined = aResult(invitation.id, { supplierName: '未公告供应商', awardAmount: 250 }).results;
const kept = [
  { ...section, name: 'Kept lot 1' },
  { ...section, id: anId('evaluated lot'), sectionNo: '2', name: 'Kept lot 2', status: 'evaluated' as const },
  {
    ...section,
    ...{ id: anId('determined lot'), sectionNo: '3', name: 'Kept lot 3', status: 'evaluated' as const },
    results: determined,
  },
];
const result = published('result', first + 40 * day, {
  ...about,
  type: 'RESULT',
  title: '智慧教室设备采购项目中标结果公告',
});
const won = {
  ...section,
  ...{ id: anId('won lot'), sectionNo: '4', name: 'Won lot', status: 'awarded' as const },
  results: aResult(invitation.id, { supplierName: '公告供应商', awardAmount: 250 }).results.map((each) => ({
    ...each,
    announcementId: result.id,
  })),
};
describe.each(databases())('what goes to the invited alone, on $name', (engine) => {
  let server: TestServer;
  const get = (url: string) =>
    server.http.inject({ method: 'GET', url, headers: { host: 'www.example.cn' } });

  beforeAll(async () => {
    server = await aServer(engine, { settings: { requestsPerMinute: 1_000_000 } });
    server.time.now = first + 60 * day;
    await publish(server.held.database, ...secret, termination);
    await storeAll(
      server.held.database,
      kept.map((row) => ({ entity: sections.name, row })),
    );
  });
  afterAll(() => server.stop());

  const found = (text: string) =>
    [...names, ...secret.flatMap(({ id, title }) => [id, title])].filter((each) => text.includes(each));
  /** A search shows what was asked for: that alone may stand there. */
  const searches = [...names, '邀请书', '更正通知书', '智慧教室'].map(
    (text) => `/search?q=${encodeURIComponent(text)}`,
  );
  const pages = [
    '/',
    ...['notice', 'correction', 'termination', 'result'].map((column) => `/columns/${column}`),
    '/columns/notice?method=INVITED_TENDER',
    `/projects/${invitation.projectId}`,
    `/announcements/${termination.id}`,
    '/open-data',
    '/open-data/2026-01.json',
    '/open-data/2026-01.csv',
    '/rss.xml',
    '/rss/notice.xml',
    '/rss/correction.xml',
    '/sitemap.xml',
    '/sitemaps/1.xml',
  ];

  const walk = async () => {
    for (const url of pages) {
      const answer = await get(url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect([url, found(answer.body)]).toEqual([url, []]);
    }
    for (const url of searches) {
      const { body } = await get(url);
      expect([
        url,
        body
          .match(/\/announcements\/[0-9a-f-]{36}/g)
          ?.filter((each) => ![termination.id, result.id].some((id) => each.endsWith(id))) ?? [],
      ]).toEqual([url, []]);
    }
    for (const { id } of secret) expect((await get(`/announcements/${id}`)).statusCode).toBe(404);
    // Its sections stand in no public notice.
    for (const file of ['2026-01.json', '2026-01.csv', '2026-02.json']) {
      const { body } = await get(`/open-data/lots/${file}`);
      expect([
        file,
        [...kept.map(({ id }) => id), '未公告供应商'].filter((each) => body.includes(each)),
      ]).toEqual([file, []]);
    }
    const { body } = await get(`/projects/${invitation.projectId}`);
    expect(kept.filter(({ name }) => body.includes(name))).toEqual([]);
  };

  it('is on no page, in no feed, and in no file of open data', walk);

  it('neither after all pages are made again', async () => {
    expect(await rebuildWebsite(server.held.database)).toBe(1);
    await walk();
  });

  it('and once a result is announced, the section of that result is there with method and award', async () => {
    await publish(server.held.database, result);
    await storeAll(server.held.database, [{ entity: sections.name, row: won }]);
    const lots = JSON.parse((await get('/open-data/lots/2026-02.json')).body);
    expect(lots).toMatchObject([
      {
        ...{ announcementId: result.id, lotId: won.id, lotNo: '4', status: 'complete' },
        ...{ methodCode: 'INVITED_TENDER', methodName: '邀请招标' },
        ...{ supplierName: '公告供应商', awardAmount: 2.5, awardAnnouncementId: result.id },
      },
    ]);
    const { body } = await get(`/projects/${invitation.projectId}`);
    expect(body).toContain(won.name);
    await walk();
  });

  it('and what ends it is public', async () => {
    expect((await get(`/announcements/${termination.id}`)).body).toContain(termination.title);
    expect((await get('/rss.xml')).body).toContain(`urn:uuid:${termination.id}`);
  });
});
