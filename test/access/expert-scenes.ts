// The library of experts for the cells of the matrix. It belongs to no unit and no region: every 采购办 keeps it.
import { importColumns } from '#shared/domain/experts/library/import-rows.ts';
import {
  type Expert,
  type ExpertLibrary,
  expertLibraries,
  experts,
  libraryId,
  sealPerson,
} from '#shared/domain/experts/library/model.ts';
import type { Person } from '#shared/domain/experts/library/person.ts';
import { anExpert, testVault } from '#test/support/experts.ts';
import { idOf, matrixClock } from './cast.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

export function expertLibraryRow(): ExpertLibrary {
  return { id: libraryId, keyId: testVault.keyId, lastNo: 0, size: 0 };
}
export const expertGround: readonly Stored[] = [{ entity: expertLibraries.name, row: expertLibraryRow() }];

/** Each cell has people of its own, under numbers that the library does not reach. */
const numbers = new Map<string, number>();
function numberOf(label: string): number {
  const known = numbers.get(label) ?? numbers.size + 1;
  numbers.set(label, known);
  return known;
}

export function expertRow(cell: Cell, over: Partial<Person> = {}): Expert {
  const label = labelOf(cell);
  const no = numberOf(label);
  const id = idOf(`expert/${label}`);
  const content = anExpert(2 * no);
  const person: Person = { content, leave: [], bans: [], ratings: [], removed: null, ...over };
  return {
    id,
    expertNo: `ZJ${String(900_000 - no)}`,
    ...sealPerson(testVault, id, person),
    createdAt: matrixClock,
    updatedAt: matrixClock,
  };
}

export function expertIn(input: (expert: Expert, cell: Cell) => unknown, over: Partial<Person> = {}): Scene {
  return (cell) => {
    const row = expertRow(cell, over);
    return { stored: [{ entity: experts.name, row }], input: input(row, cell) };
  };
}

/** As it stands in the library, with another employer. */
export const expertToEdit = expertIn(({ id, updatedAt }, cell) => ({
  id,
  updatedAt,
  content: anExpert(2 * numberOf(labelOf(cell)), { employer: '另一单位' }),
}));

const newcomer = (cell: Cell) => 2 * numberOf(labelOf(cell)) + 1;

export const newExpert: Scene = (cell) => ({
  stored: [],
  input: { id: idOf(`new expert/${labelOf(cell)}`), content: anExpert(newcomer(cell)) },
});

export const expertsToImport: Scene = (cell) => {
  const { name, idNumber, phone } = anExpert(newcomer(cell));
  const empty = Object.fromEntries(importColumns.map((column) => [column, '']));
  const cells = { ...empty, name, idNumber, phone, specialities: 'A0201' };
  return { stored: [], input: { rows: [{ row: 2, id: idOf(`imported/${labelOf(cell)}`), cells }] } };
};

export const leaveIn = (cell: Cell) => ({
  id: idOf(`leave/${labelOf(cell)}`),
  from: '2026-03-01',
  until: '2026-03-20',
  reason: 'travel' as const,
});

export const banIn = (cell: Cell) => ({
  id: idOf(`expert ban/${labelOf(cell)}`),
  document: '示例〔2026〕1号',
  reason: 'leak' as const,
  from: '2026-03-01',
  until: null,
});

export const onLeave: Scene = (cell) =>
  expertIn(({ id }) => ({ id, leaveId: leaveIn(cell).id, until: '2026-03-02' }), { leave: [leaveIn(cell)] })(
    cell,
  );

export const banned: Scene = (cell) =>
  expertIn(({ id }) => ({ id, banId: banIn(cell).id, document: '示例〔2026〕2号' }), {
    bans: [{ ...banIn(cell), lifted: null }],
  })(cell);

export const ratedToday = (cell: Cell) => ({
  id: idOf(`rating/${labelOf(cell)}`),
  day: '2026-03-01',
  discipline: 5,
  competence: 4,
  attendance: 'in_time' as const,
  remark: '',
});
