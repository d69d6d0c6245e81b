// The input of any command in words: every filled-in value with its Chinese label, codes by their names, amounts in yuan. What the values of a command are,
// its module says; its labels are found by the command's name.
import {
  type CommandWords,
  type FieldWords,
  kinds,
  type ListWords,
  type ValueKind,
  type ValueKinds,
} from '#renderer/app/command-words.ts';
import { codeName } from '#shared/codes/code-table.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { appText, fieldLabel, fileSize, hasLabel, label, outboxText } from '#shared/text/index.ts';

/** `organisation`: the id of one, to be shown by its name. `before`: what a changed field was. */
export type InputLine = {
  readonly path: string;
  readonly label: string;
  readonly words: string;
  readonly organisation?: string;
  readonly before?: string;
};

export type InputWords = {
  /** Everything that was sent, readable. */
  readonly lines: () => readonly InputLine[];
  /** The label of a path, in the command's own words; the path itself where there are none. */
  readonly labelOf: (path: string) => string;
  /** The value at a path, or of a field of the content; '' for what is not filled in. */
  readonly wordsOf: (path: string, value: unknown) => string;
  /** What kind of value stands under a name. */
  readonly kindOf: (key: string) => ValueKind;
};

/** What the values of every command are: names of rows and of technical things say nothing to a reader. */
const ofAll: ValueKinds = {
  id: kinds.hidden,
  commandId: kinds.hidden,
  sha256: kinds.hidden,
  mediaType: kinds.hidden,
  acknowledged: kinds.hidden,
  size: kinds.size,
  reason: kinds.long,
  note: kinds.long,
};

/** `lists`: the words of all lists, for commands that speak of one. */
export function inputWords(
  groups: readonly CommandWords[],
  command: string,
  input: unknown,
  lists: readonly ListWords[] = [],
): InputWords {
  const module = command.split('.')[0] ?? '';
  const group = groups.find(({ of }) => of === module);
  const kindOf = (key: string) => own(group?.values ?? {}, key) ?? own(ofAll, key) ?? kinds.text;
  const fieldOf = (path: string): FieldWords | undefined => group?.field?.(command, path, input, lists);
  const labelOf = (path: string) => fieldOf(path)?.label ?? labelIn(module, path);
  const wordsOf = (path: string, value: unknown) => {
    const field = fieldOf(path);
    return field === undefined ? valueWords(kindOf, lastOf(path), value) : field.words(value);
  };
  const organisationIn = (path: string, value: unknown) =>
    kindOf(lastOf(path)).kind === 'organisation' && typeof value === 'string' ? { organisation: value } : {};

  const walk = (path: string, value: unknown): readonly InputLine[] => {
    if (kindOf(lastOf(path)).kind === 'hidden') return [];
    if (isRecord(value) && fieldOf(path) === undefined) {
      return Object.entries(value).flatMap(([name, part]) =>
        walk(path === '' ? name : `${path}.${name}`, part),
      );
    }
    const words = wordsOf(path, value);
    return words === '' ? [] : [{ path, label: labelOf(path), words, ...organisationIn(path, value) }];
  };
  const lineOf = ({ field, from, to }: Change, index: number): InputLine => ({
    path: `changes.${index}.to`,
    label: labelOf(field),
    words: wordsOf(field, to) || outboxText.blank,
    before: wordsOf(field, from) || outboxText.blank,
    ...organisationIn(field, to),
  });
  return { lines: () => changesIn(input)?.map(lineOf) ?? walk('', input), labelOf, wordsOf, kindOf };
}

type Change = { readonly field: string; readonly from?: unknown; readonly to?: unknown };

/** Of an edit field by field; undefined for any other input. */
function changesIn(input: unknown): readonly Change[] | undefined {
  if (!isRecord(input) || !Array.isArray(input['changes'])) return undefined;
  return input['changes'].filter(
    (change): change is Change => isRecord(change) && typeof change['field'] === 'string',
  );
}

function labelIn(module: string, path: string): string {
  const candidates = [fieldLabel(module, path), fieldLabel(`${module}.content`, path), fieldLabel('', path)];
  // What is not known stays as it is in the sources: words of letters are no label.
  const known = candidates.find((words) => words !== '' && !/[A-Za-z]{3}/.test(words));
  return known ?? (hasLabel(lastOf(path)) ? label(lastOf(path)) : path);
}

type KindOf = (key: string) => ValueKind;

function valueWords(kindOf: KindOf, key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? appText.common.yes : appText.common.no;
  if (Array.isArray(value)) return listWords(kindOf, key, value);
  if (isRecord(value)) return rowWords(kindOf, value);
  const kind = kindOf(key);
  if (typeof value === 'number') return numberWords(kind, value);
  const text = String(value);
  if (kind.kind === 'label' && hasLabel(`${kind.group}.${text}`)) return label(`${kind.group}.${text}`);
  return kind.kind === 'code' ? (codeName(kind.table, text) ?? text) : text;
}

function numberWords({ kind }: ValueKind, value: number): string {
  if (kind === 'amount') return formatYuan(value);
  return kind === 'size' ? fileSize(value) : String(value);
}

/** Values beside each other, rows under each other. */
function listWords(kindOf: KindOf, key: string, values: readonly unknown[]): string {
  const words = values.map((each) => valueWords(kindOf, key, each)).filter((each) => each !== '');
  return words.join(values.some(isRecord) ? '\n' : '、');
}

function rowWords(kindOf: KindOf, row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .map(([key, value]) => {
      const kind = kindOf(key);
      if (kind.kind === 'hidden') return '';
      return kind.kind === 'words' ? kind.words(row) : valueWords(kindOf, key, value);
    })
    .filter((each) => each !== '')
    .join(' · ');
}

function lastOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

function own(values: ValueKinds, key: string): ValueKind | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
