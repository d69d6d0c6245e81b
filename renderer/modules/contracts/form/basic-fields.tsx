// 基本信息: the contract itself, and the day from which the law counts.
import { IntegerInput } from '#renderer/ui/fields/number-inputs.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { contractKinds } from '#shared/domain/contracts/model.ts';
import { contractPages, label } from '#shared/text/index.ts';
import { Clocks } from '../clocks.tsx';
import type { Answer } from './asked-now.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';

export const mostCopies = 100;

export function BasicFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content } = fields.useForm();
  return (
    <>
      <FieldGrid>
        <fields.TextField name="contractNo" />
        <fields.TextField name="contractName" />
        <fields.ChoiceField
          name="contractKind"
          options={contractKinds.map((value) => ({ value, text: label(`contracts.kind.${value}`) }))}
          wide
        />
        <fields.DateField name="signedOn" />
        <fields.TextField name="place" />
        <Copies />
      </FieldGrid>
      {answer === undefined ? null : (
        <div className={css['block']}>
          <h3 className={css['blockTitle']}>{contractPages.clocks.title}</h3>
          <Clocks
            clocks={answer.clocks}
            publishedAt={null}
            secret={content.secret}
            signedOn={content.signedOn}
          />
        </div>
      )}
    </>
  );
}

function Copies() {
  const { content, set, setUnreadable, unreadable, touch } = fields.useForm();
  return (
    <fields.FieldFrame name="copies">
      {(control) => (
        <IntegerInput
          control={control}
          max={mostCopies}
          min={1}
          onBlur={() => touch('copies')}
          onChange={(value, text) => {
            set('copies', value);
            setUnreadable('copies', text);
          }}
          unreadable={unreadable['copies']}
          value={content.copies}
        />
      )}
    </fields.FieldFrame>
  );
}
