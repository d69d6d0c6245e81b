// The trading centre and announcements, over the real exchange: it takes what is about its sections, once, and refuses the rest.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AnnouncementDates,
  announcementPushBodySchema,
  awardPushBodySchema,
  maxEnvelopeBytes,
} from '#shared/contract/exchange.ts';
import {
  announcementCorrect,
  announcementPush,
  announcementTerminate,
  awardPush,
  type Publication,
} from '#shared/domain/announcements/messages.ts';
import type { ExchangeMessageDraft } from '#shared/domain/exchange-message.ts';
import { evaluationInForce } from '#shared/domain/projects/events/course.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { type Section, sections as sectionRows } from '#shared/domain/projects/model.ts';
import type { SectionResult } from '#shared/domain/projects/result.ts';
import { readRow } from '#shared/domain/stored-body.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { anId } from '#test/builders/ids.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, platformId } from '#test/support/exchange.ts';
import { announcementReports } from './announcements.ts';
import { memoryStore, openRecords } from './records.ts';

const minute = 60_000;
const dates: AnnouncementDates = {
  documentsFrom: '2026-03-02',
  documentsUntil: '2026-03-09',
  deadline: '2026-03-25T09:00',
  opening: '2026-03-25T09:00',
};
const line = {
  field: 'bidDeadline',
  item: 'deadline',
  before: '2026-03-20',
  after: '2026-03-25',
  value: '2026-03-25T09:00',
};

describe('reports of announcements', () => {
  it('are as many as they need to be small, each with whole projects', async () => {
    const records = openRecords(memoryStore());
    const announcement = anAnnouncement('notice').buildPublished();
    const { body } = announcementPush({ announcement, platformId, sections: [], dates });
    const about = announcementPushBodySchema.parse(body);
    const projectIds = ['one', 'two', 'none'].map((name) => anId(name));
    for (const projectId of projectIds.slice(0, 2)) {
      for (let no = 0; no < 6000; no += 1) {
        const announcementId = anId(`${projectId} ${no}`);
        records.announcements.put(announcementId, {
          platformId,
          type: 'announcement.push',
          body: { ...about, projectId, announcementId },
        });
      }
    }
    const reports = announcementReports({ records }, platformId, projectIds);
    expect(
      reports.map((projects) => projects.map(({ projectId, published }) => [projectId, published.length])),
    ).toEqual([
      [[projectIds[0], 6000]],
      [
        [projectIds[1], 6000],
        [projectIds[2], 0],
      ],
    ]);
    for (const projects of reports) {
      expect(JSON.stringify({ step: 'report', askedAt: 1, projects }).length).toBeLessThan(
        maxEnvelopeBytes / 2,
      );
    }
  });
});

