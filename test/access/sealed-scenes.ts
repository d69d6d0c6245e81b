// Records of the made-up type that is kept on the server, as the cells of the matrix need them.
import { aSealedNote, type SealedNote, sealedNotes } from '#test/support/sealed-notes.ts';
import { circumstances, idOf } from './cast.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

export function sealedNote(cell: Cell): SealedNote {
  const { unit } = circumstances(cell.role, cell.relation);
  return aSealedNote(idOf(`note/${labelOf(cell)}`), unit.row.id, { regionCode: unit.region.code });
}

export function sealedNoteIn(input: (note: SealedNote) => unknown): Scene {
  return (cell) => {
    const row = sealedNote(cell);
    return { stored: [{ entity: sealedNotes.name, row }], input: input(row) };
  };
}
