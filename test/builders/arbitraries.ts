// Values for property tests: everything the schemas let through, the ends of every range included, and what is lawful among it.
import fc from 'fast-check';
import {
  type Attachment,
  filePurposes,
  type PlanContent,
  type PlanFund,
  type PlanItem,
  type PlannedSection,
} from '#shared/domain/plans/model.ts';
import type { SectionContent } from '#shared/domain/projects/model.ts';
import { maxFen } from '#shared/kernel/money.ts';
import { exampleContent, withBudget } from '#shared/rules/plan-example.ts';
import { anAgency } from './actors.ts';
import { anId } from './ids.ts';

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 4 });
/** Names of prototypes, code-like and not, beside ordinary text. */
export const someText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    '1',
    'XC-2026-0001',
    '许昌市',
    'a/b',
    '\u202e',
    '0374-1234567',
  ),
  fc.string({ maxLength: 18, unit: fc.constantFrom('a', 'Z', '9', '采', '-', ' ') }),
);
const someCode = fc.constantFrom(
  ...['OPEN_TENDER', 'INQUIRY', 'E_MALL', 'CENTRAL', 'DISPERSED', 'WHOLE_PROJECT', 'LOT', 'NONE', 'LAW_32'],
  ...[
    'LOWEST_QUOTE',
    'COMPREHENSIVE_SCORE',
    'GENERAL',
    'INDUSTRY',
    '411000',
    '411081',
    'constructor',
    'toString',
    'x',
  ],
);
export const someFen = fc.oneof(
  fc.constantFrom(0, 1, 100_000_000, 150_000_000, maxFen),
  fc.integer({ min: 0, max: maxFen }),
);
export const someDate = fc.constantFrom(
  '1900-01-01',
  '2025-12-31',
  '2026-03-16',
  '2027-01-04',
  '2190-01-01',
  '2199-12-31',
);
const someId = fc.integer({ min: 0, max: 9 }).map((tail) => anId(`line/${tail}`));
const category = fc.constantFrom('A' as const, 'B' as const, 'C' as const);
const edition = fc.constantFrom('2013' as const, '2022' as const);

const item: fc.Arbitrary<PlanItem> = fc.record({
  id: someId,
  catalogEdition: edition,
  catalogCode: nullable(
    fc.constantFrom('A02010104', 'A02321900', 'B07000000', 'C21040000', 'A', 'A00000000', 'toString', 'Z99'),
  ),
  name: someText,
  qty: nullable(fc.constantFrom('0', '1', '0.0001', '999999999.9999')),
  unit: someText,
  unitPrice: nullable(someFen),
  amount: nullable(someFen),
  plannedSectionId: nullable(someId),
});
const fund: fc.Arbitrary<PlanFund> = fc.record({
  id: someId,
  source: nullable(someCode),
  amount: nullable(someFen),
  budgetItemNo: someText,
});
const plannedSection: fc.Arbitrary<PlannedSection> = fc.record({
  id: someId,
  no: someText,
  name: someText,
  budget: nullable(someFen),
  reserve: nullable(someFen),
  catalogCode: nullable(fc.constantFrom('A02321900', 'C21040000', 'toString')),
  smeReserved: nullable(fc.boolean()),
  evalMethod: nullable(someCode),
});
const file: fc.Arbitrary<Attachment> = fc.record({
  id: someId,
  purpose: fc.constantFrom(...filePurposes),
  fileName: fc.constantFrom('a.pdf', '..'),
  mediaType: fc.constant('application/pdf'),
  size: fc.integer({ min: 0, max: 1000 }),
  sha256: fc.constant('0'.repeat(64)),
});

/** Anything the form may hold: the example plan with any number of fields replaced by anything of their shape. */
export const anyContent: fc.Arbitrary<PlanContent> = fc
  .record(
    {
      fiscalYear: nullable(fc.constantFrom(2020, 2026, 2027, 2100)),
      regionCode: nullable(someCode),
      projectName: someText,
      category: nullable(category),
      items: fc.array(item, { maxLength: 3 }),
      budgetAmount: nullable(someFen),
      ceilingPrice: nullable(someFen),
      funds: fc.array(fund, { maxLength: 3 }),
      method: nullable(someCode),
      methodApprovalNo: someText,
      methodReasonCode: nullable(someCode),
      methodReason: someText,
      orgForm: nullable(someCode),
      entrusted: fc.boolean(),
      agencyId: nullable(fc.constantFrom(anAgency.id, anId('nobody'))),
      importAllowed: fc.boolean(),
      smeMode: nullable(someCode),
      smeAmount: nullable(someFen),
      smeSmallAmount: nullable(someFen),
      smeExemptReason: nullable(someCode),
      smeIndustry: nullable(someCode),
      greenPolicies: fc.array(someCode, { maxLength: 2 }),
      policies: fc.array(
        fc.record({
          code: fc.constantFrom('DOMESTIC_PRODUCT', 'SME_PRICE_DEDUCTION', 'NO_SUCH'),
          applies: fc.boolean(),
          rate: nullable(fc.integer({ min: 0, max: 100 })),
          reason: someText,
        }),
        { maxLength: 3 },
      ),
      intentionId: nullable(someText),
      intentionPublishedOn: nullable(someDate),
      plannedStart: nullable(someDate),
      evalMethod: nullable(someCode),
      priceWeight: nullable(fc.integer({ min: 0, max: 100 })),
      plannedSections: fc.array(plannedSection, { maxLength: 3 }),
      platformId: nullable(fc.constantFrom('xuchang', 'nowhere')),
      phone: someText,
      files: fc.array(file, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .map((changes) => ({ ...exampleContent, ...changes }));

/** Plans that may be submitted as they are: amounts, names and dates vary within the law. */
export const lawfulContent: fc.Arbitrary<PlanContent> = fc
  .record({
    budget: fc.integer({ min: 50_000_000, max: 200_000_000 }),
    plannedStart: fc.constantFrom('2026-02-19', '2026-06-30', '2026-12-31'),
    contact: fc.constantFrom('Li', 'Wang'),
    platformId: fc.constantFrom('xuchang'),
  })
  .map(({ budget, ...changes }) => ({ ...exampleContent, ...withBudget(budget), ...changes }));

export const anySectionContent: fc.Arbitrary<SectionContent> = fc.record({
  sectionNo: fc.constantFrom('1', '2', '3'),
  name: fc.constantFrom('Section', '标段'),
  budget: someFen,
  ceiling: nullable(someFen),
  content: someText,
  catalogEdition: edition,
  catalogCode: fc.constantFrom('A02321900', 'x'),
  smeReserved: fc.boolean(),
  evalMethod: nullable(someCode),
  qualification: nullable(someText),
  performancePeriod: nullable(someText),
  acceptsConsortium: nullable(fc.boolean()),
  openingOn: nullable(someDate),
  plannedSectionId: nullable(someId),
});
