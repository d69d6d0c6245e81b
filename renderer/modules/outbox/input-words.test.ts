// How an input is read, with a module made up for it. What the modules say is asked of all of them together in `renderer/app/modules.test.ts`.
import { describe, expect, it } from 'vitest';
import { type CommandWords, kinds } from '#renderer/app/command-words.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { type InputWords, inputWords } from './input-words.ts';

const things: CommandWords = {
  of: 'plans',
  values: {
    method: kinds.code(procurementMethods),
    amount: kinds.amount,
    role: kinds.label('roles'),
    edition: kinds.hidden,
    code: kinds.words(({ edition, code }) => `${String(edition)}/${String(code)}`),
    agencyId: kinds.organisation,
  },
  field: (command, path, input) =>
    command === 'plans.keep' && path === 'special'
      ? { label: '专栏', words: (value) => `${String(value)} ${Object.keys(input ?? {}).length}` }
      : undefined,
};
const read = (command: string, input: unknown): InputWords => inputWords([things], command, input);
const pairs = (command: string, input: unknown) =>
  read(command, input)
    .lines()
    .map(({ label, words }) => `${label}：${words}`);

describe('an input in words', () => {
  it('has rows under each other, without what says nothing', () => {
    const items = [
      { id: 'x', edition: '2022', code: 'A02', name: '电梯', amount: 500, qty: null },
      { id: 'y', edition: '2013', code: 'B01', name: '', amount: 0, qty: '2' },
    ];
    expect(pairs('plans.keep', { id: '0190', content: { items } })).toEqual([
      '采购品目：2022/A02 · 电梯 · ¥5.00\n2013/B01 · ¥0.00 · 2',
    ]);
  });

  it('has codes and labels by their names, and what it does not know as it is', () => {
    const { wordsOf } = read('plans.keep', {});
    expect(wordsOf('role', 'agency')).toBe('采购代理机构');
    expect(wordsOf('role', 'no_such')).toBe('no_such');
    expect(wordsOf('method', 'NO_SUCH')).toBe('NO_SUCH');
    expect(wordsOf('method', '')).toBe('');
    expect(wordsOf('constructor', 'text')).toBe('text');
    expect(read('no.such', 'text').lines()).toMatchObject([{ words: 'text' }]);
    expect(read('no.such', null).lines()).toEqual([]);
  });

  it('has a module’s own words for a field, with all that was sent', () => {
    expect(pairs('plans.keep', { special: { deep: 1 }, phone: '1' })).toEqual([
      '专栏：[object Object] 2',
      '联系电话：1',
    ]);
    expect(pairs('plans.other', { special: 'x' })).toEqual(['special：x']);
  });

  it('gives the id of an organisation to be named, also in a change', () => {
    expect(read('plans.keep', { agencyId: 'o-1' }).lines()).toMatchObject([{ organisation: 'o-1' }]);
    const changes = [{ field: 'agencyId', from: null, to: 'o-1' }];
    expect(read('plans.edit', { id: '0190', changes }).lines()).toEqual([
      {
        path: 'changes.0.to',
        label: '代理机构',
        words: 'o-1',
        before: '（空）',
        organisation: 'o-1',
      },
    ]);
  });
});
