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
    ...parts,
  };
}
