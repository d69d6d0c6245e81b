// A content that is one flat object of a schema: all that its form has to know of it follows from the schema.
import type { z } from 'zod';
import { asTyped } from '#shared/domain/fields.ts';
import { type Contents, fieldwise, type LinesOf, stillUnreadable } from './form-content.ts';

type Shape<Content> = { readonly [Field in keyof Content]: z.ZodType<Content[Field]> };

/** `empty` is what a form holds in which nothing is filled in. */
export function contentsOf<Content extends object>(
  shape: Shape<Content>,
  empty: Content,
): Contents<Content, keyof Content & string> {
  type Field = keyof Content & string;
  const isField = (name: string): name is Field => Object.hasOwn(shape, name);
  const names = Object.keys(shape).filter(isField);
  const fields = fieldwise<Content, Field>({
    names: () => names,
    get: (content, field) => content[field],
    take: (content, field, from) => ({ ...content, [field]: from[field] }),
  });
  const put = (content: Content, field: string, value: unknown): Content => {
    if (!isField(field)) return content;
    const typed = asTyped(shape[field], value);
    return typed === undefined ? content : { ...content, [field]: typed.value };
  };
  return {
    ...fields,
    filledIn: (content) => names.filter((field) => !isBlank(content[field])),
    stillUnreadable: (unreadable, content) => stillUnreadable(unreadable, linesIn(content)),
    read: (kept, beside = empty) => {
      if (typeof kept !== 'object' || kept === null) return beside;
      return names
        .filter((field) => Object.hasOwn(kept, field))
        .reduce((content, field) => put(content, field, Reflect.get(kept, field)), beside);
    },
    put,
  };
}

/** Of each field of a content that holds a list of lines. */
export function linesIn(content: object): LinesOf {
  return (field) => {
    const value: unknown = Object.hasOwn(content, field) ? Reflect.get(content, field) : undefined;
    return Array.isArray(value) ? value.filter(isLine) : [];
  };
}

export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isLine(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
