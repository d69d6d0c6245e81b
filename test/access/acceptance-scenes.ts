// Acceptances in every state for the cells of the matrix, brought there by the commands themselves, of a contract that is filed.
import {
  type Acceptance,
  type AcceptanceStatus,
  acceptanceSchema,
  acceptances,
  stagesOf,
} from '#shared/domain/contracts/acceptances/model.ts';
import { projectSchema } from '#shared/domain/projects/model.ts';
import { exampleAcceptance, exampleFile, exampleRow } from '#shared/rules/contracts/acceptance/facts.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { carriedOut } from './announcement-scenes.ts';
import { idOf, matrixClock, matrixToday } from './cast.ts';
import { filed } from './contract-scenes.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Deeds = Parameters<typeof carriedOut>[2];

const acknowledged = everyWarning;
const reason = '示例原因';
/** When the commands of a scene are carried out. */
const submittedAt = matrixClock - 3_600_000;

/** Who writes it: the agency has no part in it, whoever the cell is about. */
const writerOf = ({ role }: Cell) => (role === 'agency' ? 'clerk' : 'author');

function before(cell: Cell) {
  const { own, all } = filed(cell, 'submitted');
  const { category } = projectSchema.parse(all.find(({ row }) => row.id === own.projectId)?.row);
  const content = {
    ...exampleAcceptance,
    ...{ requestedOn: matrixToday, answeredOn: matrixToday, heldOn: matrixToday },
    stage: stagesOf[category].at(-1) ?? null,
    ...{ periodFrom: matrixToday, periodUntil: matrixToday },
    rows: own.content.items.map(({ id }) => exampleRow({ itemId: id })),
    files: [exampleFile('signed'), { ...exampleFile('completion'), id: idOf('completion') }],
  };
  const id = idOf(`acceptance/${labelOf(cell)}`);
  return { all, input: { id, contractId: own.id, predecessorId: null, content } };
}

function accepted(cell: Cell, status: AcceptanceStatus) {
  const { all, input } = before(cell);
  const { id } = input;
  const by = writerOf(cell);
  const created: Deeds = [['acceptances.create', by, input]];
  const submitted: Deeds = [...created, ['acceptances.submit', by, { id, acknowledged }]];
  const approved: Deeds = [...submitted, ['acceptances.approve', 'reviewer', { id, submittedAt, note: '' }]];
  const stepsTo: Readonly<Record<AcceptanceStatus, Deeds>> = {
    draft: created,
    review: submitted,
    returned: [...submitted, ['acceptances.return', 'reviewer', { id, submittedAt, reason }]],
    approved,
    concluded: [...approved, ['acceptances.conclude', 'clerk', { id, acknowledged }]],
  };
  const rows = carriedOut(cell, all, stepsTo[status]);
  const own = rows.find(({ entity, row }) => entity === acceptances.name && row.id === id);
  return { own: acceptanceSchema.parse(own?.row), all: rows };
}

export function acceptanceIn(status: AcceptanceStatus, input: (acceptance: Acceptance) => unknown): Scene {
  return (cell) => {
    const { own, all } = accepted(cell, status);
    return { stored: all, input: input(own) };
  };
}

export const newAcceptance: Scene = (cell) => {
  const { all, input } = before(cell);
  return { stored: all, input };
};

export function acceptanceRow(cell: Cell, status: AcceptanceStatus): Acceptance {
  return accepted(cell, status).own;
}
