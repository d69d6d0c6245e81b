// What of a contract is known before anybody types: the bargain from the result, items, place and time from the plan and the centre's section, the telephone from the register.
import { namedId } from '#shared/kernel/named-id.ts';
import { telephoneText } from '#shared/kernel/telephone.ts';
import { type Organisation, organisations } from '../admin/model.ts';
import { plannedSections } from '../announcements/coverage.ts';
import { type Load, one, where } from '../load.ts';
import { type Project, projects, type Section, sections } from '../projects/model.ts';
import { type ProjectPlan, planOf } from '../projects/plan-of-project.ts';
import type { SectionResult } from '../projects/result.ts';
import type { ContractContent } from './model.ts';

export type KnownAround = {
  readonly project: Project;
  readonly section: Section;
  readonly allSections: readonly Section[];
  readonly plan: ProjectPlan | undefined;
  readonly purchaser: Organisation | undefined;
};

export function* loadKnown(section: Section): Load<KnownAround | undefined> {
  const project = yield* one(projects, section.projectId);
  if (project === undefined) return undefined;
  return {
    project,
    section,
    allSections: yield* where(sections, { projectId: project.id }),
    plan: yield* planOf(project),
    purchaser: yield* one(organisations, project.purchaserId),
  };
}

type KnownContent = Pick<
  ContractContent,
  | 'contractName'
  | 'amountKind'
  | 'amount'
  | 'rate'
  | 'purchaserContact'
  | 'items'
  | 'period'
  | 'performancePlace'
>;

export function knownContent(
  { project, section, allSections, plan, purchaser }: KnownAround,
  result: SectionResult | undefined,
): KnownContent {
  const planned = plan === undefined ? [] : plannedSections({ sections: [section], allSections, plan });
  const amount = result?.amount ?? null;
  const rate = result?.rate ?? '';
  return {
    contractName: nameOf(project.name, allSections.length > 1 ? section.name : ''),
    amountKind: amount !== null ? 'total' : rate === '' ? null : 'rate',
    amount,
    rate,
    purchaserContact: purchaser === undefined ? '' : telephoneText(purchaser.phone),
    items: planned.flatMap(({ items }) =>
      items.map(({ name, qty, unit }, index) => ({
        id: namedId(`${section.id}/contract-item/${index}`),
        ...{ name, spec: '', requirement: '', qty: `${qty ?? ''}${unit}`, unitPrice: null },
      })),
    ),
    period: section.performancePeriod ?? plan?.content.performancePeriod ?? '',
    performancePlace: plan?.content.performancePlace ?? '',
  };
}

/** Of one of several sections: its own name, which mostly begins with that of the project. */
function nameOf(project: string, section: string): string {
  if (section === '') return project;
  return section.includes(project) ? section : `${project}（${section}）`;
}
