// How contents of a form differ, field by field: what an edit has to say, and what another person's edit means for what is being typed here.
import { sameValue } from '#shared/domain/same-value.ts';

/** Text that is no value yet, by place: `budgetAmount`, or `items.<id of the line>.qty`, so that a line keeps it when it moves. */
export type Unreadable = Readonly<Record<string, string>>;

export type FieldChange<Field extends string> = {
  readonly field: Field;
  readonly from: unknown;
  readonly to: unknown;
};

/** A content seen as one record of fields. */
export type Fields<Content, Field extends string> = {
  /** All that one of the two may have. */
  readonly names: (before: Content, after: Content) => readonly Field[];
  readonly get: (content: Content, field: Field) => unknown;
  /** With the field as another content has it. */
  readonly take: (content: Content, field: Field, from: Content) => Content;
};

export type Merge<Content, Field extends string> = {
  readonly base: Content;
  readonly content: Content;
  /** Taken over from the other person. */
  readonly taken: readonly Field[];
  /** Changed here and there, to different values: the user chooses. Base and content are left as they were. */
  readonly contested: readonly Field[];
};

/** All that a form has to know of what it holds. */
export type Contents<Content, Field extends string> = ReturnType<typeof fieldwise<Content, Field>> & {
  readonly filledIn: (content: Content) => readonly Field[];
  /** The texts that still have their place in this content. */
  readonly stillUnreadable: (unreadable: Unreadable, content: Content) => Unreadable;
  /**
   * A content kept by an older or newer program: what still fits is taken field by field, the rest stays as it is in `beside`, so that an update
   * of the program never throws away what was typed.
   */
  readonly read: (kept: unknown, beside?: Content) => Content;
  /** With one field as a command has it. */
  readonly put: (content: Content, field: string, value: unknown) => Content;
};

export function fieldwise<Content, Field extends string>({ names, get, take }: Fields<Content, Field>) {
  const differs = (one: Content, other: Content, field: Field) =>
    !sameValue(get(one, field), get(other, field));

  /** The fields in which two contents differ. */
  const changedFields = (before: Content, after: Content): readonly Field[] =>
    names(before, after).filter((field) => differs(before, after, field));

  /** What a command that edits is told. */
  const fieldChanges = (base: Content, content: Content): readonly FieldChange<Field>[] =>
    changedFields(base, content).map((field) => ({
      field,
      from: get(base, field),
      to: get(content, field),
    }));

  /** Another person's content arrives while a form is open that began from `base` and now holds `content`. */
  const mergeIncoming = (base: Content, content: Content, theirs: Content): Merge<Content, Field> => {
    let merged = { base, content };
    const taken: Field[] = [];
    const contested: Field[] = [];
    for (const field of changedFields(base, theirs)) {
      const news = differs(content, theirs, field);
      if (news && differs(content, base, field)) {
        contested.push(field);
        continue;
      }
      merged = { base: take(merged.base, field, theirs), content: take(merged.content, field, theirs) };
      if (news) taken.push(field);
    }
    return { ...merged, taken, contested };
  };

  return { take, changedFields, fieldChanges, mergeIncoming };
}

/** The lines of a table as they are shown; none for a field that is no table. */
export type LinesOf = (field: string) => readonly { readonly id: string }[];

/** Texts whose line is gone are forgotten. The same object where all of them stay. */
export function stillUnreadable(unreadable: Unreadable, linesOf: LinesOf): Unreadable {
  const all = Object.entries(unreadable);
  const left = all.filter(([place]) => {
    const [field = '', line] = place.split('.');
    return line === undefined || linesOf(field).some(({ id }) => id === line);
  });
  return left.length === all.length ? unreadable : Object.fromEntries(left);
}

/** A text that is no value, where it stands now: of a line, by its number. */
export type WrongText = {
  readonly path: string;
  readonly field: string;
  readonly column: string | undefined;
  readonly text: string;
};

export function wrongTextsIn(unreadable: Unreadable, linesOf: LinesOf): readonly WrongText[] {
  return Object.entries(unreadable).flatMap(([place, text]): readonly WrongText[] => {
    const [field = '', line, column] = place.split('.');
    if (line === undefined || column === undefined) return [{ path: field, field, column: undefined, text }];
    const index = linesOf(field).findIndex(({ id }) => id === line);
    return index < 0 ? [] : [{ path: `${field}.${index}.${column}`, field, column, text }];
  });
}
