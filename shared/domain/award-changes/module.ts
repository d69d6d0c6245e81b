// 中标结果变更备案.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { createAwardChange } from './commands/create.ts';
import { changePublication } from './commands/publish.ts';
import { changeList } from './list.ts';
import { awardChanges } from './model.ts';
import { changeTasks } from './tasks.ts';
import { changeWorkflow } from './workflow.ts';

export const awardChangesModule = defineModule({
  name: 'award-changes',
  entities: [awardChanges],
  commands: [createAwardChange],
  workflows: [changeWorkflow, changePublication],
  lists: [changeList],
  tasks: changeTasks,
  search: [searchKind(awardChanges, { place: 8, detail: 'sectionName' })],
});
