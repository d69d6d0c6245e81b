// Breaches in every state for the cells of the matrix, brought there by the commands themselves, of a contract that is filed.
import {
  type Breach,
  type BreachContent,
  type BreachStatus,
  breaches,
  breachSchema,
} from '#shared/domain/contracts/breaches/model.ts';
import { exampleDecision, exampleNotice, exampleStatement } from '#shared/rules/contracts/breach-example.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { carriedOut } from './announcement-scenes.ts';
import { idOf, matrixClock, matrixToday } from './cast.ts';
import { filed } from './contract-scenes.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Deeds = Parameters<typeof carriedOut>[2];
const acknowledged = everyWarning;
const reason = '示例原因';
/** When the commands of a scene are carried out. */
const submittedAt = matrixClock - 3_600_000;

/** Who writes it: the agency has no part in it, whoever the cell is about. */
const writerOf = ({ role }: Cell) => (role === 'agency' ? 'clerk' : 'author');

const content: BreachContent = {
  ...exampleNotice,
  ...{ happenedOn: matrixToday, noticeOn: matrixToday, demandUntil: null, statementUntil: null },
};
export const statedToday = { ...exampleStatement, statedOn: matrixToday };
const decision: Partial<BreachContent> = {
  ...exampleDecision,
  ...{ consequences: ['penalty'], remedyUntil: null, penalty: 1 },
};

function before(cell: Cell) {
  const { own, all } = filed(cell, 'submitted');
  const id = idOf(`breach/${labelOf(cell)}`);
  return { all, input: { id, contractId: own.id, predecessorId: null, content } };
}

function brought(cell: Cell, status: BreachStatus, parts: Partial<BreachContent> = {}) {
  const { all, input } = before(cell);
  const { id } = input;
  const by = writerOf(cell);
  const decided = { ...decision, ...parts };
  const changes = Object.entries(decided).map(([field, to]) => ({
    ...{ field, from: content[field as keyof BreachContent], to },
  }));
  const created: Deeds = [['breaches.create', by, input]];
  const notified: Deeds = [...created, ['breaches.notify', by, { id, acknowledged }]];
  const heard: Deeds = [
    ...notified,
    ['breaches.hear', by, { id, ...statedToday, acknowledged }],
    ['breaches.edit', by, { id, changes }],
  ];
  const review: Deeds = [...heard, ['breaches.submit', by, { id, acknowledged }]];
  const stepsTo: Readonly<Record<BreachStatus, Deeds>> = {
    draft: created,
    notified,
    heard,
    review,
    returned: [...review, ['breaches.return', 'reviewer', { id, submittedAt, reason }]],
    decided: [...review, ['breaches.approve', 'reviewer', { id, submittedAt, note: '' }]],
    withdrawn: [...notified, ['breaches.withdraw', by, { id, reason }]],
  };
  const rows: readonly Stored[] = carriedOut(cell, all, stepsTo[status]);
  const own = rows.find(({ entity, row }) => entity === breaches.name && row.id === id);
  return { own: breachSchema.parse(own?.row), all: rows };
}

export function breachIn(status: BreachStatus, input: (breach: Breach) => unknown): Scene {
  return (cell) => {
    const { own, all } = brought(cell, status);
    return { stored: all, input: input(own) };
  };
}

export const newBreach: Scene = (cell) => {
  const { all, input } = before(cell);
  return { stored: all, input };
};

export function breachRow(cell: Cell, status: BreachStatus, parts: Partial<BreachContent> = {}): Breach {
  return brought(cell, status, parts).own;
}