describe('announcements at the trading centre', () => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  let sections: readonly Section[];

  beforeEach(async () => {
    const [engine] = databases();
    if (engine === undefined) throw new Error('no database to test on');
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(minute);
    sections = await world.sections();
    expect(sections.length).toBeGreaterThan(1);
  });
  afterEach(() => db.close());

  const about = async (name: string, of: readonly Section[] = sections): Promise<Publication> => {
    const { id } = await world.project();
    const announcement = {
      ...anAnnouncement(name)
        .withSections(...of)
        .buildPublished(),
      projectId: id,
    };
    return { announcement, platformId, sections: of, dates };
  };
  const targetId = anId('notice');
  /** The centre's answers to these messages, in their order. */
  const answers = async (...drafts: readonly ExchangeMessageDraft[]) => {
    const before = (await world.outbox()).length;
    for (const draft of drafts) await world.send(draft);
    await world.settle(minute);
    return (await world.outbox())
      .slice(before)
      .filter(({ type }) => type !== 'ack')
      .map(({ state, code, field }) => (state === 'accepted' ? state : `${code} ${field}`));
  };
  const taken = () => world.centre.state().announcements.map(({ type, body }) => [type, body.lotUids]);

  it('are taken: a notice, its correction, the end of one section', async () => {
    const [first] = sections;
    if (first === undefined) throw new Error('no section');
    expect(
      await answers(
        announcementPush(await about('notice')),
        announcementCorrect({ ...(await about('correction')), targetId }, [line]),
        announcementTerminate({ ...(await about('end', [first])), targetId }, 'too few suppliers'),
      ),
    ).toEqual(['accepted', 'accepted', 'accepted']);
    const all = sections.map(({ lotUid }) => lotUid);
    expect(taken()).toEqual([
      ['announcement.push', all],
      ['announcement.correct', all],
      ['announcement.terminate', [first.lotUid]],
    ]);
    world.restartCentre();
    expect(taken()).toHaveLength(3);
  });

  it('are withdrawn under their own id, whatever they were', async () => {
    const notice = await about('notice');
    const end = { ...(await about('end')), targetId };
    expect(
      await answers(
        announcementPush(notice),
        announcementTerminate(end, 'too few suppliers'),
        announcementTerminate({ ...end, targetId: end.announcement.id }, 'ended by mistake'),
        announcementTerminate({ ...notice, targetId }, 'published by mistake'),
      ),
    ).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(taken()).toHaveLength(4);
  });

  it('are refused about sections or announcements that it does not know', async () => {
    const [first] = sections;
    if (first === undefined) throw new Error('no section');
    const notice = await about('notice', [first]);
    expect(
      await answers(
        announcementPush(await about('forged', [first, { ...first, lotUid: 'LOT-of-nobody' }])),
        announcementPush({ ...notice, announcement: { ...notice.announcement, projectId: anId('another') } }),
        announcementCorrect({ ...(await about('early')), targetId }, [line]),
        announcementPush(notice),
        announcementTerminate({ ...(await about('wide')), targetId }, 'too few suppliers'),
      ),
    ).toEqual([
      'not_found lotUids.1',
      'not_found lotUids.0',
      'not_found targetId',
      'accepted',
      'not_in_target lotUids.1',
    ]);
    expect(taken()).toEqual([['announcement.push', [first.lotUid]]]);
  });

  it('are taken once, and never replaced by others under their id', async () => {
    const notice = await about('notice');
    const other = { ...notice, dates: { ...dates, deadline: '2026-04-01T09:00' } };
    expect(
      await answers(announcementPush(notice), announcementPush(notice), announcementPush(other)),
    ).toEqual(['accepted', 'accepted', 'duplicate_mismatch announcementId']);
    expect(world.centre.state().announcements.map(({ body }) => body.dates)).toEqual([dates]);
  });

  describe('results', () => {
    const schedule = { announcementId: targetId, round: 1, publishedOn: '2026-01-21', ...dates };
    const won = (section: Section, supplierName: string): Section => {
      const result: SectionResult = {
        ...{ awardId: anId(`award ${section.lotUid}`), noticeId: targetId, supplierName, supplierUscc: '' },
        ...{ supplierAddress: '', sizeClass: null, members: [], amount: 1, rate: '', score: null },
        ...{ reviewPrice: null, determinedAt: 1, announcementId: null, letter: null, void: null },
      };
      return { ...section, schedule, results: [result] };
    };
    const resultPush = async (name: string, supplierName: string, of: readonly Section[] = sections) => {
      const all = of.map((section) => won(section, supplierName));
      return awardPush(await about(name, all));
    };

    it('are taken once, and kept word for word', async () => {
      const push = await resultPush('result', 'Example Supplier');
      expect(await answers(push, push)).toEqual(['accepted', 'accepted']);
      expect(taken()).toEqual([['award.push', sections.map(({ lotUid }) => lotUid)]]);
      expect(world.centre.state().announcements.map(({ body }) => body)).toEqual([push.body]);
    });

    it('are refused of a section that the announcement is not about', async () => {
      const [first, second] = sections;
      if (first === undefined || second === undefined) throw new Error('no sections');
      const push = await resultPush('result', 'Example Supplier', [first]);
      const body = awardPushBodySchema.parse(push.body);
      const results = body.results.map((line) => ({ ...line, lotUid: second.lotUid }));
      expect(await answers({ ...push, body: { ...body, results } })).toEqual(['not_found results.0.lotUid']);
    });

    it('are refused of a supplier whom the committee has not ranked', async () => {
      const [first] = sections;
      if (first === undefined) throw new Error('no section');
      await world.putRow(sectionRows, { ...first, status: 'announced', schedule });
      await answers(announcementPush(await about('notice')));
      world.centre.open({ lotUid: first.lotUid, bidders: 3 });
      world.centre.evaluate({ lotUid: first.lotUid, outcome: 'ranked' });
      await world.settle(minute);
      const { rows } = await db.database.query<{ body: string }>(
        'SELECT body::text AS body FROM section_events',
      );
      const events = rows.map(({ body }) => readRow(sectionEvents, body));
      const ranking = evaluationInForce({ ...first, schedule }, events)?.ranking ?? [];
      expect(ranking).toHaveLength(3);
      expect(
        await answers(
          await resultPush('forged', 'Somebody Else', [first]),
          await resultPush('result', ranking[0]?.supplier ?? '', [first]),
        ),
      ).toEqual(['not_ranked results.0.supplier', 'accepted']);
    });
  });

  it('do not keep it from changing a section afterwards', async () => {
    const [, second] = sections;
    if (second === undefined) throw new Error('no second section');
    await answers(announcementPush(await about('notice', [second])));
    await world.centre.probe('changeAnnouncedSection');
    await world.settle(minute);
    expect(world.centre.state().sections.map(({ lotUid, version }) => [lotUid, version])).toEqual(
      sections.map(({ lotUid }) => [lotUid, lotUid === second.lotUid ? 2 : 1]),
    );
  });
});
