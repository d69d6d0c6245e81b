// 履行 and 履约保证金.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { bondForms } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages, label } from '#shared/text/index.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';

const words = contractPages.form.bond;

export function PerformanceFields() {
  return (
    <FieldGrid>
      <fields.TextField name="period" />
      <fields.TextField name="performancePlace" />
      <fields.LongTextField name="acceptanceStandard" />
    </FieldGrid>
  );
}

/** What belongs to a guarantee is asked for where there is one, and shown where it was filled in. */
export function BondFields() {
  const { content } = fields.useForm();
  const { amount, bondAmount, bondForm, bondIssuer, bondExpiresOn } = content;
  const issued = bondForm === 'guarantee' || bondForm === 'insurance';
  return (
    <FieldGrid>
      <fields.MoneyField
        aside={
          amount === null ? undefined : (
            <span className={css['aside']}>{words.most(formatYuan(Math.floor(amount / 10)))}</span>
          )
        }
        name="bondAmount"
      />
      {(bondAmount ?? 0) > 0 || bondForm !== null ? (
        <fields.ChoiceField
          name="bondForm"
          options={[
            ...bondForms.map((value) => ({ value, text: label(`contracts.bond.${value}`) })),
            { value: null, text: words.unsaid },
          ]}
          wide
        />
      ) : null}
      {issued || bondIssuer !== '' ? <fields.TextField name="bondIssuer" /> : null}
      {issued || bondExpiresOn !== null ? <fields.DateField name="bondExpiresOn" /> : null}
    </FieldGrid>
  );
}
