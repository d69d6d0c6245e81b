import { describe, expect, it } from 'vitest';
import { maxEnvelopeBytes, messageTypes } from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { anId } from '#test/builders/ids.ts';
import { aSection } from '#test/builders/sections.ts';
import type { SectionResult } from '../projects/result.ts';
import { linesOf } from './effective.ts';
import {
  announcementCorrect,
  announcementPush,
  announcementTerminate,
  awardPush,
  fitsMessage,
  type Publication,
} from './messages.ts';

const sections = [aSection('LOT-1'), aSection('LOT-2')];
const announcement = anAnnouncement()
  .typed({ docFrom: '2026-03-02' })
  .withSections(...sections)
  .buildPublished();
const publication: Publication = {
  announcement,
  platformId: 'xuchang',
  sections,
  dates: {
    documentsFrom: '2026-03-02',
    documentsUntil: '2026-03-09',
    deadline: '2026-03-25T09:00',
    opening: '2026-03-25T09:00',
  },
};
/** Who has won the first section; of the second nobody has been determined. */
const result: SectionResult = {
  awardId: anId('award'),
  noticeId: anId('notice'),
  supplierName: '甲公司',
  supplierUscc: '11411000005712349F',
  supplierAddress: '许昌市示例路1号',
  sizeClass: 'small',
  members: [{ name: '乙公司', uscc: '', share: '安装，20%' }],
  amount: 90_000_000,
  rate: '',
  score: 92.5,
  reviewPrice: null,
  determinedAt: 1,
  announcementId: announcement.id,
  letter: { no: '411000-TZ-2026-00001', at: 2 },
  void: null,
};
const schedule = {
  announcementId: anId('notice'),
  round: 1,
  publishedOn: '2026-01-21',
  ...publication.dates,
};
const awarded = sections.map((section, index) => {
  return { ...section, schedule, results: index === 0 ? [result] : [] };
});
const about = { ...publication, targetId: anId('notice') };
const drafts = [
  announcementPush(publication),
  announcementCorrect(
    about,
    linesOf({
      corrections: [
        {
          id: anId('line'),
          cells: {
            field: 'bidDeadline',
            item: '投标截止时间',
            before: '3月20日',
            after: '3月25日',
            value: '2026-03-25T09:00',
          },
        },
      ],
    }),
  ),
  announcementTerminate(about, '供应商不足三家'),
  awardPush({ ...publication, sections: awarded }),
];

describe('what the trading centre is told of an announcement', () => {
  it.each(drafts)('$type fits its schema and stands in the order of its project', (draft) => {
    expect(messageTypes.get(draft.type)?.body.parse(draft.body)).toEqual(draft.body);
    expect(draft.businessKey).toBe(`announcement/${announcement.projectId}`);
    expect(draft.platformId).toBe('xuchang');
  });

  it.each(drafts)('$type names the sections by the keys of the centre, and no person', ({ body }) => {
    expect(body).toMatchObject({ lotUids: ['LOT-1', 'LOT-2'], values: { docFrom: '2026-03-02' } });
    const text = canonicalJson(body);
    for (const { by, name } of announcement.history) {
      expect(text).not.toContain(by);
      expect(text).not.toContain(name);
    }
  });

  it('says who has won which section, and no more of it than is published', () => {
    const { body } = awardPush({ ...publication, sections: awarded });
    expect(body).toMatchObject({
      lotUids: ['LOT-1', 'LOT-2'],
      results: [
        {
          ...{ lotUid: 'LOT-1', awardId: result.awardId, amount: 90_000_000, rate: '', determinedAt: 1 },
          supplier: { name: '甲公司', uscc: '11411000005712349F' },
          members: [{ name: '乙公司', uscc: '' }],
          letterNo: '411000-TZ-2026-00001',
        },
      ],
    });
    const text = canonicalJson(body);
    for (const untold of ['92.5', '安装', '许昌市示例路']) expect(text).not.toContain(untold);
  });

  it('says nothing of a result of an earlier notice, or of one that is void', () => {
    for (const of of [{ noticeId: anId('earlier') }, { void: { at: 3, document: '备案' } }]) {
      const [first] = awarded;
      if (first === undefined) throw new Error('no section');
      const { body } = awardPush({
        ...publication,
        sections: [{ ...first, results: [{ ...result, ...of }] }],
      });
      expect(body).toMatchObject({ results: [] });
    }
  });

  it('fits one message, or is not submitted', () => {
    const full = (fields: number) =>
      Object.fromEntries(Array.from({ length: fields }, (_, no) => [`field${no}`, '公'.repeat(19_000)]));
    expect([fitsMessage(full(7)), fitsMessage(full(8))]).toEqual([true, false]);
    const { body } = announcementPush({
      ...publication,
      announcement: { ...announcement, frozen: { ...announcement.frozen, values: full(7) } },
    });
    expect(new Blob([canonicalJson(body)]).size).toBeLessThan(maxEnvelopeBytes / 2);
  });
});
