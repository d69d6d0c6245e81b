// Sections beside the packages of the plan that they carry out. A centre that knows of packages speaks of each section by itself; one of before
// repeats the whole plan in every section, so there what the plan says of the package stands instead.
import type { Catalogue } from '#shared/codes/catalogue.ts';
import { asLastPushed } from './arrival.ts';
import { isLive, type Section } from './model.ts';
import { type Package, type ProjectPlan, packageOfSection, packagesOf } from './plan-of-project.ts';

type Items = Package['items'];

export type PlannedSectionOf = {
  readonly section: Section;
  /** Undefined where the centre has divided the plan otherwise, or the plan is not divided. */
  readonly planned: Package | undefined;
  /** Whether the centre itself says which package it is. */
  readonly named: boolean;
  /** Those of its package; empty where the package is carried out in several sections, as then nobody knows which of them has which. */
  readonly items: Items;
  readonly catalogue: Catalogue;
  /** Null where nobody says it: a centre of before knows only of a reserve of the whole, and the plan has no package of this name. */
  readonly smeReserved: boolean | null;
  /** What the centre says is to be bought; empty where it says it of all sections together. */
  readonly content: string;
};
type Given = {
  readonly sections: readonly Section[];
  readonly allSections: readonly Section[];
  readonly plan: ProjectPlan | undefined;
};

export function plannedSections(given: Given): readonly PlannedSectionOf[] {
  const packages = packagesIn(given);
  return given.sections.map((section) => {
    const planned = packageOfSection(packages, section);
    const alone = planned !== undefined && sectionsOfPackage(given, planned).length < 2;
    const items = alone ? planned.items : [];
    const named = section.plannedSectionId !== null;
    const own = named || planned === undefined || packages.length < 2;
    const { catalogEdition: edition, catalogCode: code, smeReserved } = section;
    return {
      section,
      planned,
      named,
      items,
      catalogue: own ? { edition, code } : (planned.catalogue ?? { edition, code }),
      smeReserved: !own
        ? planned.smeReserved
        : named || smeReserved || !isMixed(packages)
          ? smeReserved
          : null,
      content: own || items.length === 0 ? section.content : '',
    };
  });
}

/** 评审方法 that the plan has of what the section carries out; null where it has none, or nobody knows which package that is. */
export function plannedEvaluation(
  { content }: Pick<ProjectPlan, 'content'>,
  section: Pick<Section, 'plannedSectionId' | 'name'>,
): string | null {
  const packages = packagesOf(content);
  if (packages.length === 0) return content.evalMethod;
  return packageOfSection(packages, section)?.evalMethod ?? null;
}

/** Only some of them are 专门面向中小企业. */
function isMixed(packages: readonly Package[]): boolean {
  return new Set(packages.map(({ smeReserved }) => smeReserved)).size > 1;
}

/** Σ of all live sections that carry out the package of a section; a centre may make several of one. */
export function budgetOfPackage(given: Omit<Given, 'sections'>, one: Package): number {
  return sectionsOfPackage(given, one).reduce((sum, { budget }) => sum + budget, 0);
}

function sectionsOfPackage(given: Omit<Given, 'sections'>, one: Package): readonly Section[] {
  const packages = packagesIn(given);
  return given.allSections
    .filter(isLive)
    .map(asLastPushed)
    .filter((section) => packageOfSection(packages, section)?.planned.id === one.planned.id);
}

function packagesIn({ plan }: Pick<Given, 'plan'>): readonly Package[] {
  return plan === undefined ? [] : packagesOf(plan.content);
}
