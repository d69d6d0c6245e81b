// 中标（成交）结果.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { createAward } from './commands/create.ts';
import { resultPublication } from './commands/publish.ts';
import { awards } from './model.ts';
import { awardTasks } from './tasks.ts';
import { awardWorkflow } from './workflow.ts';

export const awardsModule = defineModule({
  name: 'awards',
  entities: [awards],
  commands: [createAward],
  workflows: [awardWorkflow, resultPublication],
  lists: [],
  tasks: awardTasks,
  search: [searchKind(awards, { place: 7, detail: 'projectName' })],
});
