// Which values of a refused input can be changed here, one by one: the plain ones, those that were found wrong first.
import type { ValueKind } from '#renderer/app/command-words.ts';
import type { AppError } from '#shared/kernel/errors.ts';

type Json = null | boolean | number | string | readonly unknown[] | Readonly<Record<string, unknown>>;
export type EditableField = {
  /** Within the input. */
  readonly path: string;
  /** The name of the field itself, which says what kind of value it is. */
  readonly key: string;
  readonly value: string | number | boolean | null;
  readonly wrong: boolean;
};

type KindOf = (key: string) => ValueKind;

export function editableFields(
  input: unknown,
  error: AppError | null,
  kindOf: KindOf,
): readonly EditableField[] {
  const wrong = new Set((error?.fields ?? []).flatMap(({ path }) => locate(input, path) ?? []));
  const fields = leaves(input, '', '', kindOf).map((field) => ({ ...field, wrong: wrong.has(field.path) }));
  return [...fields.filter((field) => field.wrong), ...fields.filter((field) => !field.wrong)];
}

/** Where a path of a refusal lies in the input: as it stands, in the content of a record, or in the change of a field. */
export function locate(input: unknown, path: string): string | undefined {
  if (valueAt(input, path) !== undefined) return path;
  if (valueAt(input, `content.${path}`) !== undefined) return `content.${path}`;
  const changes = valueAt(input, 'changes');
  const [field, ...rest] = path.split('.');
  const index = Array.isArray(changes)
    ? changes.findIndex((change) => valueAt(change, 'field') === field)
    : -1;
  const inside = ['changes', String(index), 'to', ...rest].join('.');
  return index !== -1 && valueAt(input, inside) !== undefined ? inside : undefined;
}

/** The input with another value at the path; everything else stays the same object. */
export function withValue(input: unknown, path: string, value: unknown): unknown {
  const [head, ...rest] = path.split('.');
  if (head === undefined || head === '') return value;
  const inner = (part: unknown) => withValue(part, rest.join('.'), value);
  if (Array.isArray(input)) return input.map((each, index) => (String(index) === head ? inner(each) : each));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, part]) => [name, name === head ? inner(part) : part]),
  );
}

function valueAt(input: unknown, path: string): Json | undefined {
  let value: unknown = input;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value as Json | undefined;
}

function leaves(
  value: unknown,
  path: string,
  key: string,
  kindOf: KindOf,
): readonly Omit<EditableField, 'wrong'>[] {
  const { kind } = kindOf(key);
  // A size is that of a file; of a change, its new value alone is changed.
  if (kind === 'hidden' || kind === 'size' || /^changes\.\d+\.(?:field$|from)/.test(path)) return [];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, part]) =>
      leaves(part, path === '' ? name : `${path}.${name}`, keyIn(value, name, key), kindOf),
    );
  }
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain && path !== '' ? [{ path, key, value: value as EditableField['value'] }] : [];
}

/** Lines of a list are named by the list; the new value of a change by the field that it changes. */
function keyIn(parent: object, name: string, parentKey: string): string {
  if (Array.isArray(parent)) return parentKey;
  return name === 'to' && 'field' in parent ? String(parent.field) : name;
}
