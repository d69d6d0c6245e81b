// Fields of which all answers are seen: one of a few, yes or no.
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import type { Value } from '#shared/domain/announcements/values.ts';
import { announcementPages } from '#shared/text/index.ts';
import { FieldFrame } from './field-frame.tsx';
import { useAnnouncementForm } from './form-context.ts';

const words = announcementPages.form;

export function YesNoInput({ field }: { readonly field: TemplateField }) {
  return (
    <Answers
      answers={[
        { key: 'yes', text: words.yes, value: true },
        { key: 'no', text: words.no, value: false },
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
    <Answers
      answers={field.options.map(({ code, name }) => ({ key: code, text: name, value: code }))}
      field={field}
    />
  );
}

type Answer = { readonly key: string; readonly text: string; readonly value: Value };

function Answers({ field, answers }: { readonly field: TemplateField; readonly answers: readonly Answer[] }) {
  const form = useAnnouncementForm();
  const value = valueAt(form.values, field.key);
  return (
    <FieldFrame field={field} group wide={answers.length > 2}>
      {(control) => (
        <Choices
          chosen={answers.find((answer) => answer.value === value)?.key ?? null}
          control={control}
          onBlur={() => form.touch(field.key)}
          onChange={(chosen) => form.set(field.key, chosen)}
          options={answers}
        />
      )}
    </FieldFrame>
  );
}
