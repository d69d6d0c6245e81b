// How a committee must be made up: odd, large enough for method and budget, two thirds experts (87号令 art 47, 48; 74号令 art 7; 财库〔2014〕214号 art 14).
import type { Fen } from '#shared/kernel/money.ts';
import { pathRule, type Rule } from '../engine.ts';
import { type ApplicationFacts, committee, exampleDemand, exampleFacts } from './facts.ts';

type Sized = Pick<ApplicationFacts, 'method' | 'budget' | 'atOpenTender'> & {
  readonly content: Pick<ApplicationFacts['content'], 'complex' | 'socialImpact'>;
};

const aLawyer = { ...exampleDemand, specialities: [], legal: true, count: 1, reserve: 0 };

/** 以上 includes the figure (87号令 art 86). */
const largeBudget: Fen = 1_000_000_000;
const tenders: ReadonlySet<string> = new Set(['OPEN_TENDER', 'INVITED_TENDER']);
const groups: ReadonlySet<string> = new Set(['COMPETITIVE_NEGOTIATION', 'INQUIRY']);
const consultation = 'COMPETITIVE_CONSULTATION';

/** Null where the law sets none, as for 单一来源. */
export function smallestCommittee({ method, budget, atOpenTender, content }: Sized): number | null {
  if (tenders.has(method)) {
    return budget >= largeBudget || content.complex || content.socialImpact ? 7 : 5;
  }
  if (groups.has(method)) return atOpenTender ? 5 : 3;
  return method === consultation ? 3 : null;
}

function article(method: string): string {
  if (tenders.has(method)) return 'order87/47';
  return method === consultation ? 'caiku-2014-214/14' : 'order74/7';
}

/** 评审专家不少于三分之二. */
export function fewestExperts(size: number): number {
  return Math.ceil((size * 2) / 3);
}

/** A rule for each kind of method, as each stands on another clause. */
function bySource(
  id: string,
  rule: (method: string) => Omit<Rule<ApplicationFacts>, 'id' | 'article'>,
): readonly Rule<ApplicationFacts>[] {
  return ['OPEN_TENDER', 'COMPETITIVE_NEGOTIATION', consultation].map((method) => {
    const own = rule(method);
    return {
      ...own,
      id: `${id}_${method === 'OPEN_TENDER' ? 'tender' : method === consultation ? 'consultation' : 'group'}`,
      article: article(method),
      appliesTo: (facts) => article(facts.method) === article(method) && own.appliesTo(facts),
    };
  });
}

const isSized = ({ content, ...facts }: ApplicationFacts) =>
  content.committeeSize !== null && smallestCommittee({ ...facts, content }) !== null;
const sizeOf = ({ content }: ApplicationFacts) => content.committeeSize ?? 0;
const repsOf = ({ content }: ApplicationFacts) => content.purchaserReps ?? 0;

export const committeeRules: readonly Rule<ApplicationFacts>[] = [
  ...bySource('expert.size', (method) => {
    const least = method === 'OPEN_TENDER' ? 5 : 3;
    return {
      severity: 'error',
      fields: ['committeeSize'],
      appliesTo: isSized,
      holds: (facts) => sizeOf(facts) % 2 === 1 && sizeOf(facts) >= (smallestCommittee(facts) ?? 0),
      params: (facts) => ({ least: smallestCommittee(facts) ?? 0 }),
      examples: {
        passing: [
          exampleFacts(committee(least, 1), { method }),
          exampleFacts(committee(least + 2, 2), { method, budget: largeBudget }),
          exampleFacts(committee(least + 2, 1), { method, atOpenTender: true }),
          exampleFacts({ ...committee(least + 2, 1), complex: true }, { method }),
          ...(method === 'OPEN_TENDER'
            ? [exampleFacts(committee(5, 1), { method, budget: largeBudget - 1 })]
            : []),
        ],
        failing: [
          exampleFacts(committee(least + 1, 1), { method }),
          exampleFacts(committee(least - 2, 0), { method }),
          ...(method === 'OPEN_TENDER'
            ? [
                exampleFacts(committee(5, 1), { method, budget: largeBudget }),
                exampleFacts({ ...committee(5, 1), complex: true }, { method }),
                exampleFacts({ ...committee(5, 1), socialImpact: true }, { method }),
              ]
            : []),
          ...(method === 'COMPETITIVE_NEGOTIATION'
            ? [exampleFacts(committee(3, 1), { method, atOpenTender: true })]
            : []),
        ],
      },
    };
  }),
  ...bySource('expert.ratio', (method) => ({
    severity: 'error',
    fields: ['purchaserReps'],
    appliesTo: isSized,
    holds: (facts) => sizeOf(facts) - repsOf(facts) >= fewestExperts(sizeOf(facts)),
    params: (facts) => ({ size: sizeOf(facts), experts: fewestExperts(sizeOf(facts)) }),
    examples: {
      passing: [
        ...[
          [3, 1],
          [5, 1],
          [7, 2],
          [9, 3],
          [11, 3],
        ].map(([size = 0, reps = 0]) => exampleFacts(committee(size, reps), { method })),
        exampleFacts(committee(5, 0), { method }),
      ],
      failing: [
        [3, 2],
        [5, 2],
        [7, 3],
        [9, 4],
        [11, 4],
      ].map(([size = 0, reps = 0]) => exampleFacts(committee(size, reps), { method })),
    },
  })),
  pathRule({
    id: 'expert.demands_sum',
    article: 'system',
    severity: 'error',
    appliesTo: ({ content }) => content.committeeSize !== null && content.purchaserReps !== null,
    broken: (facts) => (demanded(facts) === sizeOf(facts) - repsOf(facts) ? [] : ['demands']),
    params: (facts) => ({ demanded: demanded(facts), needed: sizeOf(facts) - repsOf(facts) }),
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ demands: [] }), exampleFacts({ demands: [exampleDemand, exampleDemand] })],
    },
  }),
  ...bySource('expert.legal', (method) => ({
    severity: 'error',
    fields: ['demands'],
    // 技术复杂、专业性强的竞争性谈判、磋商项目，评审专家中应当包含1名法律专家.
    appliesTo: ({ content, method: of }) =>
      content.complex && (of === 'COMPETITIVE_NEGOTIATION' || of === consultation),
    holds: ({ content }) => content.demands.some(({ legal }) => legal),
    examples: {
      passing: [
        exampleFacts(
          { ...committee(5, 1), complex: true, demands: [{ ...exampleDemand, count: 3 }, aLawyer] },
          { method },
        ),
      ],
      failing: [exampleFacts({ ...committee(5, 1), complex: true }, { method })],
    },
  })).filter(({ id }) => id !== 'expert.legal_tender'),
];

function demanded({ content }: ApplicationFacts): number {
  return content.demands.reduce((sum, { count }) => sum + count, 0);
}
