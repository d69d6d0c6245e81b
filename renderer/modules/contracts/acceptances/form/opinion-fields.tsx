// What others say: the institution that tested, those whom a service is for, the purchaser and the supplier.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { supplierAnswers } from '#shared/domain/contracts/acceptances/model.ts';
import { label } from '#shared/text/index.ts';
import { acceptanceFields as fields } from './fields.ts';

export function OpinionFields() {
  const { publicService, servedOpinion } = fields.useForm().content;
  return (
    <FieldGrid>
      <fields.TextField name="thirdParty" wide />
      <fields.LongTextField name="thirdPartyOpinion" />
      {publicService || servedOpinion !== '' ? <fields.LongTextField name="servedOpinion" /> : null}
    </FieldGrid>
  );
}

export function PartyFields() {
  const { supplierAnswer, supplierReason } = fields.useForm().content;
  return (
    <FieldGrid>
      <fields.LongTextField name="purchaserOpinion" />
      <fields.ChoiceField<(typeof supplierAnswers)[number]>
        name="supplierAnswer"
        options={supplierAnswers.map((value) => ({
          value,
          text: label(`acceptances.supplierAnswer.${value}`),
        }))}
        wide
      />
      {supplierAnswer === 'refused' || supplierReason !== '' ? (
        <fields.LongTextField name="supplierReason" />
      ) : null}
    </FieldGrid>
  );
}
