// What the values of a plan's content are called: codes by their names, amounts in yuan, lists by what is in them. Names of organisations and
// platforms are rows of the replica and come in through `names`.
import { catalogueEntry } from '#shared/codes/catalogue.ts';
import { type CodeTable, codeName } from '#shared/codes/code-table.ts';
import { methodReasons } from '#shared/codes/method-reasons.ts';
import { fundSources, smeIndustries, smeReserveExemptions, smeReserveModes } from '#shared/codes/policies.ts';
import {
  evaluationMethods,
  organisationForms,
  procurementMethods,
  projectCategories,
} from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import type { PlanContent, PlanField, PlanItem, PolicyAnswer } from '#shared/domain/plans/model.ts';
import { packagesOf } from '#shared/domain/plans/packages.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { fileSize, label, plansPages } from '#shared/text/index.ts';

export type Names = {
  organisation(id: string): string;
  platform(id: string): string;
  policy(code: string): string;
  /** 采购包 of an item; '' where there is none of that id. */
  plannedSection(id: string): string;
};

export const lists = ['items', 'funds', 'plannedSections', 'files'] as const;
export type ListField = (typeof lists)[number];
export type Line<F extends ListField = ListField> = PlanContent[F][number];
export type PlainField = Exclude<PlanField, ListField>;

const tables: ReadonlyMap<string, CodeTable> = new Map<string, CodeTable>([
  ['regionCode', regions],
  ['category', projectCategories],
  ['method', procurementMethods],
  ['methodReasonCode', methodReasons],
  ['orgForm', organisationForms],
  ['smeMode', smeReserveModes],
  ['smeExemptReason', smeReserveExemptions],
  ['smeIndustry', smeIndustries],
  ['evalMethod', evaluationMethods],
  ['source', fundSources],
]);
const amounts: ReadonlySet<string> = new Set([
  'budgetAmount',
  'ceilingPrice',
  'smeAmount',
  'smeSmallAmount',
  'unitPrice',
  'amount',
  'budget',
  'reserve',
]);

export function isListField(field: PlanField): field is ListField {
  return lists.some((list) => list === field);
}

/** '' for what is not filled in. */
export function fieldWords(field: PlainField, content: PlanContent, names: Names): string {
  if (field === 'policies')
    return (content.policies ?? []).map((answer) => policyWords(answer, names)).join('\n');
  return words(field, content[field], names);
}

function policyWords({ code, applies, rate, reason }: PolicyAnswer, names: Names): string {
  const { policyApplies, policyAppliesNot } = plansPages.page;
  const name = names.policy(code);
  return applies ? policyApplies(name, rate) : policyAppliesNot(name, reason);
}

/** A cell of a line; '' for what is not filled in. */
export function cellWords(line: Line, key: string, names: Names): string {
  if (key === 'catalogCode' && 'catalogCode' in line) return catalogueWords(line);
  return words(key, Reflect.get(line, key), names);
}

/** A whole line in one sentence: what somebody who reads of its removal has to know. */
export function lineWords(field: ListField, line: Line, names: Names): string {
  return summaryKeys[field]
    .map((key) => cellWords(line, key, names))
    .filter((part) => part !== '')
    .join(' · ');
}

/** Keys of a line in the order in which the form shows them; ids and what another key already says are left out. */
export const lineKeys = {
  items: ['catalogCode', 'name', 'qty', 'unit', 'unitPrice', 'amount', 'plannedSectionId'],
  funds: ['source', 'amount', 'budgetItemNo'],
  plannedSections: ['no', 'name', 'budget', 'catalogCode', 'smeReserved', 'reserve', 'evalMethod'],
  files: ['purpose', 'fileName', 'size'],
} as const satisfies Readonly<Record<ListField, readonly string[]>>;

/** Of an undivided plan no item has anything to say of packages. */
export function shownKeys(field: ListField, lines: readonly Line[], names: Names): readonly string[] {
  const keys: readonly string[] = lineKeys[field];
  return keys.filter(
    (key) => key !== 'plannedSectionId' || lines.some((line) => cellWords(line, key, names) !== ''),
  );
}

/** The lines as they are read: packages with what follows from their items and the plan. */
export function linesShown(field: ListField, content: PlanContent): readonly Line[] {
  if (field !== 'plannedSections') return content[field];
  return packagesOf(content).map(({ planned, catalogue, smeReserved, reserve, evalMethod }) => ({
    ...planned,
    catalogEdition: catalogue?.edition,
    catalogCode: catalogue?.code ?? null,
    smeReserved,
    reserve,
    evalMethod,
  }));
}

const summaryKeys: Readonly<Record<ListField, readonly string[]>> = {
  items: ['name', 'catalogCode', 'amount'],
  funds: lineKeys.funds,
  plannedSections: ['no', 'name', 'budget'],
  files: ['purpose', 'fileName'],
};

type Catalogued = Pick<PlanItem, 'catalogCode'> & Partial<Pick<PlanItem, 'catalogEdition'>>;

function catalogueWords({ catalogEdition, catalogCode }: Catalogued) {
  if (catalogCode === null) return '';
  // A package names one of its items' codes; the edition is theirs.
  if (catalogEdition === undefined) return catalogCode;
  const name = catalogueEntry(catalogEdition, catalogCode)?.name ?? '';
  return plansPages.page.catalogue(catalogEdition, catalogCode, name);
}

function words(key: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? plansPages.page.yes : plansPages.page.no;
  if (Array.isArray(value)) return value.map((one) => words(key, one, names)).join('、');
  if (typeof value === 'number') return numberWords(key, value);
  if (typeof value !== 'string') return '';
  if (key === 'agencyId') return names.organisation(value);
  if (key === 'platformId') return names.platform(value);
  if (key === 'greenPolicies') return names.policy(value);
  if (key === 'plannedSectionId') return names.plannedSection(value);
  if (key === 'purpose') return label(`plans.filePurpose.${value}`);
  const table = tables.get(key);
  return table === undefined ? value : (codeName(table, value) ?? value);
}

function numberWords(key: string, value: number): string {
  if (amounts.has(key)) return formatYuan(value);
  if (key === 'size') return fileSize(value);
  if (key === 'priceWeight') return plansPages.page.percent(value);
  return String(value);
}
