// 合同公告及备案.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { createAcceptance } from './acceptances/commands/create.ts';
import { recordAcceptanceDelivery } from './acceptances/commands/delivery.ts';
import { acceptanceList } from './acceptances/list.ts';
import { acceptances } from './acceptances/model.ts';
import { acceptanceTasks } from './acceptances/tasks.ts';
import { acceptanceWorkflow } from './acceptances/workflow.ts';
import { createBreach } from './breaches/commands/create.ts';
import { breachList } from './breaches/list.ts';
import { breaches } from './breaches/model.ts';
import { breachTasks } from './breaches/tasks.ts';
import { breachWorkflow } from './breaches/workflow.ts';
import { createContractChange } from './changes/commands/create.ts';
import { contractChanges } from './changes/model.ts';
import { contractChangeTasks } from './changes/tasks.ts';
import { contractChangeWorkflow } from './changes/workflow.ts';
import { createContract } from './commands/create.ts';
import { contractList } from './list.ts';
import { contracts } from './model.ts';
import { createPayment } from './payments/commands/create.ts';
import { paymentList } from './payments/list.ts';
import { payments } from './payments/model.ts';
import { paymentTasks } from './payments/tasks.ts';
import { paymentWorkflow } from './payments/workflow.ts';
import { contractTasks } from './tasks.ts';
import { contractWorkflow } from './workflow.ts';

export const contractsModule = defineModule({
  name: 'contracts',
  entities: [contracts, contractChanges, acceptances, payments, breaches],
  commands: [
    createContract,
    createContractChange,
    createAcceptance,
    recordAcceptanceDelivery,
    createPayment,
    createBreach,
  ],
  workflows: [contractWorkflow, contractChangeWorkflow, acceptanceWorkflow, paymentWorkflow, breachWorkflow],
  lists: [contractList, acceptanceList, paymentList, breachList],
  tasks: [...contractTasks, ...contractChangeTasks, ...acceptanceTasks, ...paymentTasks, ...breachTasks],
  search: [
    searchKind(contracts, { place: 9, detail: 'supplierName' }),
    searchKind(contractChanges, { place: 10, detail: 'contractNo' }),
    searchKind(payments, { place: 12, detail: 'supplierName' }),
    searchKind(breaches, { place: 13, detail: 'contractNo' }),
    searchKind(acceptances, { place: 11, detail: 'contractNo' }),
  ],
});
