// Which announcements a comparison lists, and when they are resolved; and that a centre or a message that knows nothing of it does no harm.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnouncementsReport } from '#shared/contract/exchange.ts';
import { type Announcement, announcements } from '#shared/domain/announcements/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { anActor } from '#test/builders/actors.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { anId } from '#test/builders/ids.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { centreEnvelope, type ExchangeWorld, exchangeWorld, platformId } from '#test/support/exchange.ts';
import { listAnnouncementDifferences, listDifferences, reconcileNow } from './admin.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const administrator = anActor('administrator');
const type = 'reconcile.announcements';
const id = anId('notice');

type Case = readonly [
  status: 'approved' | 'published' | 'withdrawn',
  push: Announcement['push']['status'],
  held: Partial<AnnouncementsReport>,
  listed: readonly string[],
];

describe.each(databases())('announcements in a reconciliation on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  let projectId: Id;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(60 * minute);
    projectId = (await world.project()).id;
  });
  afterEach(() => db.close());

  const putNotice = async (
    status: Case[0],
    push: Case[1] = 'accepted',
    parts: Partial<Announcement> = {},
  ) => {
    const notice = anAnnouncement('notice').with({ projectId });
    const before = (status === 'approved' ? notice.approved() : notice.published()).build();
    await world.putRow(announcements, {
      ...before,
      status,
      push: { ...before.push, status: push },
      ...parts,
    });
  };
  const post = (body: object) => {
    const envelope = centreEnvelope(world, { type, businessKey: type, body });
    return world.gateway.receive(JSON.stringify(envelope));
  };
  const report = async (held: Partial<AnnouncementsReport>, askedAt = world.now()) => {
    const projects = [{ projectId, published: [], withdrawn: [], ...held }];
    expect((await post({ step: 'report', askedAt, projects })).status).toBe(202);
  };
  const listed = async () =>
    (await listAnnouncementDifferences(world.gateway.deps.database, 10)).map(
      ({ ours, theirs, resolvedAt }) => (resolvedAt === null ? `${ours} here, ${theirs} there` : 'resolved'),
    );
  const asked = async () => (await world.outbox()).filter((message) => message.type === type).length;

  it.each<Case>([
    ['published', 'accepted', { published: [id] }, []],
    ['published', 'accepted', { withdrawn: [id] }, ['published here, withdrawn there']],
    ['published', 'accepted', {}, ['published here, none there']],
    // The announcement itself says so.
    ['published', 'rejected', {}, []],
    ['published', 'dead', {}, []],
    ['published', 'rejected', { withdrawn: [id] }, ['published here, withdrawn there']],
    ['withdrawn', 'accepted', { withdrawn: [id] }, []],
    ['withdrawn', 'accepted', {}, []],
    ['withdrawn', 'accepted', { published: [id] }, ['withdrawn here, published there']],
    ['withdrawn', 'rejected', { published: [id] }, []],
    ['approved', 'not_needed', { published: [id] }, ['none here, published there']],
    ['approved', 'not_needed', { withdrawn: [id] }, []],
    // The centre's word is still awaited.
    ['published', 'waiting', {}, []],
    ['withdrawn', 'received', { published: [id] }, []],
  ])('%s with its message %s, at the centre %o: %o', async (status, push, held, expected) => {
    await putNotice(status, push);
    await report(held);
    expect(await listed()).toEqual(expected);
  });

  it('lists one that nobody here knows, until the centre does not hold it any more', async () => {
    await report({ published: [id] });
    expect(await listAnnouncementDifferences(world.gateway.deps.database, 10)).toMatchObject([
      {
        announcementId: id,
        projectId,
        planNo: (await world.project()).planNo,
        title: null,
        resolvedAt: null,
      },
    ]);
    await report({});
    expect(await listed()).toEqual(['resolved']);
  });

  it('says since when they differ, and that they do again', async () => {
    const foundAt = async () =>
      (await listAnnouncementDifferences(world.gateway.deps.database, 10)).map((each) => each.foundAt);
    await putNotice('published');
    const first = world.now();
    await report({ withdrawn: [id] });
    world.wait(day);
    await report({ withdrawn: [id] });
    expect(await foundAt()).toEqual([first]);
    await report({ published: [id] });
    expect(await listed()).toEqual(['resolved']);
    world.wait(day);
    await report({});
    expect(await foundAt()).toEqual([first + 2 * day]);
    expect(await listed()).toEqual(['published here, none there']);
  });

  it('leaves out what has changed since the question, and what is not the project it says', async () => {
    await putNotice('published');
    await report({ withdrawn: [id] });
    const askedAt = world.now();
    world.wait(minute);
    await putNotice('withdrawn', 'accepted', { updatedAt: world.now() });
    await report({ withdrawn: [id] }, askedAt);
    expect(await listed()).toEqual(['published here, withdrawn there']);
    world.wait(minute);
    await report({ projectId: anId('another'), published: [id] });
    expect(await listed()).toEqual(['published here, withdrawn there']);
    await report({ withdrawn: [id] });
    expect(await listed()).toEqual(['resolved']);
  });

  it('says nothing of a project with an announcement that this program cannot read', async () => {
    await putNotice('published');
    await db.database.query('UPDATE announcements SET body = replace(body::text, $1, $2)::json', [
      `"$revision":${announcements.revision},`,
      '"$revision":99,',
    ]);
    await report({});
    expect(await listed()).toEqual([]);
  });

  it('is asked of the centre with every comparison, and answered by it', async () => {
    await putNotice('published', 'accepted', { updatedAt: world.now() });
    world.wait(minute);
    await reconcileNow(world.gateway.deps, administrator, platformId);
    await world.settle(minute);
    expect(await listed()).toEqual(['published here, none there']);
    expect((await listAnnouncementDifferences(world.gateway.deps.database, 10))[0]?.title).toContain(
      '招标公告',
    );
  });

  it('is not asked for a week of a centre that does not know the question, and sections are compared all the same', async () => {
    const compare = async () => {
      await reconcileNow(world.gateway.deps, administrator, platformId);
      await world.settle(minute);
    };
    await world.centre.control({ refuseEnvelope: { code: 'unknown_message_type', times: 2 } });
    await compare();
    expect((await world.outbox()).filter((message) => message.type === type)).toMatchObject([
      { state: 'rejected', code: 'unknown_message_type' },
    ]);
    await db.database.query('DELETE FROM sections WHERE id = (SELECT min(id) FROM sections)');
    await compare();
    expect(await asked()).toBe(1);
    expect(await listDifferences(world.gateway.deps.database, 10)).toMatchObject([
      { kind: 'sections_differ' },
    ]);
    world.wait(7 * day);
    await compare();
    expect(await asked()).toBe(2);
  });

  it('asks, and is not asked', async () => {
    await post({ step: 'ask', askedAt: world.now(), projectIds: [projectId] });
    const { rows } = await db.database.query(
      `SELECT state, code, field FROM exchange_inbox WHERE type = '${type}'`,
    );
    expect(rows).toEqual([{ state: 'rejected', code: 'not_allowed', field: 'body.step' }]);
  });
});
