// Suppliers for the cells of the matrix: they belong to nobody.
import { randomOf } from '#demo/data/random.ts';
import { makeUscc } from '#demo/data/uscc.ts';
import { type Supplier, supplierIdOf, suppliers } from '#shared/domain/suppliers/model.ts';
import { circumstances, idOf, matrixClock } from './cast.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

export function supplierRow(cell: Cell): Supplier {
  const uscc = makeUscc('91', '411002', randomOf(`access/supplier/${labelOf(cell)}`));
  return {
    ...{ id: supplierIdOf(uscc), uscc, name: '示例供应商', address: '许昌市', sizeClass: 'small' },
    ...{ earlierNames: [], bans: [], createdAt: matrixClock, updatedAt: matrixClock, history: [] },
  };
}

const banIdOf = (cell: Cell) => idOf(`ban/${labelOf(cell)}`);

export function supplierIn(input: (supplier: Supplier, banId: string) => unknown): Scene {
  return (cell) => {
    const row = supplierRow(cell);
    return { stored: [{ entity: suppliers.name, row }], input: input(row, banIdOf(cell)) };
  };
}

export const supplierToSave: Scene = supplierIn(({ uscc, name }) => ({ uscc, name, address: '示例路1号' }));

export function bannedSupplier(input: (supplier: Supplier, banId: string) => unknown): Scene {
  return (cell) => {
    const id = banIdOf(cell);
    const told = {
      document: '许财购罚〔2026〕1号',
      reason: '示例原因',
      from: '2026-01-01',
      until: '2026-12-31',
    };
    const issuer = {
      organisationId: null,
      regionCodes: [circumstances(cell.role, cell.relation).unit.region.code],
    };
    const row: Supplier = { ...supplierRow(cell), bans: [{ id, ...told, issuer, lifted: null }] };
    return { stored: [{ entity: suppliers.name, row }], input: input(row, id) };
  };
}
