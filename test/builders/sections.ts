import type { Section, SectionContent } from '#shared/domain/projects/model.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { aUnit } from './actors.ts';
import { anId } from './ids.ts';
import { planDay } from './plans.ts';

/** A section of the example plan, as the trading centre describes it. */
export const aSectionContent: SectionContent = {
  sectionNo: '1',
  name: 'Section 1',
  budget: 100_000_000,
  ceiling: null,
  content: 'Analysers',
  catalogEdition: '2022',
  catalogCode: 'A02321900',
  smeReserved: true,
  evalMethod: null,
  qualification: null,
  performancePeriod: null,
  acceptsConsortium: null,
  openingOn: null,
  plannedSectionId: null,
};

/** A section of the example plan's project, as received; `lotUid` tells several apart. */
export function aSection(lotUid: string, parts: Partial<Section> = {}): Section {
  return {
    id: anId(lotUid),
    projectId: anId('project'),
    planId: anId('plan'),
    purchaserId: aUnit.id,
    purchaserName: aUnit.name,
    agencyId: null,
    regionCode: exampleContent.regionCode ?? '',
    platformId: exampleContent.platformId ?? '',
    lotUid,
    status: 'received',
    ...aSectionContent,
    platformVersion: 1,
    pushedAt: planDay,
    receivedAt: planDay,
    difference: null,
    cancelReason: null,
    schedule: null,
    holds: [],
    results: [],
    contracts: [],
    change: null,
    predecessor: null,
    successor: null,
    refusals: [],
    ...parts,
  };
}

type Cells = Readonly<Record<string, unknown>>;

/** Schedule and result of a section that stands in a notice; the winner as a line of the 结果公告 has it. */
export function aResult(
  noticeId: string,
  { supplierName = 'Winner', supplierAddress = 'Xuchang', awardAmount = 100, score = null }: Cells = {},
): Pick<Section, 'schedule' | 'results'> {
  return {
    schedule: {
      ...{ announcementId: noticeId, round: 1, publishedOn: '2026-01-21' },
      ...{ documentsFrom: null, documentsUntil: null, deadline: null, opening: null },
    },
    results: [
      {
        ...{ awardId: anId('award'), noticeId, supplierUscc: '', sizeClass: 'small', members: [], rate: '' },
        supplierName: String(supplierName),
        supplierAddress: String(supplierAddress),
        amount: Number(awardAmount),
        score: score === null ? null : Number(score),
        ...{ reviewPrice: null, determinedAt: planDay, announcementId: null, letter: null, void: null },
      },
    ],
  };
}

/** An approved filing by which this winner is in place of the one before. */
export function aChange(noticeId: string, cells: Cells): Section['change'] {
  const [result] = aResult(noticeId, cells).results;
  if (result === undefined) return null;
  return {
    ...{ changeId: anId('change'), changeNo: '411000-JGBG-2026-0001', action: 'next_candidate' },
    ...{ reasonCode: 'SUPPLIER_REFUSED', reason: 'Refused in writing.', corrections: [], result },
  };
}
