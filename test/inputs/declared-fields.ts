// The fields that the product declares, found by walking the schemas of commands and queries: a module that is declared has its fields here.
import { z } from 'zod';
import { limitOf } from '#shared/domain/fields.ts';
import { localTimeSchema, plainDateSchema } from '#shared/kernel/dates.ts';
import { fenSchema, quantitySchema } from '#shared/kernel/money.ts';

export type FieldKind = 'text' | 'amount' | 'quantity' | 'whole' | 'date' | 'time' | 'other';
export type DeclaredField = {
  readonly path: string;
  readonly kind: FieldKind;
  readonly schema: z.ZodType;
  /** Of a text. */
  readonly limit: number | undefined;
};

export function declaredFields(path: string, schema: z.ZodType): readonly DeclaredField[] {
  return leaves(path, schema, new Set());
}

function leaves(path: string, schema: unknown, above: ReadonlySet<unknown>): readonly DeclaredField[] {
  if (!(schema instanceof z.ZodType) || above.has(schema)) return [];
  const inside = new Set([...above, schema]);
  const parts = partsOf(schema);
  if (parts !== undefined) {
    return parts.flatMap(([name, part]) => leaves(name === '' ? path : `${path}.${name}`, part, inside));
  }
  return [{ path, kind: kindOf(schema), schema, limit: limitOf(schema) }];
}

/** What a schema is made of; undefined where it is a value itself. */
function partsOf(schema: z.ZodType): readonly (readonly [string, unknown])[] | undefined {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  if (schema instanceof z.ZodArray) return [['[]', schema.element]];
  if (schema instanceof z.ZodRecord) return [['{}', schema.valueType]];
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => ['', option] as const);
  if (schema instanceof z.ZodLazy) return [['', schema.unwrap()]];
  if (schema instanceof z.ZodPipe) return [['', schema.in]];
  const wraps =
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodReadonly;
  return wraps ? [['', schema.unwrap()]] : undefined;
}

function kindOf(schema: z.ZodType): FieldKind {
  if (schema === fenSchema) return 'amount';
  if (schema === quantitySchema) return 'quantity';
  if (schema === plainDateSchema) return 'date';
  if (schema === localTimeSchema) return 'time';
  if (schema instanceof z.ZodNumber) return 'whole';
  // Codes, ids and keys have a pattern instead of a length.
  return limitOf(schema) === undefined ? 'other' : 'text';
}
