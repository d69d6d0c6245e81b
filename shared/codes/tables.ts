// Every plain code table by its name, for forms, imports and exports. The catalogue, holidays, thresholds and announcement types have
// shapes and functions of their own beside this file.
import type { CodeTable } from './code-table.ts';
import { methodReasons } from './method-reasons.ts';
import { resultChangeReasons, terminationReasons } from './outcome-reasons.ts';
import {
  fundSources,
  greenPolicies,
  smeIndustries,
  smeReserveExemptions,
  smeReserveModes,
} from './policies.ts';
import {
  agencyKinds,
  evaluationMethods,
  organisationForms,
  procurementMethods,
  projectCategories,
} from './procurement.ts';
import { regions } from './regions.ts';

export const codeTables = {
  agencyKinds,
  evaluationMethods,
  fundSources,
  greenPolicies,
  methodReasons,
  organisationForms,
  procurementMethods,
  projectCategories,
  regions,
  resultChangeReasons,
  smeIndustries,
  smeReserveExemptions,
  smeReserveModes,
  terminationReasons,
} as const satisfies { readonly [name: string]: CodeTable };
