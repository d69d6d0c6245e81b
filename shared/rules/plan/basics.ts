// What a plan must say at all, and that its codes are codes.
import { type CodeTable, findCode } from '#shared/codes/code-table.ts';
import { fundSources, smeIndustries, smeReserveExemptions, smeReserveModes } from '#shared/codes/policies.ts';
import { evaluationMethods, organisationForms, procurementMethods } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { choosablePolicies } from '#shared/domain/plans/policies.ts';
import { readTelephones } from '#shared/kernel/telephone.ts';
import { pathRule, type Rule } from '../engine.ts';
import { exampleContent, exampleFacts, examplePurchaser } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

/** Fields marked Y in DOMAIN §2.2. What is only sometimes required has a rule of its own. */
export const requiredFields = [
  'fiscalYear',
  'regionCode',
  'projectName',
  'category',
  'items',
  'budgetAmount',
  'funds',
  'method',
  'orgForm',
  'smeMode',
  'plannedStart',
  'performancePeriod',
  'performancePlace',
  'evalMethod',
  'platformId',
  'contact',
  'phone',
] as const satisfies readonly (keyof PlanContent)[];

// Files are named after the project; invisible characters make two names look alike that are not.
const nameCharacters = /[/\\:*?"<>\n\t]|\p{Cf}/u;

function isEmpty(value: PlanContent[keyof PlanContent]): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}

function unknownCodes({ content, today, policies }: PlanFacts): readonly string[] {
  const named = new Set(choosablePolicies(policies, content, today).map(({ code }) => code));
  const single: readonly (readonly [keyof PlanContent & string, string | null, CodeTable])[] = [
    ['regionCode', content.regionCode, regions],
    ['method', content.method, procurementMethods],
    ['orgForm', content.orgForm, organisationForms],
    ['smeMode', content.smeMode, smeReserveModes],
    ['smeExemptReason', content.smeExemptReason, smeReserveExemptions],
    ['smeIndustry', content.smeIndustry, smeIndustries],
    ['evalMethod', content.evalMethod, evaluationMethods],
  ];
  const bad = (code: string | null, table: CodeTable) =>
    code !== null && findCode(table, code, today) === undefined;
  return [
    ...single.filter(([, code, table]) => bad(code, table)).map(([field]) => field),
    ...content.funds.flatMap(({ source }, index) =>
      bad(source, fundSources) ? [`funds.${index}.source`] : [],
    ),
    ...content.plannedSections.flatMap(({ evalMethod }, index) =>
      bad(evalMethod, evaluationMethods) ? [`plannedSections.${index}.evalMethod`] : [],
    ),
    ...content.greenPolicies.flatMap((code, index) =>
      content.category === null || named.has(code) ? [] : [`greenPolicies.${index}`],
    ),
  ];
}

export const basicRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.classified',
    article: 'order101/19',
    severity: 'error',
    fields: ['classified'],
    appliesTo: () => true,
    holds: ({ content }) => !content.classified,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ classified: true })] },
  },
  pathRule<PlanFacts>({
    id: 'plan.required',
    article: 'regulation/29',
    severity: 'error',
    broken: ({ content }) => requiredFields.filter((field) => isEmpty(content[field])),
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ projectName: ' ', items: [], method: null })],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.code_in_force',
    article: 'system',
    severity: 'error',
    broken: unknownCodes,
    examples: {
      passing: [exampleFacts()],
      failing: [
        exampleFacts({ method: 'constructor' }),
        // 许昌县 became 建安区 in 2016.
        exampleFacts({ regionCode: '411023' }),
        exampleFacts({ greenPolicies: ['ENERGY_PRIORITY', 'NO_SUCH'] }),
      ],
    },
  }),
  {
    id: 'plan.purchaser_active',
    article: 'system',
    severity: 'error',
    fields: ['projectName'],
    appliesTo: () => true,
    holds: ({ purchaser }) => purchaser?.active === true,
    examples: {
      passing: [exampleFacts()],
      failing: [
        exampleFacts({}, { purchaser: undefined }),
        exampleFacts({}, { purchaser: { ...examplePurchaser, active: false } }),
      ],
    },
  },
  {
    // The plan is filed with the finance department of the purchaser's own budget level.
    id: 'plan.region',
    article: 'law/13',
    severity: 'error',
    fields: ['regionCode'],
    appliesTo: ({ content, purchaser }) => content.regionCode !== null && purchaser !== undefined,
    holds: ({ content, purchaser }) => content.regionCode === purchaser?.regionCode,
    params: ({ purchaser }) => ({ regionCode: purchaser?.regionCode ?? null }),
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ regionCode: '411081' })] },
  },
  {
    id: 'plan.project_name',
    article: 'system',
    severity: 'error',
    fields: ['projectName'],
    appliesTo: () => true,
    holds: ({ content }) => !nameCharacters.test(content.projectName),
    examples: {
      passing: [exampleFacts({ projectName: 'Roads (phase 2) — east' })],
      failing: [exampleFacts({ projectName: 'A/B' }), exampleFacts({ projectName: 'A\u202eB' })],
    },
  },
  {
    // A person may know a number that is written in no usual way: nobody is held up for it.
    id: 'plan.phone',
    article: 'system',
    severity: 'warning',
    fields: ['phone'],
    appliesTo: ({ content }) => content.phone.trim() !== '',
    holds: ({ content }) => readTelephones(content.phone).unread.length === 0,
    params: ({ content }) => ({ unread: readTelephones(content.phone).unread[0] ?? null }),
    examples: {
      passing: ['13800000000', '0374-1234567', '03741234567', '010-12345678-801', '0374 1234567'].map(
        (number) => exampleFacts({ phone: number }),
      ),
      failing: ['12345', '23800000000', '0374-1234567, soon'].map((number) =>
        exampleFacts({ phone: number }),
      ),
    },
  },
  {
    id: 'plan.platform',
    article: 'system',
    severity: 'error',
    fields: ['platformId'],
    appliesTo: ({ content }) => content.platformId !== null,
    holds: ({ platform }) => platform?.active === true,
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ platformId: 'nowhere' }, { platform: undefined })],
    },
  },
  pathRule<PlanFacts>({
    id: 'plan.fund_complete',
    article: 'regulation/29',
    severity: 'error',
    broken: ({ content }) =>
      content.funds.flatMap((fund, index) =>
        (['source', 'amount'] as const)
          .filter((field) => fund[field] === null)
          .map((field) => `funds.${index}.${field}`),
      ),
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ funds: exampleContent.funds.map((fund) => ({ ...fund, source: null })) })],
    },
  }),
];
