// Lines of a plan's content as a table: items, funds, planned sections, with the sum of their amounts.
import { Table } from '@mantine/core';
import { cx } from '#renderer/ui/base/cx.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, label, plansPages } from '#shared/text/index.ts';
import css from './content-view.module.css';
import { cellWords, type Line, type ListField, type Names, shownKeys } from './value-words.ts';

const { page } = plansPages;
type TableField = Exclude<ListField, 'files'>;

const emptyWords: Readonly<Record<TableField, string>> = {
  items: page.noItems,
  funds: page.noFunds,
  plannedSections: page.noSections,
};
const sumKeys: Readonly<Record<TableField, string>> = {
  items: 'amount',
  funds: 'amount',
  plannedSections: 'budget',
};
const numbers: ReadonlySet<string> = new Set(['qty', 'unitPrice', 'amount', 'budget', 'reserve']);

type Props = {
  readonly field: TableField;
  readonly lines: readonly Line[];
  readonly names: Names;
  readonly changed: boolean;
};

export function LinesTable({ field, lines, names, changed }: Props) {
  const title = label(`plans.content.${field}`);
  if (lines.length === 0) {
    return <p className={cx(css['none'], changed && css['changed'])}>{emptyWords[field]}</p>;
  }
  const keys = shownKeys(field, lines, names);
  const sumAt = keys.indexOf(sumKeys[field]);
  const numeric = (key: string) => cx(numbers.has(key) && css['number']);
  return (
    <div className={cx(changed && css['changed'])}>
      <Table aria-label={title} className={css['table'] ?? ''} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={css['no'] ?? ''}>{forms.rows.no}</Table.Th>
            {keys.map((key) => (
              <Table.Th className={numeric(key)} key={key}>
                {label(`plans.content.${field}.${key}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            <Table.Tr key={line.id}>
              <Table.Td>{index + 1}</Table.Td>
              {keys.map((key) => (
                <Table.Td className={numeric(key)} key={key}>
                  {cellWords(line, key, names) || forms.none}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {lines.length < 2 ? null : (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={sumAt + 1} scope="row">
                {page.total}
              </Table.Th>
              <Table.Td className={css['number'] ?? ''}>{formatYuan(sumOf(lines, sumKeys[field]))}</Table.Td>
              {keys.slice(sumAt + 1).map((key) => (
                <Table.Td key={key} />
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </div>
  );
}

function sumOf(lines: readonly object[], key: string): number {
  return lines.reduce((sum, line) => {
    const value: unknown = Reflect.get(line, key);
    return typeof value === 'number' ? sum + value : sum;
  }, 0);
}
