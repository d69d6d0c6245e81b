// 违约事实 and 违约通知: whose breach, what happened and when, what is asked, and how the other side was told.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { breachDeliveries, breachParties } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages, label } from '#shared/text/index.ts';
import { kindName } from '../breach-name.ts';
import { type Answer, kindsOf } from './asked-now.ts';
import { breachFields as fields } from './fields.ts';

const words = breachPages.form;

export function BreachFields() {
  const { content } = fields.useForm();
  return (
    <FieldGrid>
      <fields.ChoiceField
        name="party"
        options={breachParties.map((value) => ({ value, text: label(`breaches.party.${value}`) }))}
      />
      <fields.DateField name="happenedOn" />
      <fields.ChoiceField
        name="kind"
        options={kindsOf(content.party).map((value) => ({ value, text: kindName(value) }))}
        wide
      />
      <fields.TextField name="clause" wide />
      <fields.LongTextField name="facts" />
    </FieldGrid>
  );
}

export function NoticeFields({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <FieldGrid>
      <fields.LongTextField name="demand" />
      <fields.DateField name="demandUntil" />
      <fields.TextField name="noticeNo" />
      <fields.DateField name="noticeOn" />
      <fields.DateField help={words.statementHelp(answer?.usualStatementDay ?? null)} name="statementUntil" />
      <fields.ChoiceField
        name="delivery"
        options={breachDeliveries.map((value) => ({ value, text: label(`breaches.delivery.${value}`) }))}
        wide
      />
    </FieldGrid>
  );
}
