// The formats as they were until 2026-11-29, each with blocks of its own. What was published in them is read in them for good: nothing here changes
// any more, and `published.jsonl` holds it to that.
import type { AnnouncementTypeCode } from '../../model.ts';
import type { Template } from '../../template.ts';
import { acceptance } from './acceptance.ts';
import { agencyAssessment } from './agency-assessment.ts';
import { complaintResult } from './complaint-result.ts';
import { contract } from './contract.ts';
import { contractChange } from './contract-change.ts';
import { inspectionResult } from './inspection-result.ts';
import { intention } from './intention.ts';
import { negotiationNotice } from './negotiation-notice.ts';
import { penalty } from './penalty.ts';
import { prequalification } from './prequalification.ts';
import { result } from './result.ts';
import { resultChange } from './result-change.ts';
import { singleSource } from './single-source.ts';
import { tender } from './tender.ts';

export const version1 = {
  INTENTION: intention,
  PREQUALIFICATION: prequalification,
  TENDER: tender,
  NEGOTIATION_NOTICE: negotiationNotice,
  RESULT: result,
  RESULT_CHANGE: resultChange,
  CONTRACT: contract,
  CONTRACT_CHANGE: contractChange,
  ACCEPTANCE: acceptance,
  SINGLE_SOURCE: singleSource,
  COMPLAINT_RESULT: complaintResult,
  INSPECTION_RESULT: inspectionResult,
  PENALTY: penalty,
  AGENCY_ASSESSMENT: agencyAssessment,
} as const satisfies { readonly [T in AnnouncementTypeCode]?: Template };
