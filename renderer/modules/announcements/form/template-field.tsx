// A field of an official format as an input, by its kind.
import { useMemo } from 'react';
import { codeOptions, optionOf } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { DateInput, LocalTimeInput, MonthInput } from '#renderer/ui/fields/date-input.tsx';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { IntegerInput, MoneyInput, TenThousandsInput } from '#renderer/ui/fields/number-inputs.tsx';
import type { ParsedProps } from '#renderer/ui/fields/parsed-input.tsx';
import { RichTextEditor } from '#renderer/ui/fields/rich-text-editor.tsx';
import { TelephoneBox, TextBox } from '#renderer/ui/fields/text-box.tsx';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { isRich, valueAt } from '#shared/domain/announcements/field-values.ts';
import { mostInPhone } from '#shared/domain/announcements/parse-values.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { announcementPages } from '#shared/text/index.ts';
import { ChoiceInput, YesNoInput } from './choice-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { FilesField } from './files-field.tsx';
import css from './form.module.css';
import { useAnnouncementForm } from './form-context.ts';
import { TableField } from './table-field.tsx';

type Of<K extends TemplateField['kind']> = Extract<TemplateField, { readonly kind: K }>;

type Props = {
  readonly field: TemplateField;
  /** What a generated field says at present. */
  readonly printed?: string;
};

export function TemplateFieldInput({ field, printed = '' }: Props) {
  const { ofRecord } = useAnnouncementForm();
  if (ofRecord.includes(field.key) && field.kind !== 'table') return <OfRecord field={field} />;
  switch (field.kind) {
    case 'text':
      return field.lines === 'several' || field.max > 300 ? (
        <LongText field={field} />
      ) : (
        <Line field={field} max={field.max} wide={field.max > 100} />
      );
    case 'phone':
      return <Line field={field} max={mostInPhone} telephone />;
    case 'rich':
      return <Rich field={field} />;
    case 'money':
    case 'moneyInTenThousands':
    case 'count':
    case 'date':
    case 'time':
    case 'month':
      return <Parsed field={field} />;
    case 'yesNo':
      return <YesNoInput field={field} />;
    case 'choice':
      return field.options.length > 5 ? <Code field={field} /> : <ChoiceInput field={field} />;
    case 'code':
      return <Code field={field} />;
    case 'table':
      return <TableField field={field} />;
    case 'files':
      return <FilesField field={field} />;
    case 'fixed':
      return <FixedWords text={field.text} title={announcementPages.form.fixed} />;
    case 'generated':
      return <FixedWords text={printed || field.label} title={announcementPages.form.generated} />;
  }
}

function FixedWords({ text, title }: { readonly text: string; readonly title: string }) {
  return (
    <div className={css['fixed']}>
      <span>{text}</span>
      <span className={css['source']}>{title}</span>
    </div>
  );
}

/** What stands in it; where a draft of before says otherwise, the way back is at the label. */
function OfRecord({ field }: { readonly field: TemplateField }) {
  const { values } = useAnnouncementForm();
  return (
    <FieldFrame field={field} group wide>
      {({ id }) => (
        <span className={css['given']} id={id} tabIndex={-1}>
          {valueText(field, valueAt(values, field.key))}
        </span>
      )}
    </FieldFrame>
  );
}

function useField({ key }: { readonly key: string }) {
  const form = useAnnouncementForm();
  const value = valueAt(form.values, key);
  return { form, value, text: typeof value === 'string' ? value : '', touch: () => form.touch(key) };
}

function Line({
  field,
  max,
  wide = false,
  telephone = false,
}: {
  readonly field: TemplateField;
  readonly max: number;
  readonly wide?: boolean;
  readonly telephone?: boolean;
}) {
  const { form, text, touch } = useField(field);
  const Box = telephone ? TelephoneBox : TextBox;
  return (
    <FieldFrame field={field} wide={wide}>
      {(control) => (
        <Box
          control={control}
          limit={max}
          onBlur={touch}
          onChange={(words) => form.set(field.key, words)}
          value={text}
        />
      )}
    </FieldFrame>
  );
}

function LongText({ field }: { readonly field: Of<'text'> }) {
  const { form, text, touch } = useField(field);
  return (
    <FieldFrame field={field} wide>
      {(control) => (
        <TextBox
          control={control}
          limit={field.max}
          lines={{ min: field.max > 500 ? 2 : 1, max: 10 }}
          onBlur={touch}
          onChange={(words) => form.set(field.key, words)}
          value={text}
        />
      )}
    </FieldFrame>
  );
}

function Rich({ field }: { readonly field: Of<'rich'> }) {
  const { form, value, touch } = useField(field);
  return (
    <FieldFrame field={field} group wide>
      {(control) => (
        <RichTextEditor
          control={control}
          onBlur={touch}
          onChange={(next) => form.set(field.key, next)}
          value={isRich(value) ? value : null}
        />
      )}
    </FieldFrame>
  );
}

type ParsedField = Of<'money' | 'moneyInTenThousands' | 'count' | 'date' | 'time' | 'month'>;

/** Inputs whose text need not be a value yet. */
function Parsed({ field }: { readonly field: ParsedField }) {
  const { form, value, text, touch } = useField(field);
  const { key, label } = field;
  const props = (control: FieldControl) => ({
    control,
    onBlur: touch,
    unreadable: form.unreadable[key],
    onChange: (next: string | number | null, unreadable: string | undefined) => {
      form.set(key, next);
      form.setUnreadable(key, unreadable);
    },
  });
  const written = text === '' ? null : text;
  const amount = typeof value === 'number' ? value : null;
  return (
    <FieldFrame field={field}>
      {(control) => {
        const common = props(control);
        switch (field.kind) {
          case 'money':
            return <MoneyInput {...(common satisfies Partial<ParsedProps<number>>)} value={amount} />;
          case 'moneyInTenThousands':
            return <TenThousandsInput {...common} value={amount} />;
          case 'count':
            return <IntegerInput {...common} max={field.max} min={field.min} value={amount} />;
          case 'date':
            return <DateInput {...common} label={label} value={written} />;
          case 'time':
            return <LocalTimeInput {...common} label={label} value={written} />;
          case 'month':
            return <MonthInput {...common} value={written} />;
        }
      }}
    </FieldFrame>
  );
}

function Code({ field }: { readonly field: Of<'code' | 'choice'> }) {
  const { form, text, touch } = useField(field);
  const options = useMemo(
    () => (field.kind === 'code' ? codeOptions(procurementMethods, form.today) : field.options),
    [field, form.today],
  );
  return (
    <FieldFrame field={field} wide={field.kind === 'choice'}>
      {(control) => (
        <CodePicker
          chosen={text === '' || field.kind === 'choice' ? undefined : optionOf(procurementMethods, text)}
          control={control}
          onBlur={touch}
          onChange={(code) => form.set(field.key, code)}
          options={options}
          value={text === '' ? null : text}
        />
      )}
    </FieldFrame>
  );
}
