// Sections beside the packages of the plan that they carry out. A centre that knows of packages speaks of each section by itself; one of before
// repeats the whole plan in every section, so there what the plan says of the package stands instead.
import type { Catalogue } from '#shared/codes/catalogue.ts';
import { asLastPushed } from './arrival.ts';
import { isLive, type Section } from './model.ts';
import { type Package, type ProjectPlan, packageOfSection, packagesOf } from './plan-of-project.ts';

export type PlannedSectionOf = {
  readonly section: Section;
  /** Undefined where the centre has divided the plan otherwise, or the plan is not divided. */
  readonly planned: Package | undefined;
  /** Whether the centre itself says which package it is. */
  readonly named: boolean;
  readonly catalogue: Catalogue;
  readonly smeReserved: boolean;
  /** What the centre says is to be bought; empty where it says it of all sections together. */
  readonly content: string;
};
type Given = { readonly sections: readonly Section[]; readonly plan: ProjectPlan | undefined };

export function plannedSections({ sections, plan }: Given): readonly PlannedSectionOf[] {
  const packages = plan === undefined ? [] : packagesOf(plan.content);
  return sections.map((section) => {
    const planned = packageOfSection(packages, section);
    const named = section.plannedSectionId !== null;
    const own = named || planned === undefined || packages.length < 2;
    const { catalogEdition: edition, catalogCode: code } = section;
    return {
      section,
      planned,
      named,
      catalogue: own ? { edition, code } : (planned.catalogue ?? { edition, code }),
      smeReserved: own ? section.smeReserved : planned.smeReserved,
      content: own || planned.items.length === 0 ? section.content : '',
    };
  });
}

/** Σ of all live sections that carry out the package of a section; a centre may make several of one. */
export function budgetOfPackage(
  { allSections, plan }: Pick<Given, 'plan'> & { readonly allSections: readonly Section[] },
  one: Package,
): number {
  const packages = plan === undefined ? [] : packagesOf(plan.content);
  return allSections
    .filter(isLive)
    .map(asLastPushed)
    .filter((section) => packageOfSection(packages, section)?.planned.id === one.planned.id)
    .reduce((sum, { budget }) => sum + budget, 0);
}
