// A filled-in template as 主要标的 of a contract, a row each; they go into the form, which says what they still lack.
import type { ImportedItem } from '#shared/contract/contracts/imports.ts';
import type { CellProblem } from '#shared/contract/excel.ts';
import { contractContentSchema } from '#shared/domain/contracts/model.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { columnLetters } from '../column-letters.ts';
import type { Preview } from '../import-kind.ts';
import {
  has,
  inOrder,
  type Line as LineOf,
  type Placed as PlacedOf,
  problem,
  readLines,
} from '../read-lines.ts';
import { nobodyNamed, readValue } from '../read-value.ts';
import type { ReadSheet } from '../workbook.ts';
import { type ContractItemColumn, contractItemColumns, isColumn } from './contract-item-columns.ts';

type Line = LineOf<ContractItemColumn>;
type Placed = readonly PlacedOf<ContractItemColumn>[];

const itemSchema = contractContentSchema.shape.items.unwrap();

/** Field codes: those of `readLines`. */
export function readContractItems(sheet: ReadSheet, newId: () => Id): Result<Preview<ImportedItem>> {
  const read = readLines(sheet, contractItemColumns, (said, { takes }) =>
    readValue(said, takes, nobodyNamed),
  );
  if (!read.ok) return read;
  const { lines, placed, hiddenRows, notRead } = read.value;
  return ok({
    rows: lines.length,
    records: lines.map((line) => itemOf(line, placed, newId)),
    problems: [],
    key: columnLetters(placed.find(({ column }) => column.name === 'name')?.at ?? 0),
    ...{ hiddenRows, notRead },
  });
}

function itemOf(line: Line, placed: Placed, newId: () => Id): ImportedItem {
  const { values, no } = line;
  const text = (name: 'name' | 'spec' | 'requirement' | 'qty' | 'unit') => String(values.get(name) ?? '');
  const problems: CellProblem[] = [...line.problems];
  if (!has(line, placed, 'name')) problems.push(problem(no, placed, 'name', 'excel_needed'));
  // A unit of nothing says nothing.
  if (values.has('unit') && !has(line, placed, 'qty'))
    problems.push(problem(no, placed, 'qty', 'excel_needed'));
  const id = newId();
  const [qty, unit] = [text('qty'), text('unit')];
  const item = itemSchema.safeParse({
    ...{ id, name: text('name'), spec: text('spec'), requirement: text('requirement') },
    // Whoever writes 2台 in the one column and 台 in the other says it once.
    qty: qty.endsWith(unit) ? qty : `${qty}${unit}`,
    unitPrice: values.get('unitPrice') ?? null,
  });
  if (!item.success && problems.length === 0) {
    for (const { path, code, params } of invalidInput(item.error.issues).fields ?? []) {
      problems.push(problem(no, placed, isColumn(path) ? path : null, code, params));
    }
  }
  return {
    ...{ no: String(no), rows: [no], id, title: text('name'), amounts: [...line.amounts] },
    problems: [...inOrder(problems, contractItemColumns)],
    amount: item.data?.unitPrice ?? null,
    content: problems.length === 0 ? (item.data ?? null) : null,
  };
}
