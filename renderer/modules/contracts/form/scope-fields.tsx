// 公告范围: whether it may be announced, and with which text. What is a state secret is filed and not announced (条例 art 50).
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { contractPages } from '#shared/text/index.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';

const words = contractPages.form.scope;

export function ScopeFields() {
  const { content } = fields.useForm();
  const { secret, secretBasis } = content;
  return (
    <>
      <p className={css['hint']}>{secret ? words.secretText : words.text}</p>
      <FieldGrid>
        <Answer name="secret" no={words.public} yes={words.secretly} />
        {secret || secretBasis !== '' ? <fields.TextField name="secretBasis" wide /> : null}
        {secret ? null : <Answer name="nothingHidden" no={words.apart} yes={words.whole} />}
        <fields.LongTextField name="other" />
      </FieldGrid>
    </>
  );
}

type AnswerProps = { readonly name: 'secret' | 'nothingHidden'; readonly yes: string; readonly no: string };

function Answer({ name, yes, no }: AnswerProps) {
  const { content, set, touch } = fields.useForm();
  return (
    <fields.FieldFrame group name={name} wide>
      {(control) => (
        <Choices
          chosen={String(content[name])}
          control={control}
          onBlur={() => touch(name)}
          onChange={(value) => set(name, value)}
          options={[
            { key: 'false', value: false, text: no },
            { key: 'true', value: true, text: yes },
          ]}
          stacked
        />
      )}
    </fields.FieldFrame>
  );
}
