// 合同公告及备案.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { createContractChange } from './changes/commands/create.ts';
import { contractChanges } from './changes/model.ts';
import { contractChangeTasks } from './changes/tasks.ts';
import { contractChangeWorkflow } from './changes/workflow.ts';
import { createContract } from './commands/create.ts';
import { contractList } from './list.ts';
import { contracts } from './model.ts';
import { contractTasks } from './tasks.ts';
import { contractWorkflow } from './workflow.ts';

export const contractsModule = defineModule({
  name: 'contracts',
  entities: [contracts, contractChanges],
  commands: [createContract, createContractChange],
  workflows: [contractWorkflow, contractChangeWorkflow],
  lists: [contractList],
  tasks: [...contractTasks, ...contractChangeTasks],
  search: [
    searchKind(contracts, { place: 9, detail: 'supplierName' }),
    searchKind(contractChanges, { place: 10, detail: 'contractNo' }),
  ],
});
