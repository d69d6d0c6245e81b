// A field of the format in its frame: label, source, help, earliest lawful day, what is wrong.
import type { ReactNode } from 'react';
import { Field, type FieldControl } from '#renderer/ui/fields/field.tsx';
import { valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { EarliestLine } from './earliest-line.tsx';
import { fieldIdOf, useAnnouncementForm } from './form-context.ts';
import { SourceTag } from './source-tag.tsx';

type Props = {
  readonly field: TemplateField;
  readonly wide?: boolean;
  /** Several boxes rather than one control, or an editor that is no input. */
  readonly group?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
};

export function FieldFrame({ field, wide = false, group = false, children }: Props) {
  const { messages, isRequired, earliest, values, set, setUnreadable, touch } = useAnnouncementForm();
  const { key, label, help } = field;
  const dated = (field.kind === 'date' || field.kind === 'time') && earliest.has(key);
  return (
    <Field
      aside={<SourceTag field={key} label={label} />}
      group={group}
      help={
        dated ? (
          <>
            {help}
            <EarliestLine
              field={field}
              onFill={(value) => {
                set(key, value);
                setUnreadable(key, undefined);
                touch(key);
              }}
              present={valueAt(values, key)}
            />
          </>
        ) : (
          help
        )
      }
      id={fieldIdOf(key)}
      label={label}
      messages={messages.get(key) ?? []}
      required={isRequired(key)}
      wide={wide}
    >
      {children}
    </Field>
  );
}
