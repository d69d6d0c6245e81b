// What a result must fit of the way it was procured: 单一来源 has one supplier, no ranking and no committee (法 31; 74号令 41, 42); 磋商 of 政府购买服务 goes on with two
// (财库〔2015〕124号); who has refused to sign takes no part when the same is procured again (74号令 22).
import { fewestSuppliers, isPurchasedService } from '#shared/codes/fewest-suppliers.ts';
import type { AwardContent, Candidate } from '#shared/domain/awards/model.ts';
import { check, type Finding, type Rule } from '../engine.ts';

export type AwardMethodFacts = {
  readonly content: Pick<AwardContent, 'basis'>;
  readonly ranking: readonly Candidate[];
  /** Who met the requirements: as many as are ranked, or as have bid and were not rejected, where that is more. */
  readonly suitable: number;
  readonly method: string;
  /** 采购方式适用情形 of the plan; null where the plan is not known here. */
  readonly methodReasonCode: string | null;
  /** Whoever is to win, or one of its members, has won this before and refused to sign. */
  readonly refusal: { readonly supplier: string; readonly document: string } | null;
  /** Whether tenders bar such a supplier, too, which no decree says: a setting. */
  readonly refuserBarredInTenders: boolean;
};

const tenders: readonly string[] = ['OPEN_TENDER', 'INVITED_TENDER'];
/** Methods that end where fewer than their number of suppliers are left. */
const counted: readonly string[] = [
  ...tenders,
  ...['COMPETITIVE_NEGOTIATION', 'COMPETITIVE_CONSULTATION', 'INQUIRY', 'SINGLE_SOURCE'],
];
const lines = (count: number): readonly Candidate[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ supplier: `Supplier ${index + 1}`, uscc: '', price: 100 },
    ...{ score: null, reviewPrice: null, rank: index + 1 },
  }));
const example = (parts: Partial<AwardMethodFacts> = {}): AwardMethodFacts => ({
  content: { basis: 'purchaser' },
  ranking: lines(3),
  suitable: parts.ranking?.length ?? 3,
  method: 'COMPETITIVE_CONSULTATION',
  methodReasonCode: 'D214_3_1',
  refusal: null,
  refuserBarredInTenders: false,
  ...parts,
});
const single: Partial<AwardMethodFacts> = {
  ...{ method: 'SINGLE_SOURCE', methodReasonCode: 'LAW_31_1', ranking: lines(1) },
};
const refused = { refusal: { supplier: 'Supplier 1', document: 'No 3' } };
/** 公开招标 in which two were left goes on as 谈判 with these (74号令 art 27). */
const areTwoLeft = ({ method, suitable }: AwardMethodFacts) =>
  method === 'COMPETITIVE_NEGOTIATION' && suitable === 2;
/** Where the plan is not known here, the server asks more. */
const fewestKnown = (facts: AwardMethodFacts) =>
  facts.method === 'COMPETITIVE_CONSULTATION' && facts.methodReasonCode === null ? 2 : fewestSuppliers(facts);
const params = ({ refusal }: AwardMethodFacts) => ({
  supplier: refusal?.supplier ?? '',
  document: refusal?.document ?? '',
});

