// 合同公告及备案 as the window composes it: a menu entry of 合同管理, and a part of the guide of a project.
import { IconContract, IconFileDiff } from '@tabler/icons-react';
import { kinds, recordForms } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { ContractChangeStatus } from '#shared/domain/contracts/changes/model.ts';
import type { ContractStatus } from '#shared/domain/contracts/model.ts';
import { appText, contractChangePages, contractPages, label } from '#shared/text/index.ts';
import { ContractsOfProject } from './page/contracts-of-project.tsx';
import { contractRoutes } from './routes.tsx';

const { menu } = appText;
const { list, tasks, unnamed } = contractPages;
const { tasks: changeTasks, title: change } = contractChangePages;

export const contractsModule: WindowModule = {
  name: 'contracts',
  routes: contractRoutes,
  menu: [
    {
      key: 'contracts',
      group: menu.contracting,
      text: menu.contracts,
      icon: IconContract,
      route: '/contracts',
      roles: ['purchaser_clerk', 'purchaser_reviewer', 'procurement_office'],
    },
  ],
  actions: [
    {
      code: 'createContract',
      name: contractPages.form.newTitle,
      route: '/contracts/new',
      roles: ['purchaser_clerk'],
    },
  ],
  listWords: {
    contracts: { tabs: list.tabs, sorts: { updatedAt: label('contracts.updatedAt') } },
  },
  records: {
    contracts: { name: contractPages.form.kind, icon: IconContract, route: (id) => `/contracts/${id}` },
    contract_changes: { name: change, icon: IconFileDiff, route: (id) => `/contracts/changes/${id}` },
  },
  tones: {
    'contracts.status': {
      draft: 'neutral',
      review: 'waiting',
      returned: 'returned',
      approved: 'waiting',
      submitted: 'progress',
      papers: 'warning',
      received: 'done',
      terminated: 'neutral',
    } satisfies Record<ContractStatus, StatusTone>,
    'contractChanges.status': {
      draft: 'neutral',
      review: 'waiting',
      returned: 'returned',
      approved: 'waiting',
      published: 'done',
    } satisfies Record<ContractChangeStatus, StatusTone>,
  },
  commands: [
    {
      of: 'contracts',
      forms: recordForms('contracts', '/contracts'),
      values: {
        sectionId: kinds.hidden,
        submittedAt: kinds.hidden,
        contractKind: kinds.label('contracts.kind'),
        amountKind: kinds.label('contracts.amountKind'),
        amount: kinds.amount,
        amountReason: kinds.long,
        signedOn: kinds.date,
        copies: kinds.integer,
        unitPrice: kinds.amount,
        acceptanceStandard: kinds.long,
        kind: kinds.label('contracts.payment'),
        dueOn: kinds.date,
        bondAmount: kinds.amount,
        bondForm: kinds.label('contracts.bond'),
        bondExpiresOn: kinds.date,
        several: kinds.label('contracts.several'),
        other: kinds.long,
        purpose: kinds.label('contracts.purpose'),
      },
    },
    {
      of: 'contractChanges',
      forms: recordForms('contractChanges', '/contracts/changes'),
      values: {
        contractId: kinds.hidden,
        submittedAt: kinds.hidden,
        kind: kinds.label('contractChanges.kind'),
        description: kinds.long,
        reason: kinds.long,
        amount: kinds.amount,
        changedOn: kinds.date,
        purpose: kinds.label('contractChanges.purpose'),
      },
    },
  ],
  guide: ContractsOfProject,
  tasks: [
    { kind: 'contracts.submit', name: tasks.submit, unnamed },
    { kind: 'contracts.approve', name: tasks.approve, unnamed },
    { kind: 'contracts.publish', name: tasks.publish, unnamed },
    { kind: 'contracts.handIn', name: tasks.handIn, unnamed },
    { kind: 'contracts.receive', name: tasks.receive, unnamed },
    { kind: 'contractChanges.submit', name: changeTasks.submit, unnamed: change },
    { kind: 'contractChanges.approve', name: changeTasks.approve, unnamed: change },
    { kind: 'contractChanges.publish', name: changeTasks.publish, unnamed: change },
  ],
};
