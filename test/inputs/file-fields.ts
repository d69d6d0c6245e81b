// Where commands take files: every object of their inputs that has a hash and a name, however deep it lies.
import { z } from 'zod';
import type { Command } from '#shared/domain/command.ts';
import { anId } from '#test/builders/ids.ts';

export type FileField = { readonly path: string; takes(reference: object): boolean };

export function fileFieldsOf({ name, input }: Command): readonly FileField[] {
  const fields: FileField[] = [];
  const seen = new Set<z.core.$ZodType>();
  const walk = (schema: z.core.$ZodType, path: string): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const [key, part] of partsOf(schema)) walk(part, `${path}.${key}`);
    if (schema instanceof z.ZodObject && 'sha256' in schema.shape && 'fileName' in schema.shape) {
      const others = Object.fromEntries(
        Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, part]) =>
          key === 'id' ? [[key, anId('file')]] : part instanceof z.ZodEnum ? [[key, part.options[0]]] : [],
        ),
      );
      fields.push({ path, takes: (reference) => schema.safeParse({ ...others, ...reference }).success });
    }
  };
  walk(input, name);
  return fields;
}

function partsOf(schema: z.core.$ZodType): readonly (readonly [string, z.core.$ZodType])[] {
  if (schema instanceof z.ZodObject) return Object.entries<z.core.$ZodType>(schema.shape);
  if (schema instanceof z.ZodArray) return [['[]', schema.element]];
  if (schema instanceof z.ZodRecord) return [['{}', schema.valueType]];
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item, index) => [String(index), item]);
  if (schema instanceof z.ZodUnion) return schema.options.map((option, index) => [String(index), option]);
  if (schema instanceof z.ZodLazy) return [['', schema.def.getter()]];
  if (schema instanceof z.ZodPipe)
    return [
      ['in', schema.in],
      ['out', schema.out],
    ];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return [['', schema.def.innerType]];
  }
  return [];
}
