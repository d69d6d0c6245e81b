// 处理决定: whether it was a breach, what follows with its amounts, and on which clauses it stands.
import { Checkbox } from '@mantine/core';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import {
  type BreachConsequence,
  type BreachParty,
  breachArticles,
  breachConsequences,
  has,
} from '#shared/domain/contracts/breaches/model.ts';
import { breachPages, label } from '#shared/text/index.ts';
import css from '../breaches.module.css';
import { amountsAsked, consequencesOf } from './asked-now.ts';
import { breachFields as fields } from './fields.ts';

const { consequences: notes } = breachPages.form;

export function DecisionFields() {
  const { content } = fields.useForm();
  const { upheld, party, consequences } = content;
  return (
    <FieldGrid>
      <fields.ChoiceField
        name="upheld"
        options={[true, false].map((value) => ({ value, text: label(`breaches.upheld.${value}`) }))}
      />
      <fields.TextField name="decisionNo" />
      {upheld === true ? (
        <Boxes
          name="consequences"
          noteOf={noteOf}
          options={offered(party, consequences)}
          textOf={(code) => label(`breaches.consequence.${code}`)}
        />
      ) : null}
      {has(content, 'remedy') ? <fields.DateField name="remedyUntil" /> : null}
      <fields.LongTextField name="reason" />
      {upheld === true ? (
        <Boxes
          name="articles"
          options={breachArticles}
          textOf={(code) => label(`breaches.article.${code}`)}
        />
      ) : null}
    </FieldGrid>
  );
}

export function AmountFields() {
  const { content } = fields.useForm();
  const asked = amountsAsked(content);
  return (
    <FieldGrid>
      {asked.includes('reduction') ? <fields.MoneyField name="reduction" /> : null}
      {asked.includes('penalty') ? <fields.MoneyField name="penalty" /> : null}
      {asked.includes('damages') ? <fields.MoneyField name="damages" /> : null}
      {asked.includes('withheld') ? <fields.MoneyField name="withheld" /> : null}
      {asked.includes('penalty') ? <fields.MoneyField name="loss" /> : null}
      <fields.LongTextField name="amountBasis" />
    </FieldGrid>
  );
}

/** What was chosen before stays to be taken back. */
function offered(
  party: BreachParty | null,
  chosen: readonly BreachConsequence[],
): readonly BreachConsequence[] {
  const fitting = consequencesOf(party, breachConsequences);
  return [...fitting, ...chosen.filter((each) => !fitting.includes(each))];
}

function noteOf(consequence: BreachConsequence): string | undefined {
  if (consequence === 'report') return notes.report;
  if (consequence === 'termination') return notes.termination;
  return consequence === 'remedy' ? undefined : notes.deduct;
}

type Lists = { readonly consequences: BreachConsequence; readonly articles: (typeof breachArticles)[number] };
type BoxesProps<F extends keyof Lists> = {
  readonly name: F;
  readonly options: readonly Lists[F][];
  readonly textOf: (code: Lists[F]) => string;
  readonly noteOf?: (code: Lists[F]) => string | undefined;
};

/** Several may be chosen; they stay in the order in which they are offered. */
function Boxes<F extends keyof Lists>({ name, options, textOf, noteOf: note }: BoxesProps<F>) {
  const { content, set, touch } = fields.useForm();
  const chosen: readonly string[] = content[name];
  return (
    <fields.FieldFrame group name={name} wide>
      {({ id }) => (
        <div className={css['boxes']}>
          {options.map((code, index) => (
            <Checkbox
              checked={chosen.includes(code)}
              description={note?.(code)}
              id={index === 0 ? id : `${id}-${code}`}
              key={code}
              label={textOf(code)}
              onBlur={() => touch(name)}
              onChange={({ currentTarget: { checked } }) => {
                const next = options.filter((each) => (each === code ? checked : chosen.includes(each)));
                set(name, [...next] as (typeof content)[F]);
              }}
            />
          ))}
        </div>
      )}
    </fields.FieldFrame>
  );
}
