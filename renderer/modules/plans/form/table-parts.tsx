// What the tables of the form have in common: the title with its hint, and a sum compared with the budget.
import type { ReactNode } from 'react';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { forms, label, planForm } from '#shared/text/index.ts';
import { usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';

const { sums } = planForm;

type BlockProps = { readonly list: 'items' | 'funds'; readonly hint: string; readonly children: ReactNode };

export function TableBlock({ list, hint, children }: BlockProps) {
  const { required } = usePlanForm();
  return (
    <div className={css['block']}>
      <h3 className={css['blockTitle']}>
        {label(`plans.content.${list}`)}
        {required.has(list) ? <span className={css['required']}>{forms.required}</span> : null}
      </h3>
      <p className={css['blockHint']}>{hint}</p>
      {children}
    </div>
  );
}

type ComparedProps = {
  readonly sum: Fen;
  readonly budget: Fen | null;
  readonly words: (sum: string, budget: string) => string;
  readonly mustEqual?: boolean;
};

/** The sum beside the budget, and what is between them. */
export function Compared({ sum, budget, words, mustEqual = false }: ComparedProps) {
  if (budget === null) {
    return <span>{words(formatYuan(sum), planForm.sums.noBudget)}</span>;
  }
  const rest = budget - sum;
  const tone = rest === 0 ? 'right' : rest < 0 || mustEqual ? 'wrong' : 'quiet';
  const verdict =
    rest === 0
      ? sums.equal
      : rest < 0
        ? sums.over(formatYuan(-rest))
        : mustEqual
          ? sums.missing(formatYuan(rest))
          : sums.within(formatYuan(rest));
  return (
    <>
      <span>{words(formatYuan(sum), formatYuan(budget))}</span>
      <span className={css[tone]}>{verdict}</span>
    </>
  );
}
