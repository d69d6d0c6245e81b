// 委托代理: who carries the procurement out, and by what agreement.
import type { PlanContent } from '#shared/domain/plans/model.ts';
import type { Rule } from '../engine.ts';
import { exampleAgency, exampleFacts } from '../plan-example.ts';
import { hasFile, type PlanFacts } from '../plan-facts.ts';

const self: Partial<PlanContent> = { entrusted: false, agencyId: null, agencyAgreementNo: '', files: [] };

export const agencyRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.agency_needed',
    article: 'law/19',
    severity: 'error',
    fields: ['agencyId'],
    appliesTo: ({ content }) => content.entrusted,
    holds: ({ content }) => content.agencyId !== null,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ agencyId: null })] },
  },
  {
    // An agency sees the plans that name it.
    id: 'plan.agency_not_entrusted',
    article: 'law/20',
    severity: 'error',
    fields: ['agencyId'],
    appliesTo: ({ content }) => !content.entrusted,
    holds: ({ content }) => content.agencyId === null,
    examples: { passing: [exampleFacts(self)], failing: [exampleFacts({ entrusted: false })] },
  },
  {
    id: 'plan.agency_active',
    article: 'law/19',
    severity: 'error',
    fields: ['agencyId'],
    appliesTo: ({ content }) => content.agencyId !== null,
    holds: ({ agency }) => agency?.kind === 'agency' && agency.active,
    examples: {
      passing: [exampleFacts()],
      failing: [
        exampleFacts({}, { agency: undefined }),
        exampleFacts({}, { agency: { ...exampleAgency, active: false } }),
        exampleFacts({}, { agency: { ...exampleAgency, kind: 'office' } }),
      ],
    },
  },
  {
    id: 'plan.agency_agreement_no',
    article: 'regulation/16',
    severity: 'error',
    fields: ['agencyAgreementNo'],
    appliesTo: ({ content }) => content.entrusted,
    holds: ({ content }) => content.agencyAgreementNo.trim() !== '',
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ agencyAgreementNo: ' ' })] },
  },
  {
    id: 'plan.agency_agreement_file',
    article: 'law/20',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => content.entrusted,
    holds: ({ content }) => hasFile(content, 'agency_agreement'),
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ files: [] })] },
  },
  {
    // What is bought in the 电子卖场 needs no agency: the mall is the 集中采购机构's.
    id: 'plan.central_agency',
    article: 'law/18',
    severity: 'error',
    fields: ['agencyId'],
    appliesTo: ({ content }) => content.orgForm === 'CENTRAL' && content.method !== 'E_MALL',
    holds: ({ content, agency }) => content.entrusted && agency?.agencyKind === 'CENTRAL_AGENCY',
    examples: {
      passing: [
        exampleFacts({ orgForm: 'CENTRAL' }, { agency: { ...exampleAgency, agencyKind: 'CENTRAL_AGENCY' } }),
      ],
      failing: [exampleFacts({ orgForm: 'CENTRAL' }), exampleFacts({ ...self, orgForm: 'CENTRAL' })],
    },
  },
];
