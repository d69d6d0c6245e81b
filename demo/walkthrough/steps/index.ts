// The steps in their order. A later module adds its own at the place where the manual has them; the last two stop the server and look at
// everything once more.
import type { Step } from '../world.ts';
import { auditChain } from './audit-chain.ts';
import { backOnline } from './back-online.ts';
import { changeMethod } from './change-method.ts';
import { changeResult } from './change-result.ts';
import { concurrentEdit } from './concurrent-edit.ts';
import { correctNotice } from './correct-notice.ts';
import { deskCrash } from './desk-crash.ts';
import { determineResult } from './determine-result.ts';
import { draftNotice } from './draft-notice.ts';
import { draftOffline } from './draft-offline.ts';
import { filing } from './filing.ts';
import { openAndEvaluate } from './open-and-evaluate.ts';
import { performContract } from './perform-contract.ts';
import { publishNotice } from './publish-notice.ts';
import { pushPlan } from './push-plan.ts';
import { refusedCommand } from './refused-command.ts';
import { replicasEqual } from './replicas-equal.ts';
import { requestAgain } from './request-again.ts';
import { sectionsArrive } from './sections-arrive.ts';
import { serverCrash } from './server-crash.ts';
import { signContract } from './sign-contract.ts';
import { signIn } from './sign-in.ts';
import { submit } from './submit.ts';
import { terminateSection } from './terminate-section.ts';
import { unitReview } from './unit-review.ts';
import { visibility } from './visibility.ts';
import { website } from './website.ts';

export const steps: readonly Step[] = [
  signIn,
  draftOffline,
  submit,
  deskCrash,
  backOnline,
  unitReview,
  filing,
  pushPlan,
  serverCrash,
  sectionsArrive,
  visibility,
  requestAgain,
  draftNotice,
  publishNotice,
  correctNotice,
  terminateSection,
  changeMethod,
  openAndEvaluate,
  determineResult,
  changeResult,
  signContract,
  performContract,
  website,
  refusedCommand,
  concurrentEdit,
  replicasEqual,
  auditChain,
];
