// The trading centre opens and evaluates, over the real exchange: by itself after the deadline that its notice set, or when it is told to.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listEventDifferences, reconcileNow } from '#server/exchange/admin.ts';
import type { AnnouncementDates } from '#shared/contract/exchange.ts';
import { invitedIn } from '#shared/domain/announcements/invitation.ts';
import {
  announcementCorrect,
  announcementPush,
  announcementTerminate,
} from '#shared/domain/announcements/messages.ts';
import { evaluationInForce, eventInForce } from '#shared/domain/projects/events/course.ts';
import { type SectionEvent, sectionEvents } from '#shared/domain/projects/events/model.ts';
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { readRow } from '#shared/domain/stored-body.ts';
import { instantOf, toLocalTime } from '#shared/kernel/dates.ts';
import { anActor } from '#test/builders/actors.ts';
import { drawnFromLibrary } from '#test/builders/announcement-content.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, platformId } from '#test/support/exchange.ts';

const minute = 60_000;
const hour = 60 * minute;

describe.each(oneDatabase())('the trading centre on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  let deadline: string;
  let notice: ReturnType<ReturnType<typeof anAnnouncement>['buildPublished']>;

  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(hour);
    deadline = toLocalTime(world.now() + 10 * hour);
    const { id: projectId } = await world.project();
    notice = { ...anAnnouncement('notice').buildPublished(), projectId };
    await tell('announced');
  });
  afterEach(() => db.close());

  const dates = (time = deadline): AnnouncementDates => ({
    ...{ documentsFrom: null, documentsUntil: null, deadline: time, opening: time },
  });
  const about = async (time?: string) => ({
    announcement: { ...notice, projectId: notice.projectId ?? '' },
    platformId,
    sections: await world.sections(),
    dates: dates(time),
  });

  /** The sections stand in the notice, and the centre hears of it. */
  async function tell(status: Section['status']) {
    for (const section of await world.sections()) {
      const schedule = { announcementId: notice.id, round: 1, publishedOn: '2026-01-21', ...dates() };
      await world.putRow(sections, { ...section, status, schedule });
    }
    await world.send(announcementPush(await about()));
    await world.settle(minute);
  }
  async function events(): Promise<readonly SectionEvent[]> {
    const { rows } = await db.database.query<{ body: string }>(
      'SELECT body::text AS body FROM section_events ORDER BY id',
    );
    return rows.map(({ body }) => readRow(sectionEvents, body));
  }
  const first = async () => {
    const [section] = await world.sections();
    if (section === undefined) throw new Error('no section');
    return section;
  };
  const answers = () =>
    world.centre
      .state()
      .outgoing.filter(({ type }) => type === 'opening.push' || type === 'evaluation.push')
      .map(({ answer }) => answer);

  it('opens at the time of the notice and evaluates later, and the sections go on', async () => {
    await world.centre.control({ opensAfterMs: minute, evaluatesAfterMs: 2 * hour });
    await world.settle(9 * hour);
    expect(await events()).toEqual([]);
    await world.settle(2 * hour);
    const opened = await world.sections();
    expect(opened.map(({ status }) => status)).toEqual(opened.map(() => 'opened'));
    const all = await events();
    for (const section of opened) {
      expect(eventInForce(section, all, 'opening')).toMatchObject({
        source: 'centre',
        at: instantOf(deadline),
        platformVersion: 1,
      });
    }
    await world.settle(3 * hour);
    const evaluated = await world.sections();
    expect(evaluated.map(({ status }) => status)).toEqual(evaluated.map(() => 'evaluated'));
    // A centre that starts anew goes on where it was: nothing is opened twice.
    world.restartCentre();
    await world.centre.control({ opensAfterMs: minute });
    const before = (await events()).length;
    await world.settle(2 * hour);
    expect(await events()).toHaveLength(before);
    expect(new Set(answers())).toEqual(new Set(['accepted']));
  });

  it('lets the invited alone bid, and opens nothing of a 资格预审', async () => {
    await world.centre.control({ opensAfterMs: 0, evaluatesAfterMs: hour });
    const { announcement, ...rest } = await about();
    const values = { ...announcement.frozen.values, ...drawnFromLibrary };
    const another = (name: string, parts: Partial<typeof announcement>) => ({
      ...rest,
      announcement: { ...announcement, id: anId(name), publishedAt: world.now(), ...parts },
    });
    await world.send(announcementPush(another('passed', { type: 'PREQUALIFICATION' })));
    await world.settle(11 * hour);
    expect(await events()).toEqual([]);
    const frozen = { ...announcement.frozen, values };
    const sent = another('invitation', { type: 'TENDER_INVITATION', frozen });
    for (const section of await world.sections()) {
      const schedule = { ...section.schedule, ...{ announcementId: sent.announcement.id, round: 1 } };
      await world.putRow(sections, {
        ...section,
        schedule: { publishedOn: '2026-01-21', ...dates(), ...schedule },
      });
    }
    await world.centre.control({ opensAfterMs: null });
    await world.send(announcementPush(sent));
    await world.settle(minute);
    for (const { lotUid } of await world.sections()) {
      world.centre.open({ lotUid, bidders: 5 });
      world.centre.evaluate({ lotUid, outcome: 'ranked' });
    }
    await world.settle(hour);
    const all = await events();
    const openings = all.flatMap(({ details }) => (details?.of === 'opening' ? [details.bidders] : []));
    expect(openings).not.toEqual([]);
    for (const bidders of openings) {
      expect(bidders.map(({ name, uscc }) => ({ name, uscc }))).toEqual(
        invitedIn(drawnFromLibrary).map(({ name, uscc }) => ({ name, uscc })),
      );
    }
    expect((await world.sections()).map(({ status }) => status)).toEqual(openings.map(() => 'evaluated'));
  });

  it('follows a corrected time, and opens nothing that has ended', async () => {
    await world.centre.control({ opensAfterMs: 0 });
    const later = toLocalTime(world.now() + 30 * hour);
    const correction = { ...(await about(later)), targetId: notice.id };
    const announcement = {
      ...correction.announcement,
      id: anId('correction'),
      publishedAt: notice.publishedAt + 1,
    };
    const lines = [{ field: '', item: 'Time', before: 'x', after: 'y', value: null }];
    await world.send(announcementCorrect({ ...correction, announcement }, lines));
    await world.settle(20 * hour);
    expect(await events()).toEqual([]);
    const ended = { ...announcement, id: anId('termination'), publishedAt: notice.publishedAt + 2 };
    await world.send(announcementTerminate({ ...correction, announcement: ended }, 'Cancelled.'));
    await world.settle(20 * hour);
    expect(await events()).toEqual([]);
  });

  it('tells again what a comparison of both sides misses here', async () => {
    await world.settle(11 * hour);
    const { lotUid } = await first();
    world.centre.open({ lotUid, bidders: 5 });
    world.centre.open({ lotUid, bidders: 4 });
    world.centre.evaluate({ lotUid, outcome: 'ranked' });
    await world.settle(minute);
    const before = evaluationInForce(await first(), await events());
    expect(before).toBeDefined();
    // As after a restore: the events are gone, and the centre has no reason to tell of them again.
    await db.database.query('DELETE FROM section_events');
    const compare = async () => {
      await reconcileNow(world.gateway.deps, anActor('administrator'), platformId);
      await world.settle(hour);
    };
    await compare();
    expect(evaluationInForce(await first(), await events())).toEqual(before);
    const listed = async () =>
      (await listEventDifferences(world.gateway.deps.database, 10)).map(
        ({ lotUid: of, kind, ours, theirs, requestedAt, resolvedAt }) => {
          return [of === lotUid, kind, ours, theirs, requestedAt !== null, resolvedAt !== null];
        },
      );
    expect((await listed()).toSorted()).toEqual([
      [true, 'evaluation', 0, 1, true, false],
      [true, 'opening', 0, 2, true, false],
    ]);
    await compare();
    expect((await listed()).map((each) => each.at(-1))).toEqual([true, true]);
    const kinds = (await events()).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['evaluation_ended', 'evaluation_started', 'opening']);
  });

  it('opens and evaluates when it is told to: ties, 废标, too few, corrections in any order', async () => {
    await world.settle(11 * hour);
    const { lotUid } = await first();
    expect(world.centre.open({ lotUid: 'LOT-none', bidders: 3 })).toBe(false);
    expect(world.centre.open({ lotUid, bidders: 2 })).toBe(true);
    await world.settle(minute);
    expect(eventInForce(await first(), await events(), 'opening')?.details).toMatchObject({
      bidders: [{}, {}],
    });
    world.centre.open({ lotUid, bidders: 5 });
    world.centre.evaluate({ lotUid, outcome: 'tied' });
    await world.settle(minute);
    const ranking = evaluationInForce(await first(), await events())?.ranking;
    expect(ranking?.map(({ rank }) => rank)).toEqual([1, 1, 3, 4]);
    await world.centre.control({ reorder: true, repeat: 2 });
    world.centre.evaluate({ lotUid, outcome: 'ranked' });
    world.centre.evaluate({ lotUid, outcome: 'failed' });
    await world.settle(hour);
    expect(evaluationInForce(await first(), await events())).toMatchObject({
      outcome: { result: 'failed', reasonCode: 'SUPPLIERS_LT_3' },
      ranking: [],
    });
    expect((await first()).status).toBe('evaluated');
  });

  it('evaluates what nobody has opened', async () => {
    await world.settle(11 * hour);
    const { lotUid } = await first();
    world.centre.evaluate({ lotUid, outcome: 'ranked' });
    await world.settle(minute);
    expect((await first()).status).toBe('evaluated');
    expect(answers()).toEqual(['accepted']);
  });
});
