import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { humanRoles } from '#shared/domain/actor.ts';
import { commands } from '#shared/domain/registry.ts';
import { inputLines, labelOf, valueWords } from './input-words.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** An input in which every field is filled in with something. */
function sampleOf(schema: Schema): unknown {
  const { properties, anyOf, oneOf } = schema;
  if (properties !== undefined) {
    return Object.fromEntries(
      Object.entries(properties).map(([key, part]) => [
        key,
        typeof part === 'boolean' ? part : sampleOf(part),
      ]),
    );
  }
  const [first] = anyOf ?? oneOf ?? [];
  return first === undefined ? 'x' : sampleOf(first);
}

const pairs = (command: string, input: unknown) =>
  inputLines(command, input).map(({ label, words }) => `${label}：${words}`);

describe('the input of a command in words', () => {
  it('names what a new plan holds, and leaves out what is empty', () => {
    const content = {
      fiscalYear: 2026,
      projectName: '电梯采购',
      category: 'A',
      budgetAmount: 123_456_700,
      importAllowed: false,
      supervisingUnit: '',
      platformId: null,
      items: [
        {
          id: 'x',
          catalogEdition: '2022',
          catalogCode: null,
          name: '电梯',
          qty: '2',
          unit: '台',
          unitPrice: null,
          amount: 500,
        },
      ],
    };
    expect(pairs('plans.create', { id: '0190', content })).toEqual([
      '财政年度：2026',
      '项目名称：电梯采购',
      '项目类别：货物',
      '预算金额：¥1,234,567.00',
      '是否采购进口产品：否',
      '采购品目：电梯 · 2 · 台 · ¥5.00',
    ]);
  });

  it('shows a change with what was before', () => {
    const input = { id: '0190', changes: [{ field: 'contact', from: '', to: '李四' }] };
    expect(inputLines('plans.edit', input)).toEqual([
      { path: 'changes.0.to', label: '联系人', words: '李四', before: '（空）' },
    ]);
  });

  it('reads an announcement in the words of its format', () => {
    const content = { bidDeadline: '2026-03-24T09:00', docPrice: 30_000, consortiumAllowed: false };
    const input = {
      id: '0190',
      type: 'TENDER',
      projectId: 'p',
      targetId: null,
      sectionIds: ['a', 'b'],
      content,
    };
    expect(pairs('announcements.create', input)).toEqual([
      '公告类型：招标公告',
      '标段：2个标段',
      '投标截止/开标时间：2026年3月24日 09:00（北京时间）',
      '售价：¥300.00',
      '本项目（是/否）接受联合体投标：否',
    ]);
    const changes = [{ field: 'docPrice', from: null, to: 30_000 }];
    expect(inputLines('announcements.edit', { id: '0190', changes })).toEqual([
      { path: 'changes.0.to', label: '售价', words: '¥300.00', before: '（空）' },
    ]);
    expect(labelOf('announcements.submit', 'bidDeadline')).toBe('投标截止/开标时间');
  });

  it('speaks of what the administrator keeps', () => {
    expect(pairs('settings.set', { key: 'plans.intentionDays', value: 30 })).toEqual([
      '采购意向提前公开天数：30',
    ]);
    expect(
      pairs('accounts.save', {
        account: { id: '0190', username: 'li.si', role: 'agency', regionCodes: ['411000'] },
      }),
    ).toEqual(['用户名：li.si', '岗位：采购代理机构', '负责的行政区划：许昌市']);
  });

  it('gives the id of an organisation to be named', () => {
    expect(inputLines('accounts.save', { account: { organisationId: 'o-1' } })[0]).toMatchObject({
      label: '所属单位',
      organisation: 'o-1',
    });
  });

  it('has a name for fields of rules too', () => {
    expect(labelOf('plans.submit', 'items.0.qty')).toBe('采购品目第1行 · 数量');
    expect(labelOf('plans.return', 'reason')).toBe('原因');
    expect(labelOf('announcements.return', 'reason')).toBe('原因');
    expect(labelOf('announcements.approve', 'note')).toBe('意见');
  });

  it('has a name for every field of what people do', () => {
    const people: ReadonlySet<string> = new Set(humanRoles);
    const filled = [...commands.values()].filter(
      ({ name, access }) => name !== 'settings.set' && access.roles.some((role) => people.has(role)),
    );
    expect(filled.length).toBeGreaterThan(15);
    const lines = filled.flatMap(({ name, input }) =>
      inputLines(name, sampleOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }))).map(
        ({ label }) => `${name}: ${label}`,
      ),
    );
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.filter((line) => /[A-Za-z]{3}/.test(line.replace(/^.*?: /, '')))).toEqual([]);
  });

  it('keeps what it does not know readable', () => {
    expect(valueWords('method', 'NO_SUCH')).toBe('NO_SUCH');
    expect(inputLines('no.such', 'text')).toMatchObject([{ words: 'text' }]);
    expect(inputLines('no.such', null)).toEqual([]);
  });
});
