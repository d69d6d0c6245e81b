// 专家管理: applications, which travel to desks, and the library of experts and the draws from it, which the server alone keeps.
import { defineModule } from '../module.ts';
import { createApplication } from './applications/commands/create.ts';
import { expertApplications } from './applications/model.ts';
import { applicationWorkflow } from './applications/workflow.ts';
import { beginDraw } from './draws/commands/begin.ts';
import { lapseDraw, recordReply, supplementDraw, vacateSeat, voidDraw } from './draws/commands/course.ts';
import { commitSecret, enterSeed, recoverSecret, revealSecret } from './draws/commands/secrets.ts';
import { draws } from './draws/model.ts';
import { drawQueries } from './draws/queries.ts';
import {
  banExpert,
  editExpert,
  endLeave,
  liftExpertBan,
  rateExpert,
  readmitExpert,
  removeExpert,
  takeLeave,
} from './library/commands/change.ts';
import { changeKey } from './library/commands/change-key.ts';
import { createExpert } from './library/commands/create.ts';
import { importExperts } from './library/commands/import.ts';
import { expertLibraries, experts } from './library/model.ts';
import { checkExpertImport, duplicateExperts, getExpert, listExperts } from './library/queries.ts';
import { publishPool, recordPool } from './pools/commands.ts';
import { poolLists, pools } from './pools/model.ts';

export const expertsModule = defineModule({
  name: 'experts',
  entities: [expertApplications, expertLibraries, experts, pools, poolLists, draws],
  commands: [
    createApplication,
    createExpert,
    editExpert,
    importExperts,
    takeLeave,
    endLeave,
    banExpert,
    liftExpertBan,
    rateExpert,
    removeExpert,
    readmitExpert,
    changeKey,
    recordPool,
    publishPool,
    beginDraw,
    commitSecret,
    enterSeed,
    revealSecret,
    recoverSecret,
    recordReply,
    vacateSeat,
    supplementDraw,
    voidDraw,
    lapseDraw,
  ],
  workflows: [applicationWorkflow],
  queries: [listExperts, getExpert, duplicateExperts, checkExpertImport, ...drawQueries],
});
