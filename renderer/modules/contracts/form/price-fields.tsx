// 价款: as in the result, and why not where it differs; beside which other contracts of the section it stands, and why there are several.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { amountKinds } from '#shared/domain/contracts/model.ts';
import { severalReasons } from '#shared/domain/projects/section-contracts.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { contractPages, label } from '#shared/text/index.ts';
import { type Answer, asksWhySeveral, differsFromResult } from './asked-now.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';

const words = contractPages.form.price;

type Props = { readonly answer: Answer | undefined };

export function PriceFields({ answer }: Props) {
  const { content } = fields.useForm();
  const { amountKind, amount, rate, amountReason } = content;
  const awarded = answer?.result?.amount ?? null;
  return (
    <>
      <FieldGrid>
        <fields.ChoiceField
          name="amountKind"
          options={amountKinds.map((value) => ({ value, text: label(`contracts.amountKind.${value}`) }))}
          wide
        />
        <fields.MoneyField
          aside={
            amount !== null && amount === awarded ? (
              <span className={css['aside']}>{words.same}</span>
            ) : undefined
          }
          name="amount"
        />
        {amountKind === 'rate' || rate !== '' ? <fields.TextField name="rate" /> : null}
        {differsFromResult(content, answer) || amountReason !== '' ? (
          <fields.LongTextField name="amountReason" />
        ) : null}
        {asksWhySeveral(content, answer) ? (
          <fields.ChoiceField
            name="several"
            options={[
              ...severalReasons.map((value) => ({ value, text: label(`contracts.several.${value}`) })),
              { value: null, text: words.onlyOne },
            ]}
            wide
          />
        ) : null}
      </FieldGrid>
      <Others answer={answer} />
    </>
  );
}

/** Those in force, and what they are together with this one. */
function Others({ answer }: Props) {
  const { content } = fields.useForm();
  const others = answer?.others ?? [];
  if (others.length === 0) return null;
  const together = sumFen([content.amount ?? 0, ...others.map(({ amount }) => amount ?? 0)]);
  return (
    <div className={css['block']}>
      <h3 className={css['blockTitle']}>{words.others}</h3>
      <ul className={css['lines']}>
        {others.map(({ contractId, contractNo, amount, rate, signedOn }) => (
          <li key={contractId}>
            {words.otherOf(contractNo, amount === null ? rate : formatYuan(amount), signedOn)}
          </li>
        ))}
      </ul>
      <p className={css['hint']}>{words.together(formatYuan(together))}</p>
    </div>
  );
}
