// Every column that can be imported, through the table of its kind: it is read as the form reads it, or named as wrong; never as something else.
import { describe, expect, it } from 'vitest';
import { planColumns } from '#electron/app/excel/plans/plan-columns.ts';
import { readValue } from '#electron/app/excel/read-value.ts';
import { describeField } from '#shared/text/index.ts';
import { dateInputs } from './date.ts';
import { numberInputs } from './number.ts';
import { telephoneInputs } from './telephone.ts';
import { textInputs, wideCharacter } from './text.ts';

const nobody = { agencies: () => [], platforms: () => [] };
const columns = planColumns.map((column) => [column.name, column.takes] as const);
const everything = [...numberInputs, ...dateInputs, ...telephoneInputs, ...textInputs].map(
  ({ typed }) => typed,
);

describe.each(columns)('%s', (_name, takes) => {
  const read = (typed: string) => {
    const found = readValue(typed, takes, nobody);
    if (!found.ok) expect(describeField({ path: '', ...found })).not.toMatch(/undefined|（[a-z_]+）/);
    return found.ok ? found.value : null;
  };

  it('answers everything', () => {
    for (const typed of everything) read(typed);
  });

  if (takes.kind === 'money') {
    it.each(numberInputs)('reads $typed as the form does', ({ typed, yuan }) => {
      expect(read(typed)).toBe(yuan);
    });
  }
  if (takes.kind === 'quantity') {
    it.each(numberInputs)('reads $typed as the form does', ({ typed, quantity }) => {
      expect(read(typed)).toBe(quantity);
    });
  }
  if (takes.kind === 'whole') {
    it.each(numberInputs)('reads $typed as the form does', ({ typed, whole }) => {
      expect(read(typed)).toBe(whole);
    });
  }
  if (takes.kind === 'date') {
    it('reads no other day than was meant', () => {
      for (const { typed, day } of dateInputs) expect([day, null]).toContain(read(typed));
    });
  }
  if (takes.kind === 'telephone') {
    it.each(telephoneInputs.filter(({ text }) => text.length <= 50))('reads $typed', ({ typed, text }) => {
      expect(read(typed)).toBe(text);
    });
  }
  if (takes.kind === 'text' || takes.kind === 'telephone') {
    it('is never cut, and counts characters as people do', () => {
      const full = wideCharacter.repeat(takes.most);
      expect(read(full)).toBe(full);
      expect(read(full + wideCharacter)).toBeNull();
    });
  }
});