export const awardMethodRules: readonly Rule<AwardMethodFacts>[] = [
  {
    id: 'award.single_supplier',
    article: 'law/31',
    severity: 'error',
    fields: ['candidates'],
    appliesTo: ({ method }) => method === 'SINGLE_SOURCE',
    holds: ({ ranking }) => ranking.length <= 1,
    examples: {
      passing: [example(single)],
      failing: [example({ ...single, ranking: lines(2) })],
    },
  },
  {
    // Nobody ranks, so nobody can be authorised to choose, and no first one is determined by silence.
    id: 'award.single_basis',
    article: 'order74/41',
    severity: 'error',
    fields: ['basis'],
    appliesTo: ({ method }) => method === 'SINGLE_SOURCE',
    holds: ({ content }) => content.basis === 'purchaser',
    examples: {
      passing: [example(single)],
      failing: [
        example({ ...single, content: { basis: 'committee' } }),
        example({ ...single, content: { basis: 'silence' } }),
      ],
    },
  },
  {
    // 废标, or another method (87号令 art 43; 74号令 art 37, 50): nobody is determined from fewer.
    id: 'award.too_few',
    article: 'law/36',
    severity: 'error',
    fields: ['candidates'],
    appliesTo: (facts) => facts.ranking.length > 0 && counted.includes(facts.method) && !areTwoLeft(facts),
    holds: (facts) => facts.suitable >= fewestKnown(facts),
    params: (facts) => ({ count: facts.suitable, fewest: fewestKnown(facts) }),
    examples: {
      passing: [
        example(),
        example({ ranking: lines(2) }),
        example({ ranking: lines(2), methodReasonCode: null }),
        // The report recommends fewer than have met the requirements.
        example({ ranking: lines(1), suitable: 4, method: 'OPEN_TENDER' }),
        example(single),
      ],
      failing: [
        example({ ranking: lines(1) }),
        // Another 适用情形 of 磋商, and other methods.
        example({ ranking: lines(2), methodReasonCode: 'D214_3_2' }),
        example({ ranking: lines(2), method: 'OPEN_TENDER', methodReasonCode: null }),
        example({ ranking: lines(2), method: 'INVITED_TENDER', methodReasonCode: null }),
        example({ ranking: lines(2), method: 'INQUIRY', methodReasonCode: null }),
        example({ ranking: lines(1), method: 'COMPETITIVE_NEGOTIATION', methodReasonCode: null }),
      ],
    },
  },
  {
    // Of the other methods no decree that is known here says that it ends for that.
    id: 'award.too_few_otherwise',
    article: 'law/36',
    severity: 'warning',
    fields: ['candidates'],
    appliesTo: ({ ranking, method }) => ranking.length > 0 && !counted.includes(method),
    holds: (facts) => facts.suitable >= fewestKnown(facts),
    params: (facts) => ({ count: facts.suitable, fewest: fewestKnown(facts) }),
    examples: {
      passing: [example({ method: 'FRAMEWORK_AGREEMENT' })],
      failing: [example({ method: 'FRAMEWORK_AGREEMENT', ranking: lines(2) })],
    },
  },
  {
    // 采购办 consents to it, which somebody answers for.
    id: 'award.two_left',
    article: 'order74/27',
    severity: 'warning',
    fields: ['candidates'],
    appliesTo: ({ method }) => method === 'COMPETITIVE_NEGOTIATION',
    holds: (facts) => !areTwoLeft(facts),
    examples: {
      passing: [example({ method: 'COMPETITIVE_NEGOTIATION', methodReasonCode: null })],
      failing: [example({ method: 'COMPETITIVE_NEGOTIATION', ranking: lines(2), methodReasonCode: null })],
    },
  },
  {
    id: 'award.two_suffice',
    article: 'caiku-2015-124',
    severity: 'warning',
    fields: ['candidates'],
    appliesTo: isPurchasedService,
    holds: ({ ranking }) => ranking.length !== 2,
    examples: { passing: [example()], failing: [example({ ranking: lines(2) })] },
  },
  {
    id: 'award.refuser',
    article: 'order74/22',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ method }) => !tenders.includes(method),
    holds: ({ refusal }) => refusal === null,
    params,
    examples: { passing: [example()], failing: [example(refused)] },
  },
  {
    id: 'award.refuser_in_tender',
    article: 'system',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ method, refuserBarredInTenders }) => tenders.includes(method) && refuserBarredInTenders,
    holds: ({ refusal }) => refusal === null,
    params,
    examples: {
      passing: [example({ method: 'OPEN_TENDER', refuserBarredInTenders: true })],
      failing: [example({ ...refused, method: 'OPEN_TENDER', refuserBarredInTenders: true })],
    },
  },
  {
    // Where the setting leaves it to the unit, it knows at least whom it is dealing with.
    id: 'award.refused_before',
    article: 'system',
    severity: 'warning',
    fields: ['winner'],
    appliesTo: ({ method, refuserBarredInTenders }) => tenders.includes(method) && !refuserBarredInTenders,
    holds: ({ refusal }) => refusal === null,
    params,
    examples: {
      passing: [example({ method: 'OPEN_TENDER' })],
      failing: [example({ ...refused, method: 'OPEN_TENDER' })],
    },
  },
];

export function checkMethod(facts: AwardMethodFacts): readonly Finding[] {
  return check(awardMethodRules, facts);
}
