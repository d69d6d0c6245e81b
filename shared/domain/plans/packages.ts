// 采购包: how a plan is divided. What a package does not say itself follows from its items and the plan, the same for the form, the rules, the trading
// centre and the notice. A plan that is not divided has no packages: it is bought as a whole.
import type { Catalogue } from '#shared/codes/catalogue.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { PlanContent, PlanItem, PlannedSection } from './model.ts';

/** What of a plan decides on its packages; the trading centre is told all of it. */
type Divided = Pick<PlanContent, 'items' | 'plannedSections' | 'smeMode' | 'evalMethod'>;

export type Package = {
  readonly planned: PlannedSection;
  readonly items: readonly PlanItem[];
  /** Σ of the items that have an amount. */
  readonly itemsSum: Fen;
  /** 品目 of the package: that of its costliest item, unless it names another. Null while no item has one. */
  readonly catalogue: Catalogue | null;
  /** Those that it may name: of its items, the costliest first. */
  readonly catalogueChoices: readonly Catalogue[];
  /** 专门面向中小企业: with the whole project, or as one of the packages set aside. */
  readonly smeReserved: boolean;
  /** 预留金额: of a package that is reserved, all of it unless it says less. */
  readonly reserve: Fen | null;
  readonly evalMethod: string | null;
};

export function packagesOf(content: Divided): readonly Package[] {
  return content.plannedSections.map((planned) => {
    const items = content.items.filter((item) => packageIdOf(content, item) === planned.id);
    const smeReserved = planned.smeReserved ?? reservedBy(content.smeMode, planned);
    return {
      planned,
      items,
      itemsSum: sumFen(items.map(({ amount }) => amount ?? 0)),
      catalogue: catalogueOf(planned, items),
      catalogueChoices: catalogueChoices(items),
      smeReserved,
      reserve: planned.reserve ?? (smeReserved ? planned.budget : null),
      evalMethod: planned.evalMethod ?? content.evalMethod,
    };
  });
}

/** Where there is only one package every item is in it. Undefined: the item names none that there is. */
export function packageIdOf(
  { plannedSections }: Pick<Divided, 'plannedSections'>,
  { plannedSectionId }: PlanItem,
): Id | undefined {
  const [only, ...others] = plannedSections;
  if (only !== undefined && others.length === 0) return only.id;
  return plannedSections.find(({ id }) => id === plannedSectionId)?.id;
}

/** 品目 that a package may have: those of its items, the costliest first. */
export function catalogueChoices(items: readonly PlanItem[]): readonly Catalogue[] {
  const found = new Map<string, Catalogue>();
  for (const { catalogEdition: edition, catalogCode: code } of items.toSorted(costliestFirst)) {
    if (code !== null && !found.has(code)) found.set(code, { edition, code });
  }
  return [...found.values()];
}

/** The sort is stable: of equal amounts the first item stands first. */
function costliestFirst(a: PlanItem, b: PlanItem): number {
  return (b.amount ?? 0) - (a.amount ?? 0);
}

function catalogueOf({ catalogCode }: PlannedSection, items: readonly PlanItem[]): Catalogue | null {
  const [first] = catalogueChoices(items);
  if (catalogCode === null) return first ?? null;
  // Its own edition where an item has it; rules refuse what no item has.
  const own = items.find((item) => item.catalogCode === catalogCode);
  return { edition: own?.catalogEdition ?? first?.edition ?? '2022', code: catalogCode };
}

function reservedBy(smeMode: string | null, { reserve }: PlannedSection): boolean {
  return smeMode === 'WHOLE_PROJECT' || (smeMode === 'LOT' && reserve !== null && reserve > 0);
}

/** What is known of a section that the trading centre has made. */
type Made = { readonly plannedSectionId: Id | null; readonly name: string };

/**
 * The package that a section carries out. A centre that knows of packages names it; of one of before, the name tells where it is a package's alone. Undefined:
 * the centre has divided the plan otherwise.
 */
export function packageOfSection(packages: readonly Package[], section: Made): Package | undefined {
  if (section.plannedSectionId !== null) {
    return packages.find(({ planned }) => planned.id === section.plannedSectionId);
  }
  const named = packages.filter(({ planned }) => planned.name === section.name);
  return named.length === 1 ? named[0] : undefined;
}
