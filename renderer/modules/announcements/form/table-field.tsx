// A table of the format, filled in line by line. The lines of a table about sections come from the choice of sections and are neither added nor removed.
import { Select } from '@mantine/core';
import { newId } from '#renderer/api/ids.ts';
import { DateInput, MonthInput } from '#renderer/ui/fields/date-input.tsx';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { MoneyInput, TenThousandsInput } from '#renderer/ui/fields/number-inputs.tsx';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { SupplierBox } from '#renderer/ui/fields/supplier-box.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { linesIn, valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TableColumn, TemplateField } from '#shared/domain/announcements/template.ts';
import { mostInCell, type TableLine } from '#shared/domain/announcements/values.ts';
import { announcementPages, forms } from '#shared/text/index.ts';
import { CorrectionsField } from './corrections-field.tsx';
import css from './form.module.css';
import { fieldIdOf, useAnnouncementForm } from './form-context.ts';
import { keptLines } from './section-lines.ts';
import { SourceTag } from './source-tag.tsx';

const words = announcementPages.form;
const mostLines = 500;

type Table = Extract<TemplateField, { readonly kind: 'table' }>;
type Cell = TableLine['cells'][string];

export function TableField({ field }: { readonly field: Table }) {
  const { isRequired } = useAnnouncementForm();
  const { key, label, help } = field;
  return (
    <div className={css['block']} data-field={fieldIdOf(key)}>
      <div className={css['blockHead']}>
        <h3 className={css['blockTitle']}>
          {label}
          {isRequired(key) ? <span className={css['required']}>{forms.required}</span> : null}
        </h3>
        <SourceTag field={key} label={label} />
      </div>
      {help === undefined ? null : <p className={css['blockHint']}>{help}</p>}
      {key === 'corrections' ? <CorrectionsField field={field} /> : <Lines field={field} />}
    </div>
  );
}

function Lines({ field }: { readonly field: Table }) {
  const form = useAnnouncementForm();
  const { key, label, columns, ofSections = false } = field;
  const rows = linesIn(valueAt(form.values, key));
  const save = (next: readonly TableLine[]) =>
    form.set(key, [...(ofSections ? keptLines(next, linesIn(valueAt(form.typed, key))) : next)]);
  const change = (id: string, parts: Readonly<Record<string, Cell>>) =>
    save(rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, ...parts } } : row)));
  return (
    <RowsEditor<TableLine>
      columns={columns.filter(form.isShown).map((column) => ({
        field: column.key,
        label: column.label,
        required: form.isAsked(column),
        width: widthOf(column),
        ...(isAmount(column) ? { align: 'right' as const } : {}),
        cell: (row, control) =>
          ofSections && isOfSection(column) ? (
            <span className={css['given']}>{row.cells[column.key]}</span>
          ) : (
            <CellInput
              column={column}
              control={control}
              onChange={(value, more) => change(row.id, { ...more, [column.key]: value })}
              place={`${key}.${row.id}.${column.key}`}
              value={row.cells[column.key] ?? null}
            />
          ),
      }))}
      empty={words.table.empty}
      fixed={ofSections}
      id={fieldIdOf(key)}
      label={label}
      max={mostLines}
      messages={form.messages}
      newRow={() => ({ id: newId(), cells: {} })}
      onChange={save}
      path={key}
      rowKey={({ id }) => id}
      rows={rows}
    />
  );
}

type CellProps = {
  readonly column: TableColumn;
  readonly control: FieldControl;
  readonly value: Cell;
  readonly place: string;
  /** `more`: of other columns of the line. */
  readonly onChange: (value: Cell, more?: Readonly<Record<string, Cell>>) => void;
};

function CellInput({ column, control, value, place, onChange }: CellProps) {
  const { unreadable, setUnreadable, isAsked } = useAnnouncementForm();
  const parsed = {
    compact: true,
    control,
    unreadable: unreadable[place],
    onChange: (next: string | number | null, text: string | undefined) => {
      onChange(next);
      setUnreadable(place, text);
    },
  };
  const written = typeof value === 'string' && value !== '' ? value : null;
  const amount = typeof value === 'number' ? value : null;
  switch (column.kind) {
    case 'money':
      return <MoneyInput {...parsed} uppercase={false} value={amount} />;
    case 'moneyInTenThousands':
      return <TenThousandsInput {...parsed} value={amount} />;
    case 'month':
      return <MonthInput {...parsed} value={written} />;
    case 'date':
      return <DateInput {...parsed} label={column.label} value={written} />;
    case 'choice':
      return (
        <Select
          {...control}
          allowDeselect={!isAsked(column)}
          data={(column.options ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          error={control['aria-invalid'] ?? false}
          onChange={(code) => onChange(code)}
          size="xs"
          value={written}
        />
      );
    case 'supplier':
      return (
        <SupplierBox
          compact
          control={control}
          limit={column.max}
          onChange={(name) => onChange(name)}
          onTake={({ name, uscc }) => onChange(name, { uscc })}
          value={written ?? ''}
        />
      );
    case 'text':
    case 'machine': {
      const { max = mostInCell } = column;
      return (
        <TextBox
          compact
          control={control}
          limit={max}
          {...(max > 200 ? { lines: { min: 1, max: 6 } } : {})}
          onChange={(text) => onChange(text)}
          value={written ?? ''}
        />
      );
    }
  }
}

/** What the trading centre says of the section. */
function isOfSection({ key }: TableColumn): boolean {
  return key === 'lotNo' || key === 'lotName';
}

function isAmount({ kind }: TableColumn): boolean {
  return kind === 'money' || kind === 'moneyInTenThousands';
}

function widthOf({ key, kind, max = 500 }: TableColumn): string {
  // A code of 18 characters is read whole or not at all.
  if (key === 'uscc') return '11.5rem';
  switch (kind) {
    case 'supplier':
      return 'minmax(11rem, 2fr)';
    case 'text':
      return max > 500 ? 'minmax(12rem, 3fr)' : 'minmax(8rem, 2fr)';
    case 'choice':
      return 'minmax(8rem, 1fr)';
    case 'moneyInTenThousands':
      return '8rem';
    case 'month':
      return '7rem';
    default:
      return '9.5rem';
  }
}
