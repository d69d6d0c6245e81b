// 专家管理 on the server: what 采购办 asks of library and draws, the pool of each day, draws that nobody finished.
import { defineServerModule } from '../../server-module.ts';
import { libraryAnswers } from './answers.ts';
import { drawAnswers } from './draw-answers.ts';
import { lapseDraws } from './lapse.ts';
import { poolRootOfDay } from './pool-of-day.ts';

export const expertsOnServer = defineServerModule({
  answers: () => [...libraryAnswers(), ...drawAnswers()],
  headMembers: [poolRootOfDay],
  jobs: [lapseDraws],
});
