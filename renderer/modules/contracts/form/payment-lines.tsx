// 付款计划: line by line, 预付款 and 质保金 apart, with the running sum beside the amount.
import { Button, NativeSelect } from '@mantine/core';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { paymentKinds } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages, label } from '#shared/text/index.ts';
import { advanceShare, paymentSum, withRest } from './asked-now.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';
import { useLines } from './lines.tsx';

const words = contractPages.form.payments;
const mostLines = 100;

export function PaymentLines() {
  const { content } = fields.useForm();
  const { table, column, text, money, date, change, put, newId } = useLines('payments');
  const filled = withRest(content);
  return (
    <>
      <p className={css['hint']}>{words.hint}</p>
      <RowsEditor
        {...table}
        columns={[
          column('kind', { width: '7.5rem', required: true }, (line, control) => (
            <NativeSelect
              {...control}
              data={[
                { value: '', label: '' },
                ...paymentKinds.map((value) => ({ value, label: label(`contracts.payment.${value}`) })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                change(line, { kind: paymentKinds.find((kind) => kind === value) ?? null })
              }
              size="xs"
              value={line.kind ?? ''}
            />
          )),
          text('condition', { width: 'minmax(12rem, 1fr)', required: true }, { min: 1, max: 4 }),
          money('amount', { width: '10rem', required: content.amountKind === 'total' }),
          date('dueOn', { width: '9.5rem' }),
        ]}
        empty={words.empty}
        footer={
          content.payments.length === 0 ? null : (
            <div className={css['sums']}>
              {filled === undefined ? null : (
                <Button onClick={() => put(filled)} size="compact-xs" variant="light">
                  {words.rest}
                </Button>
              )}
              <Sums />
            </div>
          )
        }
        max={mostLines}
        newRow={() => ({ id: newId(), kind: null, condition: '', amount: null, dueOn: null })}
      />
    </>
  );
}

function Sums() {
  const { content } = fields.useForm();
  const { amount, amountKind } = content;
  const sum = paymentSum(content);
  const share = advanceShare(content);
  const rest = (amount ?? 0) - sum;
  const tone = rest === 0 ? 'right' : amountKind === 'total' ? 'wrong' : 'quiet';
  const verdict =
    rest === 0 ? words.even : rest > 0 ? words.less(formatYuan(rest)) : words.more(formatYuan(-rest));
  return (
    <>
      <span>{words.sum(formatYuan(sum))}</span>
      {amount === null ? null : <span className={css[tone]}>{verdict}</span>}
      {share === null ? null : <span className={css['quiet']}>{words.advance(share)}</span>}
    </>
  );
}
