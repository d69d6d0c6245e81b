// Saved views of the matrix: nobody else's, or shared by a person of some role, as they would share them.
import { type Actor, circleOf, type Role } from '#shared/domain/actor.ts';
import { type SavedView, savedViews } from '#shared/domain/views/model.ts';
import { actorOf, circumstances, foreignUnit, homeUnit, idOf, matrixClock, officeIn } from './cast.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

/** `by`: the role that its owner shares it in; null: it is not shared. */
export function viewRow(cell: Cell, by: Role | null): SavedView {
  const { author } = circumstances(cell.role, cell.relation);
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
    sharedWith: by === null ? [] : [...circleOf(ownerOf(cell, by))],
    fieldEdits: { name: edit, shared: edit, look: edit },
    updatedAt: matrixClock,
  };
}

/** Of the same region: the body of the whole city, which answers for the home region too. */
function ownerOf({ role, relation }: Cell, by: Role): Actor {
  const { unit, agency } = circumstances(role, relation);
  const actor = actorOf(by);
  const home = homeUnit.region.code;
  const regionCodes = {
    own: [home],
    same_unit: [home],
    missing: [home],
    same_region: ['411000', home],
    foreign: [foreignUnit.region.code],
  }[relation];
  switch (by) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
      return { ...actor, organisationId: unit.row.id };
    case 'agency':
      return { ...actor, organisationId: agency.row.id };
    case 'procurement_office':
      return { ...actor, organisationId: officeIn(regionCodes[0] ?? '').row.id, regionCodes };
    case 'supervisor':
      return { ...actor, regionCodes };
    default:
      return actor;
  }
}

/** Shared, so that who may see it is not who may change it. */
export function viewIn(input: (view: SavedView) => unknown): Scene {
  return (cell) => {
    const row = viewRow(cell, cell.role);
    return { stored: [{ entity: savedViews.name, row }], input: input(row) };
  };
}
