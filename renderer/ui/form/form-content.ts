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

/** Texts whose line is gone are forgotten. `lineIds` are those of all tables as they are shown. */
export function stillUnreadable(unreadable: Unreadable, lineIds: ReadonlySet<string>): Unreadable {
  return Object.fromEntries(
    Object.entries(unreadable).filter(([place]) => {
      const [, line] = place.split('.');
      return line === undefined || lineIds.has(line);
    }),
  );
}
