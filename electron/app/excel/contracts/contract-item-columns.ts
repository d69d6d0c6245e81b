// The columns of the template of 主要标的: those of the form, and the unit, which people keep in a column of its own.
import { contractContentSchema } from '#shared/domain/contracts/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type ContractItemColumnName, contractItemHeaders } from '#shared/text/zh-CN/contracts/imports.ts';
import { type ColumnKind, type ImportedColumn, takesMoney, takesText } from '../sheet-columns.ts';

export type ContractItemColumn = ImportedColumn<ContractItemColumnName>;

const fields = contractContentSchema.shape.items.unwrap().shape;
const most = (field: 'name' | 'spec' | 'requirement' | 'qty') => limitOf(fields[field]) ?? 0;

const takes: Readonly<Record<ContractItemColumnName, ColumnKind>> = {
  name: takesText(most('name')),
  spec: { kind: 'text', most: most('spec'), lines: true },
  requirement: takesText(most('requirement')),
  qty: takesText(most('qty')),
  unit: takesText(20),
  unitPrice: takesMoney,
};

const wide: ReadonlySet<ContractItemColumnName> = new Set(['name', 'spec', 'requirement']);

export const contractItemColumns: readonly ContractItemColumn[] = Object.keys(contractItemHeaders)
  .filter((name) => isColumn(name))
  .map((name) => ({
    ...{ name, head: contractItemHeaders[name], takes: takes[name], needed: name === 'name' },
    ...{ percent: false, later: false, width: wide.has(name) ? 36 : 18, ofRow: true },
  }));

export function isColumn(name: string): name is ContractItemColumnName {
  return Object.hasOwn(contractItemHeaders, name);
}
