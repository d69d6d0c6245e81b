// 资金来源: line by line, with the running sum beside the budget.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { codeOptions, optionOf } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { fundSources } from '#shared/codes/policies.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type PlanFund, planFundSchema } from '#shared/domain/plans/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { label, planForm } from '#shared/text/index.ts';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';
import { changed, filledUp, sumOf } from './sums.ts';
import { Compared, TableBlock } from './table-parts.tsx';

const { sums, empty, help } = planForm;

export function FundsTable() {
  const { content, set, unreadable, setUnreadable, messages, today, newId } = usePlanForm();
  const { funds, budgetAmount } = content;
  const options = useMemo(() => codeOptions(fundSources, today), [today]);
  const change = (fund: PlanFund, parts: Partial<PlanFund>) => set('funds', changed(funds, fund.id, parts));
  const name = (field: string) => label(`plans.content.funds.${field}`);
  const sum = sumOf(funds.map(({ amount }) => amount));
  const filled = filledUp(funds, budgetAmount);

  return (
    <TableBlock hint={help.funds} list="funds">
      <RowsEditor<PlanFund>
        columns={[
          {
            field: 'source',
            label: name('source'),
            required: true,
            width: 'minmax(14rem, 1fr)',
            cell: (fund, control) => (
              <CodePicker
                chosen={fund.source === null ? undefined : optionOf(fundSources, fund.source)}
                compact
                control={control}
                onChange={(source) => change(fund, { source })}
                options={options}
                value={fund.source}
              />
            ),
          },
          {
            field: 'amount',
            label: name('amount'),
            required: true,
            width: '11rem',
            align: 'right',
            cell: (fund, control) => (
              <MoneyInput
                compact
                control={control}
                onChange={(amount, text) => {
                  change(fund, { amount });
                  setUnreadable(`funds.${fund.id}.amount`, text);
                }}
                unreadable={unreadable[`funds.${fund.id}.amount`]}
                uppercase={false}
                value={fund.amount}
              />
            ),
          },
          {
            field: 'budgetItemNo',
            label: name('budgetItemNo'),
            width: 'minmax(12rem, 1fr)',
            cell: (fund, control) => (
              <TextBox
                compact
                control={control}
                limit={limitOf(planFundSchema.shape.budgetItemNo)}
                onChange={(text) => change(fund, { budgetItemNo: text })}
                value={fund.budgetItemNo}
              />
            ),
          },
        ]}
        empty={empty.funds}
        footer={
          funds.length === 0 ? null : (
            <div className={css['sums']}>
              {filled === undefined ? null : (
                <Button onClick={() => set('funds', [...filled])} size="compact-xs" variant="light">
                  {sums.fill(formatYuan((filled.at(-1)?.amount ?? 0) - (funds.at(-1)?.amount ?? 0)))}
                </Button>
              )}
              <Compared budget={budgetAmount} mustEqual sum={sum} words={sums.funds} />
            </div>
          )
        }
        id={fieldIdOf('funds')}
        label={label('plans.content.funds')}
        max={50}
        messages={messages}
        newRow={() => ({ id: newId(), source: null, amount: null, budgetItemNo: '' })}
        onChange={(rows) => set('funds', [...rows])}
        path="funds"
        rowKey={({ id }) => id}
        rows={funds}
      />
    </TableBlock>
  );
}
