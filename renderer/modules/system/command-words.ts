// What stands in the fields of the commands of what the administrator keeps.
import { type CommandWords, type FieldWords, kinds } from '#renderer/app/command-words.ts';
import { codeTables } from '#shared/codes/tables.ts';
import { label } from '#shared/text/index.ts';
import { patternName } from './administration/number-rows.ts';
import { settingWords } from './administration/setting-words.ts';

export const systemCommandWords: readonly CommandWords[] = [
  {
    of: 'organisations',
    values: {
      kind: kinds.label('organisations.kind'),
      regionCode: kinds.code(codeTables.regions),
      agencyKind: kinds.code(codeTables.agencyKinds),
    },
  },
  {
    of: 'accounts',
    values: {
      role: kinds.label('roles'),
      organisationId: kinds.organisation,
      regionCodes: kinds.code(codeTables.regions),
    },
  },
  { of: 'settings', values: { key: kinds.hidden }, field: settingField },
  { of: 'holidays', values: { year: kinds.integer } },
  { of: 'numberPatterns', field: patternField },
  { of: 'platforms', values: { regionCode: kinds.code(codeTables.regions) } },
];

/** What a value is, the key beside it says. */
function settingField(_command: string, path: string, input: unknown): FieldWords | undefined {
  if (path.split('.')[0] !== 'value') return undefined;
  const key = typeof input === 'object' && input !== null && 'key' in input ? String(input.key) : '';
  return { label: label(`settings.${key}`), words: (value) => settingWords(key, value) };
}

/** Which kind of number and which region it is for, the id beside it says. */
function patternField(_command: string, path: string, input: unknown): FieldWords | undefined {
  if (path !== 'pattern') return undefined;
  const id = typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : '';
  return { label: patternName(id), words: String };
}
