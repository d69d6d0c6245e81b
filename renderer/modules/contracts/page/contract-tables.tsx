// 主要标的, 付款计划, 分包 and 附件 of a contract.
import { Table } from '@mantine/core';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { type Contract, contractPurposes } from '#shared/domain/contracts/model.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { contractPages, forms, label } from '#shared/text/index.ts';
import { paymentSum } from '../form/asked-now.ts';
import css from './contract-page.module.css';

const { page: words, form } = contractPages;
const money = (amount: Fen | null) => (amount === null ? forms.none : formatYuan(amount));
const purposes = contractPurposes.map((code) => ({ code, name: label(`contracts.purpose.${code}`) }));

type Cell = { readonly text: string; readonly right?: boolean };
type Line = { readonly id: string; readonly cells: readonly Cell[] };

export function ContractTables({ contract: { content } }: { readonly contract: Contract }) {
  const { items, payments, subcontracts, files } = content;
  return (
    <>
      <Lines
        columns={['name', 'spec', 'requirement', 'qty', 'unitPrice']}
        lines={items.map(({ id, name, spec, requirement, qty, unitPrice }) => ({
          id,
          cells: [
            { text: name },
            { text: spec },
            { text: requirement },
            { text: qty },
            { text: money(unitPrice), right: true },
          ],
        }))}
        of="items"
        title={words.items}
      />
      <Lines
        aside={form.payments.sum(formatYuan(paymentSum(content)))}
        columns={['kind', 'condition', 'amount', 'dueOn']}
        lines={payments.map(({ id, kind, condition, amount, dueOn }) => ({
          id,
          cells: [
            { text: kind === null ? '' : label(`contracts.payment.${kind}`) },
            { text: condition },
            { text: money(amount), right: true },
            { text: dueOn ?? '' },
          ],
        }))}
        of="payments"
        title={words.payments}
      />
      <Lines
        columns={['name', 'part', 'amount']}
        lines={subcontracts.map(({ id, name, part, amount }) => ({
          id,
          cells: [{ text: name }, { text: part }, { text: money(amount), right: true }],
        }))}
        of="subcontracts"
        title={words.subcontracts}
      />
      {files.length === 0 ? null : (
        <RecordSection id="contract-papers" title={words.files}>
          <p className={css['line']}>{words.readers}</p>
          <Attachments files={files} id="contract-files" label={words.files} purposes={purposes} />
        </RecordSection>
      )}
    </>
  );
}

type LinesProps = {
  readonly of: 'items' | 'payments' | 'subcontracts';
  readonly title: string;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
  readonly aside?: string;
};

function Lines({ of, title, columns, lines, aside }: LinesProps) {
  if (lines.length === 0) return null;
  const first = lines[0]?.cells ?? [];
  return (
    <RecordSection id={`contract-${of}`} title={title} {...(aside === undefined ? {} : { aside })}>
      <Table aria-label={title} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, index) => (
              <Table.Th key={column} ta={first[index]?.right === true ? 'right' : 'left'}>
                {label(`contracts.content.${of}.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ id, cells }) => (
            <Table.Tr key={id}>
              {cells.map(({ text, right = false }, index) => (
                <Table.Td className={css[right ? 'money' : 'text'] ?? ''} key={columns[index]}>
                  {text === '' ? forms.none : text}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </RecordSection>
  );
}
