// What a corrected field is to say, with the input of its kind; in words for what is no field.
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { codeOptions } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { DateInput, LocalTimeInput, MonthInput } from '#renderer/ui/fields/date-input.tsx';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { IntegerInput, MoneyInput, TenThousandsInput } from '#renderer/ui/fields/number-inputs.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { mostInCell, type TableLine } from '#shared/domain/announcements/values.ts';
import { announcementPages } from '#shared/text/index.ts';
import { afterOf } from './corrections.ts';
import { useAnnouncementForm } from './form-context.ts';

const words = announcementPages.form;

type Cells = TableLine['cells'];
type Props = {
  readonly control: FieldControl;
  readonly field: TemplateField | undefined;
  readonly cells: Cells;
  readonly unreadable: string | undefined;
  readonly onChange: (parts: Cells, unreadable: string | undefined) => void;
};

export function AfterInput({ control, field, cells, unreadable, onChange }: Props) {
  const { today } = useAnnouncementForm();
  const value = cells['value'] ?? null;
  const written = typeof value === 'string' && value !== '' ? value : null;
  const amount = typeof value === 'number' ? value : null;
  if (field === undefined) return <Words cells={cells} control={control} onChange={onChange} />;
  const parsed = {
    control,
    unreadable,
    onChange: (next: string | number | null, text: string | undefined) =>
      onChange(afterOf(field, next), text),
  };
  switch (field.kind) {
    case 'money':
      return <MoneyInput {...parsed} value={amount} />;
    case 'moneyInTenThousands':
      return <TenThousandsInput {...parsed} value={amount} />;
    case 'count':
      return <IntegerInput {...parsed} max={field.max} min={field.min} value={amount} />;
    case 'date':
      return <DateInput {...parsed} label={field.label} value={written} />;
    case 'time':
      return <LocalTimeInput {...parsed} label={field.label} value={written} />;
    case 'month':
      return <MonthInput {...parsed} value={written} />;
    case 'choice':
    case 'code':
      return (
        <CodePicker
          control={control}
          onChange={(code) => onChange(afterOf(field, code), undefined)}
          options={field.kind === 'code' ? codeOptions(procurementMethods, today) : field.options}
          value={written}
        />
      );
    case 'yesNo':
      return (
        <Choices
          chosen={typeof value === 'boolean' ? String(value) : null}
          control={control}
          onChange={(answer) => onChange(afterOf(field, answer), undefined)}
          options={[true, false].map((answer) => ({
            key: String(answer),
            text: answer ? words.yes : words.no,
            value: answer,
          }))}
        />
      );
    default:
      return <Words cells={cells} control={control} onChange={onChange} />;
  }
}

function Words({ control, cells, onChange }: Pick<Props, 'control' | 'cells' | 'onChange'>) {
  return (
    <TextBox
      control={control}
      limit={mostInCell}
      lines={{ min: 2, max: 10 }}
      onChange={(after) => onChange({ after, value: null }, undefined)}
      value={String(cells['after'] ?? '')}
    />
  );
}
