// Saved views of the matrix: shared with the unit of the circumstances, or with nobody.
import { unitScope } from '#shared/domain/actor.ts';
import { type SavedView, savedViews } from '#shared/domain/views/model.ts';
import { circumstances, idOf, matrixClock } from './cast.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

export function viewRow(cell: Cell, shared: boolean): SavedView {
  const { author, unit } = circumstances(cell.role, cell.relation);
  const edit = { by: author, name: '示例', at: matrixClock };
  return {
    id: idOf(`view/${labelOf(cell)}`),
    list: 'plans',
    name: '示例',
    look: {
      tab: 'draft',
      filters: { method: 'OPEN' },
      sort: { by: 'updatedAt', direction: 'desc' },
      search: '',
      hidden: [],
    },
    ownerId: author,
    ownerName: '示例',
    sharedWith: shared ? [unitScope(unit.row.id)] : [],
    fieldEdits: { name: edit, shared: edit, look: edit },
    updatedAt: matrixClock,
  };
}

/** Shared, so that who may see it is not who may change it. */
export function viewIn(input: (view: SavedView) => unknown): Scene {
  return (cell) => {
    const row = viewRow(cell, true);
    return { stored: [{ entity: savedViews.name, row }], input: input(row) };
  };
}
