// How a module says what the inputs of its commands mean: which kind of value stands in a field, by the field's name, and in which form a refused command
// is put right. Names of fields are labels of `shared/text`, found by their path.
import type { CodeTable } from '#shared/codes/code-table.ts';

export type ValueKind =
  | {
      readonly kind: 'text' | 'long' | 'amount' | 'integer' | 'size' | 'date' | 'organisation' | 'hidden';
    }
  | { readonly kind: 'code'; readonly table: CodeTable }
  /** Its words are labels: `roles.agency` for group `roles`. */
  | { readonly kind: 'label'; readonly group: string }
  /** Read with the values beside it. */
  | { readonly kind: 'words'; readonly words: (row: Readonly<Record<string, unknown>>) => string };

export type ValueKinds = Readonly<Record<string, ValueKind>>;

/** One field in words of its own. */
export type FieldWords = { readonly label: string; readonly words: (value: unknown) => string };

/** Of all commands whose names begin with `of`. */
export type CommandWords = {
  readonly of: string;
  /** By the name of the field; a line of a list is named by the list. */
  readonly values?: ValueKinds;
  /** The form a refused command is put right in, by command, of a record; the form reads the command by its id. */
  readonly forms?: Readonly<Record<string, (recordId: string, commandId: string) => string>>;
  /** For fields that labels and names do not tell enough of. */
  readonly field?: (
    command: string,
    path: string,
    input: unknown,
    lists: readonly ListWords[],
  ) => FieldWords | undefined;
};

/** Of one list. */
export type ListWords = {
  readonly tabs: Readonly<Record<string, string>>;
  readonly sorts: Readonly<Record<string, string>>;
};

export const kinds = {
  text: { kind: 'text' },
  long: { kind: 'long' },
  amount: { kind: 'amount' },
  integer: { kind: 'integer' },
  size: { kind: 'size' },
  date: { kind: 'date' },
  /** The id of an organisation, to be shown by its name. */
  organisation: { kind: 'organisation' },
  /** Says nothing to a reader, and is not changed by one. */
  hidden: { kind: 'hidden' },
  code: (table: CodeTable) => ({ kind: 'code', table }),
  label: (group: string) => ({ kind: 'label', group }),
  words: (words: (row: Readonly<Record<string, unknown>>) => string) => ({ kind: 'words', words }),
} as const satisfies Readonly<Record<string, ValueKind | ((given: never) => ValueKind)>>;

/** The forms of a record's create and edit, where its form stands at `<page>/new` and `<page>/<id>/edit`. */
export function recordForms(of: string, page: string): NonNullable<CommandWords['forms']> {
  return {
    [`${of}.create`]: (id, refused) => `${page}/new?draft=${id}&refused=${refused}`,
    [`${of}.edit`]: (id, refused) => `${page}/${id}/edit?refused=${refused}`,
  };
}
