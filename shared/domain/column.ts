// What the databases keep of a row beside its JSON: a value computed from the row alone, with its SQL type. Declared once, for both sides.
export type ColumnValue = string | number | null;
export type ColumnType = 'text' | 'integer';

export function isOfType(value: string | number, type: ColumnType): boolean {
  return type === 'text' ? typeof value === 'string' : Number.isSafeInteger(value);
}

/** `notNull` holds on the desk. On the server every column may be empty: a new one is until the stored rows have been read again. */
export type Column<R> = {
  readonly type: ColumnType;
  /** By what it holds people know the record. */
  readonly title?: true;
} & (
  | { readonly notNull: true; read(row: R): string | number }
  | { readonly notNull: false; read(row: R): ColumnValue }
);

export type Columns<R> = { readonly [column: string]: Column<R> };

/** What a column holds, as its reader says: lists take the types of their rows from here. */
export type ValueOf<C> = C extends { read(row: never): infer V } ? V : never;

/** A column whose reader says by its type whether it may be empty; `nullable()` is then a must. */
type Declared<R, V extends ColumnValue> = {
  readonly type: ColumnType;
  readonly notNull: true;
  read(row: R): V;
  nullable(): { readonly type: ColumnType; readonly notNull: false; read(row: R): V };
};

type Declare<R, Value extends string | number> = <V extends Value | null>(
  read: (row: R) => V,
) => Declared<R, V>;

type Title<R> = {
  readonly type: 'text';
  readonly title: true;
  readonly notNull: true;
  read(row: R): string;
};

export type ColumnBuilders<R> = {
  readonly text: Declare<R, string>;
  /** The text by which people know the record. It is never missing: one that is would break an answer about many records. */
  readonly title: (read: (row: R) => string) => Title<R>;
  /** `yyyy-mm-dd`. */
  readonly date: Declare<R, string>;
  readonly integer: Declare<R, number>;
  /** Money. */
  readonly fen: Declare<R, number>;
  /** UTC milliseconds. */
  readonly instant: Declare<R, number>;
};

/** `status: of.text((plan) => plan.status)`, and `….nullable()` where it may be empty. */
export function columnBuilders<R>(): ColumnBuilders<R> {
  const declare =
    (type: ColumnType) =>
    <V extends ColumnValue>(read: (row: R) => V): Declared<R, V> => ({
      type,
      notNull: true,
      read,
      nullable: () => ({ type, notNull: false, read }),
    });
  const text = declare('text');
  const integer = declare('integer');
  const title = (read: (row: R) => string): Title<R> => ({ type: 'text', title: true, notNull: true, read });
  return { text, title, date: text, integer, fen: integer, instant: integer };
}
