// 验收结论: how it came off as a whole, which items are finished with it, and what is to be put right until when.
import { Checkbox } from '@mantine/core';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { type Conclusion, conclusions } from '#shared/domain/contracts/acceptances/model.ts';
import { namesItems } from '#shared/domain/contracts/acceptances/outcome.ts';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import type { Answer } from './asked-now.ts';
import { acceptanceFields as fields } from './fields.ts';

const words = acceptancePages.form.conclusion;

export function ConclusionFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, touch } = fields.useForm();
  const { conclusion } = content;
  return (
    <FieldGrid>
      <fields.LongTextField name="problems" />
      <fields.LongTextField name="groupOpinion" />
      <fields.FieldFrame group name="conclusion" wide>
        {(control) => (
          <>
            <Choices<Conclusion>
              chosen={conclusion}
              control={control}
              onBlur={() => touch('conclusion')}
              onChange={(value) => set('conclusion', value)}
              options={conclusions.map((value) => ({
                key: value,
                value,
                text: label(`acceptances.conclusion.${value}`),
              }))}
            />
            {conclusion === null ? null : <p className={css['under']}>{words[conclusion]}</p>}
          </>
        )}
      </fields.FieldFrame>
      {namesItems(content) ? <PassedItems answer={answer} /> : null}
    </FieldGrid>
  );
}

function PassedItems({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, touch } = fields.useForm();
  const { passedItems, conclusion } = content;
  const items = answer === undefined ? [] : partsOf(answer.contract);
  const before = answer?.contract.performance.acceptedItems ?? [];
  return (
    <fields.FieldFrame
      group
      help={conclusion === 'partial' ? words.items : words.itemsOfPart}
      name="passedItems"
      wide
    >
      {({ id }) => (
        <div className={css['boxes']}>
          {items.map((item, index) => (
            <Checkbox
              checked={passedItems.includes(item.id) || before.includes(item.id)}
              description={before.includes(item.id) ? words.before : undefined}
              disabled={before.includes(item.id)}
              id={index === 0 ? id : `${id}-${item.id}`}
              key={item.id}
              label={item.name}
              onBlur={() => touch('passedItems')}
              onChange={({ currentTarget: { checked } }) =>
                set(
                  'passedItems',
                  checked ? [...passedItems, item.id] : passedItems.filter((each) => each !== item.id),
                )
              }
            />
          ))}
        </div>
      )}
    </fields.FieldFrame>
  );
}

export function RectificationFields() {
  return (
    <FieldGrid>
      <fields.LongTextField name="rectification" />
      <fields.DateField name="rectifyUntil" />
    </FieldGrid>
  );
}
