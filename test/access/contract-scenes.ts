// Contracts and their changes in every state for the cells of the matrix, brought there by the commands themselves, of a section whose result is published.
import {
  type ContractChange,
  type ContractChangeStatus,
  contractChangeSchema,
  contractChanges,
} from '#shared/domain/contracts/changes/model.ts';
import {
  type Contract,
  type ContractStatus,
  contractSchema,
  contracts,
} from '#shared/domain/contracts/model.ts';
import { sectionSchema } from '#shared/domain/projects/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import { exampleContractChange } from '#shared/rules/contracts/contract-change-rules.ts';
import { contractFile, exampleContract, examplePayment } from '#shared/rules/contracts/contract-example.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { carriedOut, withResultApproved } from './announcement-scenes.ts';
import { idOf, matrixClock, matrixToday } from './cast.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Deeds = Parameters<typeof carriedOut>[2];
type Filed<R> = {
  readonly own: R;
  /** With everything that it stands on. */
  readonly all: readonly Stored[];
};

const acknowledged = everyWarning;
const reason = '示例原因';
/** When the commands of a scene are carried out. */
const submittedAt = matrixClock - 3_600_000;

/** Who writes it: the agency has no part in it, whoever the cell is about. */
const writerOf = ({ role }: Cell) => (role === 'agency' ? 'clerk' : 'author');

const ending = {
  ...exampleContractChange,
  ...{ kind: 'termination' as const, clauses: '', amount: null, identical: false },
  ...{ terminationReason: 'agreement' as const, settlement: '示例处理', changedOn: matrixToday },
};

function before(cell: Cell) {
  const { announcement, section, all } = withResultApproved(cell);
  const published = carriedOut(cell, all, [['awards.publish', 'author', { id: announcement.id }]]);
  const held = sectionSchema.parse(published.find(({ row }) => row.id === section.id)?.row);
  const amount = resultOf(held)?.amount ?? 0;
  const content = {
    ...exampleContract,
    ...{ amount, signedOn: matrixToday, payments: [examplePayment('acceptance', amount)] },
  };
  return { all: published, input: { id: idOf(`contract/${labelOf(cell)}`), sectionId: section.id, content } };
}

export function filed(cell: Cell, status: ContractStatus): Filed<Contract> {
  const { all, input } = before(cell);
  const { id } = input;
  const endId = idOf(`end of contract/${labelOf(cell)}`);
  const by = writerOf(cell);
  const created: Deeds = [['contracts.create', by, input]];
  const submitted: Deeds = [...created, ['contracts.submit', by, { id, acknowledged }]];
  const approved: Deeds = [...submitted, ['contracts.approve', 'reviewer', { id, submittedAt, note: '' }]];
  const published: Deeds = [...approved, ['contracts.publish', 'clerk', { id, acknowledged }]];
  const stepsTo: Readonly<Record<ContractStatus, Deeds>> = {
    draft: created,
    review: submitted,
    returned: [...submitted, ['contracts.return', 'reviewer', { id, reason }]],
    approved,
    submitted: published,
    papers: [...published, ['contracts.requestPapers', 'office', { id, reason }]],
    received: [...published, ['contracts.receive', 'office', { id, note: '' }]],
    terminated: [
      ...published,
      ['contractChanges.create', 'clerk', { id: endId, contractId: id, content: ending }],
      ['contractChanges.submit', 'clerk', { id: endId, acknowledged }],
      ['contractChanges.approve', 'reviewer', { id: endId, submittedAt, note: '' }],
      ['contractChanges.publish', 'clerk', { id: endId, acknowledged }],
    ],
  };
  const rows = carriedOut(cell, all, stepsTo[status]);
  const own = rows.find(({ entity, row }) => entity === contracts.name && row.id === id);
  return { own: contractSchema.parse(own?.row), all: rows };
}

export function contractIn(status: ContractStatus, input: (contract: Contract) => unknown): Scene {
  return (cell) => {
    const { own, all } = filed(cell, status);
    return { stored: all, input: input(own) };
  };
}

export const newContract: Scene = (cell) => {
  const { all, input } = before(cell);
  return { stored: all, input };
};

export function contractRow(cell: Cell, status: ContractStatus): Contract {
  return filed(cell, status).own;
}

/** Added to what 采购办 holds. */
export const furtherPaper = {
  ...contractFile('full', 'e'),
  id: idOf('further paper'),
  purpose: 'other' as const,
};

function beforeChange(cell: Cell) {
  const { own, all } = filed(cell, 'submitted');
  const content = {
    ...exampleContractChange,
    ...{ kind: 'extension' as const, amount: null, identical: false, changedOn: matrixToday },
  };
  return { all, input: { id: idOf(`contract change/${labelOf(cell)}`), contractId: own.id, content } };
}

function changed(cell: Cell, status: ContractChangeStatus): Filed<ContractChange> {
  const { all, input } = beforeChange(cell);
  const { id } = input;
  const by = writerOf(cell);
  const created: Deeds = [['contractChanges.create', by, input]];
  const submitted: Deeds = [...created, ['contractChanges.submit', by, { id, acknowledged }]];
  const approved: Deeds = [
    ...submitted,
    ['contractChanges.approve', 'reviewer', { id, submittedAt, note: '' }],
  ];
  const stepsTo: Readonly<Record<ContractChangeStatus, Deeds>> = {
    draft: created,
    review: submitted,
    returned: [...submitted, ['contractChanges.return', 'reviewer', { id, reason }]],
    approved,
    published: [...approved, ['contractChanges.publish', 'clerk', { id, acknowledged }]],
  };
  const rows = carriedOut(cell, all, stepsTo[status]);
  const own = rows.find(({ entity, row }) => entity === contractChanges.name && row.id === id);
  return { own: contractChangeSchema.parse(own?.row), all: rows };
}

export function contractChangeIn(
  status: ContractChangeStatus,
  input: (change: ContractChange) => unknown,
): Scene {
  return (cell) => {
    const { own, all } = changed(cell, status);
    return { stored: all, input: input(own) };
  };
}

export const newContractChange: Scene = (cell) => {
  const { all, input } = beforeChange(cell);
  return { stored: all, input };
};

export function contractChangeRow(cell: Cell, status: ContractChangeStatus): ContractChange {
  return changed(cell, status).own;
}
