// The input of any command in words: every filled-in value with its Chinese label, codes by their names, amounts in yuan. It knows commands by
// their labels alone, so that what comes with a later module is readable here without a change.
import { catalogueEntry } from '#shared/codes/catalogue.ts';
import { type CodeTable, codeName } from '#shared/codes/code-table.ts';
import { codeTables } from '#shared/codes/tables.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { appText, fieldLabel, fileSize, hasLabel, label, outboxText } from '#shared/text/index.ts';
import {
  announcementField,
  announcementLines,
  announcementValue,
  isOfAnnouncements,
} from './announcement-words.ts';

/** `organisation`: the id of one, to be shown by its name. `before`: what a changed field was. */
export type InputLine = {
  readonly path: string;
  readonly label: string;
  readonly words: string;
  readonly organisation?: string;
  readonly before?: string;
};

/** Which table a code is of, by the field's name. */
export const tableOfKey: ReadonlyMap<string, CodeTable> = new Map<string, CodeTable>([
  ['regionCode', codeTables.regions],
  ['regionCodes', codeTables.regions],
  ['category', codeTables.projectCategories],
  ['method', codeTables.procurementMethods],
  ['methodReasonCode', codeTables.methodReasons],
  ['orgForm', codeTables.organisationForms],
  ['smeMode', codeTables.smeReserveModes],
  ['smeExemptReason', codeTables.smeReserveExemptions],
  ['smeIndustry', codeTables.smeIndustries],
  ['evalMethod', codeTables.evaluationMethods],
  ['greenPolicies', codeTables.greenPolicies],
  ['source', codeTables.fundSources],
  ['agencyKind', codeTables.agencyKinds],
]);
export const amountKeys: ReadonlySet<string> = new Set([
  'budgetAmount',
  'ceilingPrice',
  'smeAmount',
  'smeSmallAmount',
  'unitPrice',
  'amount',
  'budget',
  'reserve',
  'ceiling',
]);
/** Values that have labels of their own: `plans.filePurpose.other`, `roles.agency`. */
const labelGroups: ReadonlyMap<string, string> = new Map([
  ['purpose', 'plans.filePurpose'],
  ['role', 'roles'],
  ['kind', 'organisations.kind'],
]);
const organisationKeys: ReadonlySet<string> = new Set(['agencyId', 'organisationId', 'purchaserId']);
/** Names of rows and of technical things that say nothing to a reader. */
const silentKeys: ReadonlySet<string> = new Set([
  'id',
  'sha256',
  'mediaType',
  'catalogEdition',
  'acknowledged',
  'commandId',
  'projectId',
  'ofMsgId',
]);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function inputLines(command: string, input: unknown): readonly InputLine[] {
  if (command === 'plans.edit' || command === 'announcements.edit') return changeLines(command, input);
  if (command === 'announcements.create' && isRecord(input)) return announcementLines(input);
  if (command === 'settings.set' && isRecord(input)) {
    const key = String(input['key']);
    return [{ path: 'value', label: label(`settings.${key}`), words: valueWords(key, input['value']) }];
  }
  return walk(command, '', input);
}

/** The label of a path, in the command's own words; the path itself where there are none. */
export function labelOf(command: string, path: string): string {
  const module = command.split('.')[0] ?? '';
  const announced = isOfAnnouncements(command) ? announcementField(path) : undefined;
  if (announced !== undefined) return announced;
  const last = path.split('.').at(-1) ?? path;
  const candidates = [fieldLabel(module, path), fieldLabel(`${module}.content`, path), fieldLabel('', path)];
  // What is not known stays as it is in the sources: words of letters are no label.
  const known = candidates.find((words) => words !== '' && !/[A-Za-z]{3}/.test(words));
  return known ?? (hasLabel(last) ? label(last) : path);
}

/** The value of a field of the content, in the words of its module; '' for what is not filled in. */
export function fieldWords(command: string, field: string, value: unknown): string {
  return isOfAnnouncements(command) ? announcementValue(field, value) : valueWords(field, value);
}

/** '' for what is not filled in. */
export function valueWords(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? appText.common.yes : appText.common.no;
  if (typeof value === 'number') return numberWords(key, value);
  if (Array.isArray(value)) return listWords(key, value);
  if (isRecord(value)) return rowWords(value);
  const text = String(value);
  const group = labelGroups.get(key);
  if (group !== undefined && hasLabel(`${group}.${text}`)) return label(`${group}.${text}`);
  const table = tableOfKey.get(key);
  return table === undefined ? text : (codeName(table, text) ?? text);
}

function numberWords(key: string, value: number): string {
  if (amountKeys.has(key)) return formatYuan(value);
  return key === 'size' ? fileSize(value) : String(value);
}

/** Values beside each other, rows under each other. */
function listWords(key: string, values: readonly unknown[]): string {
  const words = values.map((each) => valueWords(key, each)).filter((each) => each !== '');
  return words.join(values.some(isRecord) ? '\n' : '、');
}

function rowWords(row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .filter(([key]) => !silentKeys.has(key))
    .map(([key, value]) => (key === 'catalogCode' ? catalogueWords(row) : valueWords(key, value)))
    .filter((each) => each !== '')
    .join(' · ');
}

function catalogueWords({ catalogEdition, catalogCode }: Readonly<Record<string, unknown>>): string {
  if (typeof catalogCode !== 'string') return '';
  if (catalogEdition !== '2013' && catalogEdition !== '2022') return catalogCode;
  return [catalogCode, catalogueEntry(catalogEdition, catalogCode)?.name ?? ''].join(' ').trim();
}

function walk(command: string, path: string, value: unknown): readonly InputLine[] {
  const key = path.split('.').at(-1) ?? '';
  if (silentKeys.has(key)) return [];
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([name, part]) =>
      walk(command, path === '' ? name : `${path}.${name}`, part),
    );
  }
  const words = valueWords(key, value);
  if (words === '') return [];
  return [{ path, label: labelOf(command, path), words, ...organisationIn(key, value) }];
}

function changeLines(command: string, input: unknown): readonly InputLine[] {
  const changes = isRecord(input) && Array.isArray(input['changes']) ? input['changes'] : [];
  return changes.flatMap((change: unknown, index) => {
    if (!isRecord(change) || typeof change['field'] !== 'string') return [];
    const { field } = change;
    return [
      {
        path: `changes.${index}.to`,
        label: labelOf(command, field),
        words: fieldWords(command, field, change['to']) || outboxText.blank,
        before: fieldWords(command, field, change['from']) || outboxText.blank,
        ...organisationIn(field, change['to']),
      },
    ];
  });
}

function organisationIn(key: string, value: unknown): { readonly organisation?: string } {
  return organisationKeys.has(key) && typeof value === 'string' ? { organisation: value } : {};
}
