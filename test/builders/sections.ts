import type { SectionContent } from '#shared/domain/projects/model.ts';

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
};
