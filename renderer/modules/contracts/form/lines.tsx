// The tables of the form: each line has an id, by which what was typed and is no value yet stays with it.
import { newId } from '#renderer/api/ids.ts';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import type { RowsColumn } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { type ContractContent, contractContentSchema } from '#shared/domain/contracts/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { label } from '#shared/text/index.ts';
import { contractFields as fields } from './fields.ts';

type List = 'items' | 'payments' | 'subcontracts';
type LineOf<L extends List> = ContractContent[L][number];
type NameOf<L extends List, T> = {
  [F in keyof LineOf<L> & string]: [T, LineOf<L>[F]] extends [LineOf<L>[F], T] ? F : never;
}[keyof LineOf<L> & string];
type Look = Pick<RowsColumn<never>, 'width' | 'required'>;

/** Columns of a table by the type of their values, bound to the form, and what the table itself needs. */
export function useLines<L extends List>(list: L) {
  const { content, set, messages, unreadable, setUnreadable } = fields.useForm();
  const rows: readonly LineOf<L>[] = content[list];
  const shape = contractContentSchema.shape[list].unwrap().shape;
  const put = (next: readonly LineOf<L>[]) => set(list, [...next] as ContractContent[L]);
  const change = (line: LineOf<L>, parts: Partial<LineOf<L>>) =>
    put(rows.map((each) => (each.id === line.id ? { ...each, ...parts } : each)));
  const labelOf = (field: string) => label(`contracts.content.${list}.${field}`);
  const parsed = <T,>(line: LineOf<L>, field: string, control: FieldControl) => ({
    compact: true,
    control,
    onChange: (value: T | null, typed: string | undefined) => {
      change(line, { [field]: value } as Partial<LineOf<L>>);
      setUnreadable(`${list}.${line.id}.${field}`, typed);
    },
    unreadable: unreadable[`${list}.${line.id}.${field}`],
    value: Reflect.get(line, field) as T | null,
  });

  const column = <F extends keyof LineOf<L> & string>(
    field: F,
    look: Look,
    cell: (line: LineOf<L>, control: FieldControl) => React.ReactNode,
  ): RowsColumn<LineOf<L>> => ({ field, label: labelOf(field), ...look, cell });

  return {
    rows,
    change,
    put,
    labelOf,
    column,
    text: (field: NameOf<L, string>, look: Look, lines?: { readonly min: number; readonly max: number }) =>
      column(field, look, (line, control) => (
        <TextBox
          compact
          control={control}
          limit={limitOf(Reflect.get(shape, field))}
          onChange={(typed) => change(line, { [field]: typed } as Partial<LineOf<L>>)}
          value={String(Reflect.get(line, field))}
          {...(lines === undefined ? {} : { lines })}
        />
      )),
    money: (field: NameOf<L, Fen | null>, look: Look): RowsColumn<LineOf<L>> => ({
      ...column(field, look, (line, control) => (
        <MoneyInput {...parsed<Fen>(line, field, control)} uppercase={false} />
      )),
      align: 'right',
    }),
    date: (field: NameOf<L, PlainDate | null>, look: Look) =>
      column(field, look, (line, control) => (
        <DateInput {...parsed<PlainDate>(line, field, control)} label={labelOf(field)} />
      )),
    table: {
      id: fields.fieldIdOf(list),
      label: label(`contracts.content.${list}`),
      messages,
      onChange: put,
      path: list,
      rowKey: ({ id }: LineOf<L>) => id,
      rows,
    },
    newId,
  };
}
