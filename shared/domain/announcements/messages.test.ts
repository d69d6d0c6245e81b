import { describe, expect, it } from 'vitest';
import { maxEnvelopeBytes, messageTypes } from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { anId } from '#test/builders/ids.ts';
import { aSection } from '#test/builders/sections.ts';
import { linesOf } from './effective.ts';
import {
  announcementCorrect,
  announcementPush,
  announcementTerminate,
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
