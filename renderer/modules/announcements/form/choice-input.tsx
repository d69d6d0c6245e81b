// Fields of which all answers are seen: one of a few, yes or no.
import { Radio } from '@mantine/core';
import { valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import type { Value } from '#shared/domain/announcements/values.ts';
import { announcementPages } from '#shared/text/index.ts';
import { FieldFrame } from './field-frame.tsx';
import css from './form.module.css';
import { useAnnouncementForm } from './form-context.ts';

const words = announcementPages.form;

export function YesNoInput({ field }: { readonly field: TemplateField }) {
  return (
    <Choices
      answers={[
        { code: 'yes', name: words.yes, value: true },
        { code: 'no', name: words.no, value: false },
      ]}
      field={field}
    />
  );
}

export function ChoiceInput({
  field,
}: {
  readonly field: Extract<TemplateField, { readonly kind: 'choice' }>;
}) {
  return (
    <Choices answers={field.options.map(({ code, name }) => ({ code, name, value: code }))} field={field} />
  );
}

type Answer = { readonly code: string; readonly name: string; readonly value: Value };

function Choices({ field, answers }: { readonly field: TemplateField; readonly answers: readonly Answer[] }) {
  const form = useAnnouncementForm();
  const value = valueAt(form.values, field.key);
  return (
    <FieldFrame field={field} group wide={answers.length > 2}>
      {({ id, 'aria-describedby': describedBy }) => (
        <div aria-describedby={describedBy} aria-labelledby={`${id}-label`} role="radiogroup">
          {answers.map((answer, index) => (
            <Radio
              checked={value === answer.value}
              classNames={{ root: css['choice'] ?? '' }}
              id={index === 0 ? id : `${id}-${answer.code}`}
              key={answer.code}
              label={answer.name}
              name={id}
              onBlur={() => form.touch(field.key)}
              onChange={() => form.set(field.key, answer.value)}
              value={answer.code}
            />
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
