// Every version of every format. What was published is read with the version it was written in; new drafts take the current one.
import { fieldsOf } from '../field-values.ts';
import { type AnnouncementTypeCode, announcementTypeCodes } from '../model.ts';
import type { PublishingModule, Template, TemplateField } from '../template.ts';
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
import { invitationCorrection } from './invitation-correction.ts';
import { negotiationInvitation } from './negotiation-invitation.ts';
import { negotiationNotice } from './negotiation-notice.ts';
import { penalty } from './penalty.ts';
import { withPolicies, withPolicyDeclarations } from './policies.ts';
import { prequalification } from './prequalification.ts';
import { result } from './result.ts';
import { resultChange } from './result-change.ts';
import { singleSource } from './single-source.ts';
import { tender } from './tender.ts';
import { tenderInvitation } from './tender-invitation.ts';
import { termination } from './termination.ts';
import { version1 } from './version-1/index.ts';

/** By type, each in the order of its versions; the last is the current one. */
const versions = {
  INTENTION: [version1.INTENTION, intention],
  PREQUALIFICATION: [version1.PREQUALIFICATION, withPolicies(prequalification)],
  TENDER: [version1.TENDER, withPolicies(tender)],
  NEGOTIATION_NOTICE: [version1.NEGOTIATION_NOTICE, withPolicies(negotiationNotice)],
  TENDER_INVITATION: [withPolicies(tenderInvitation)],
  NEGOTIATION_INVITATION: [withPolicies(negotiationInvitation)],
  RESULT: [version1.RESULT, withPolicyDeclarations(withPolicies(result))],
  CORRECTION: [correction],
  INVITATION_CORRECTION: [invitationCorrection],
  RESULT_CHANGE: [version1.RESULT_CHANGE, resultChange],
  TERMINATION: [termination],
  CONTRACT: [version1.CONTRACT, contract],
  CONTRACT_CHANGE: [version1.CONTRACT_CHANGE, contractChange],
  ACCEPTANCE: [version1.ACCEPTANCE, acceptance],
  SINGLE_SOURCE: [version1.SINGLE_SOURCE, singleSource],
  COMPLAINT_RESULT: [version1.COMPLAINT_RESULT, complaintResult],
  INSPECTION_RESULT: [version1.INSPECTION_RESULT, inspectionResult],
  PENALTY: [version1.PENALTY, penalty],
  AGENCY_ASSESSMENT: [version1.AGENCY_ASSESSMENT, agencyAssessment],
  FRAMEWORK_SOLICITATION: [frameworkSolicitation],
  FRAMEWORK_RESULT: [frameworkResult],
} as const satisfies { readonly [T in AnnouncementTypeCode]: readonly Template[] };

/** The current format of each type. */
export const currentTemplates: readonly Template[] = announcementTypeCodes.map((type) => templateOf(type));

/** Every version of each type, the current ones first. */
export const allTemplates: readonly Template[] = [
  ...currentTemplates,
  ...announcementTypeCodes.flatMap((type): readonly Template[] => versions[type].slice(0, -1).toReversed()),
];

/** The format of a type: the current one, or that of a version, which is undefined where this program does not know it yet. */
export function templateOf(type: AnnouncementTypeCode): Template;
export function templateOf(type: AnnouncementTypeCode, version: number | undefined): Template | undefined;
export function templateOf(type: AnnouncementTypeCode, version?: number): Template | undefined {
  const all: readonly Template[] = versions[type];
  return version === undefined ? all.at(-1) : all.find((template) => template.version === version);
}

/** The field as the current format names it: labels of version 1 held instructions for the form, which no new announcement repeats. */
export function asNamedToday({ type }: Template, field: TemplateField): TemplateField {
  return fieldsOf(templateOf(type)).find(({ key }) => key === field.key) ?? field;
}

/** Whether everybody reads it once it is published; what goes to the invited alone never reaches website, search, RSS or open data. */
export function isPublic(type: AnnouncementTypeCode): boolean {
  return templateOf(type).column !== null;
}

/** The module from whose pages it is published. */
export function publisherOf(type: AnnouncementTypeCode, version: number): PublishingModule {
  return templateOf(type, version)?.module ?? 'announcements';
}
