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

export type CodeTableName = keyof typeof codeTables;

export function codeTable<N extends CodeTableName>(name: N): (typeof codeTables)[N] {
  return codeTables[name];
}

/** For a name from outside: undefined unless it is one of the tables. */
export function findCodeTable(name: string): CodeTable | undefined {
  return isCodeTableName(name) ? codeTables[name] : undefined;
}

function isCodeTableName(name: string): name is CodeTableName {
  return Object.hasOwn(codeTables, name);
}
