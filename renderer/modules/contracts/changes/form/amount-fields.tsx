// 增减金额: of an addition that it is more of the same, and how much may still be added.
import { Checkbox } from '@mantine/core';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractChangePages } from '#shared/text/index.ts';
import css from '../changes.module.css';
import { type Answer, amountAfter } from './asked-now.ts';
import { changeFields as fields } from './fields.ts';

const words = contractChangePages.form;

export function AmountFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content } = fields.useForm();
  const after = amountAfter(content, answer);
  const left = answer?.mayAdd ?? null;
  return (
    <>
      <FieldGrid>
        {content.kind === 'addition' ? <Identical /> : null}
        <fields.MoneyField
          aside={
            content.kind === 'addition' && left !== null ? (
              <span className={css['aside']}>{words.left(formatYuan(left))}</span>
            ) : undefined
          }
          name="amount"
        />
      </FieldGrid>
      {after === null ? null : <p className={css['under']}>{words.after(formatYuan(after))}</p>}
    </>
  );
}

function Identical() {
  const { content, set, touch } = fields.useForm();
  return (
    <fields.FieldFrame group name="identical" wide>
      {({ id, ...control }) => (
        <Checkbox
          aria-describedby={control['aria-describedby']}
          checked={content.identical}
          id={id}
          label={words.confirmIdentical}
          onBlur={() => touch('identical')}
          onChange={(event) => set('identical', event.currentTarget.checked)}
        />
      )}
    </fields.FieldFrame>
  );
}
