// Every statutory period of DOMAIN §4, in the order of a procurement.
import type { DeadlineRule } from './rule.ts';
import { awardRules } from './rules/award.ts';
import { complaintRules } from './rules/complaint.ts';
import { contractRules } from './rules/contract.ts';
import { correctionRules } from './rules/correction.ts';
import { displayRules } from './rules/display.ts';
import { documentRules } from './rules/documents.ts';
import { recordRules } from './rules/records.ts';

export const deadlineRules: readonly DeadlineRule[] = [
  ...documentRules,
  ...correctionRules,
  ...displayRules,
  ...awardRules,
  ...contractRules,
  ...complaintRules,
  ...recordRules,
];
