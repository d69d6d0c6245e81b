// What stands in the fields of the commands of a plan, for those who read or mend a refused one.
import { type CommandWords, kinds, recordForms } from '#renderer/app/command-words.ts';
import { catalogueEntry } from '#shared/codes/catalogue.ts';
import { defaultPolicies, policyName } from '#shared/codes/procurement-policies.ts';
import { codeTables } from '#shared/codes/tables.ts';

export const planCommandWords: CommandWords = {
  of: 'plans',
  forms: recordForms('plans', '/plans'),
  values: {
    fiscalYear: kinds.integer,
    regionCode: kinds.code(codeTables.regions),
    category: kinds.code(codeTables.projectCategories),
    catalogEdition: kinds.hidden,
    catalogCode: kinds.words(catalogueWords),
    unitPrice: kinds.amount,
    amount: kinds.amount,
    budgetAmount: kinds.amount,
    ceilingPrice: kinds.amount,
    source: kinds.code(codeTables.fundSources),
    method: kinds.code(codeTables.procurementMethods),
    methodReasonCode: kinds.code(codeTables.methodReasons),
    methodReason: kinds.long,
    orgForm: kinds.code(codeTables.organisationForms),
    agencyId: kinds.organisation,
    smeMode: kinds.code(codeTables.smeReserveModes),
    smeAmount: kinds.amount,
    smeSmallAmount: kinds.amount,
    smeExemptReason: kinds.code(codeTables.smeReserveExemptions),
    smeIndustry: kinds.code(codeTables.smeIndustries),
    code: kinds.words(({ code }) => (typeof code === 'string' ? policyName(defaultPolicies, code) : '')),
    rate: kinds.integer,
    greenPolicies: kinds.code(codeTables.greenPolicies),
    intentionPublishedOn: kinds.date,
    plannedStart: kinds.date,
    performancePeriod: kinds.long,
    evalMethod: kinds.code(codeTables.evaluationMethods),
    priceWeight: kinds.integer,
    budget: kinds.amount,
    reserve: kinds.amount,
    plannedSectionId: kinds.hidden,
    projectId: kinds.hidden,
    sectionIds: kinds.hidden,
    purpose: kinds.label('plans.filePurpose'),
    submittedAt: kinds.hidden,
  },
};

/** The code with its name, in the edition it was chosen from. */
function catalogueWords({ catalogEdition, catalogCode }: Readonly<Record<string, unknown>>): string {
  if (typeof catalogCode !== 'string') return '';
  if (catalogEdition !== '2013' && catalogEdition !== '2022') return catalogCode;
  return [catalogCode, catalogueEntry(catalogEdition, catalogCode)?.name ?? ''].join(' ').trim();
}
