// Every version of every format. What was published is read with the version it was written in; new drafts take the current one.
import { type AnnouncementTypeCode, announcementTypeCodes } from '../model.ts';
import type { Template } from '../template.ts';
import { acceptance } from './acceptance.ts';
import { agencyAssessment } from './agency-assessment.ts';
import { complaintResult } from './complaint-result.ts';
import { contract } from './contract.ts';
import { contractChange } from './contract-change.ts';
import { correction } from './correction.ts';
import { frameworkResult } from './framework-result.ts';
import { frameworkSolicitation } from './framework-solicitation.ts';
import { inspectionResult } from './inspection-result.ts';
import { intention } from './intention.ts';
import { negotiationNotice } from './negotiation-notice.ts';
import { penalty } from './penalty.ts';
import { withPolicies, withPolicyDeclarations } from './policies.ts';
import { prequalification } from './prequalification.ts';
import { result } from './result.ts';
import { resultChange } from './result-change.ts';
import { singleSource } from './single-source.ts';
import { tender } from './tender.ts';
import { termination } from './termination.ts';

/** By type, each in the order of its versions; the last is the current one. */
const versions = {
  INTENTION: [intention],
  PREQUALIFICATION: [prequalification, withPolicies(prequalification)],
  TENDER: [tender, withPolicies(tender)],
  NEGOTIATION_NOTICE: [negotiationNotice, withPolicies(negotiationNotice)],
  RESULT: [result, withPolicyDeclarations(withPolicies(result))],
  CORRECTION: [correction],
  RESULT_CHANGE: [resultChange],
  TERMINATION: [termination],
  CONTRACT: [contract],
  CONTRACT_CHANGE: [contractChange],
  ACCEPTANCE: [acceptance],
  SINGLE_SOURCE: [singleSource],
  COMPLAINT_RESULT: [complaintResult],
  INSPECTION_RESULT: [inspectionResult],
  PENALTY: [penalty],
  AGENCY_ASSESSMENT: [agencyAssessment],
  FRAMEWORK_SOLICITATION: [frameworkSolicitation],
  FRAMEWORK_RESULT: [frameworkResult],
} as const satisfies { readonly [T in AnnouncementTypeCode]: readonly Template[] };

/** The current format of each type. */
export const currentTemplates: readonly Template[] = announcementTypeCodes.map((type) => templateOf(type));

/** The format of a type: the current one, or that of a version, which is undefined where this program does not know it yet. */
export function templateOf(type: AnnouncementTypeCode): Template;
export function templateOf(type: AnnouncementTypeCode, version: number | undefined): Template | undefined;
export function templateOf(type: AnnouncementTypeCode, version?: number): Template | undefined {
  const all: readonly Template[] = versions[type];
  return version === undefined ? all.at(-1) : all.find((template) => template.version === version);
}
