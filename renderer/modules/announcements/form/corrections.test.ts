// 更正内容: a field of the corrected announcement, what it says now and what it is to say.
import { describe, expect, it } from 'vitest';
import { effectiveValues } from '#shared/domain/announcements/effective.ts';
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import { anId } from '#test/builders/ids.ts';
import { afterOf, beginLine, correctableFields, otherField } from './corrections.ts';
import { earliestValue } from './earliest-value.ts';

const template = templateOf('TENDER');
const values: Values = {
  bidDeadline: '2026-03-24T09:00',
  docPrice: 30_000,
  bidPlace: '一楼',
  specialQualification: richTextOf('无'),
};
const corrected = { template, values };
const fieldNamed = (key: string) => {
  const field = fieldsOf(template).find((each) => each.key === key);
  if (field === undefined) throw new Error(`the format has no ${key}`);
  return field;
};

it('fields of the format itself, tables and files are not chosen', () => {
  const keys = correctableFields(corrected).map(({ key }) => key);
  expect(keys).toContain('bidDeadline');
  expect(keys).not.toContain('art22');
  expect(keys).not.toContain('summary');
  expect(correctableFields(null)).toEqual([]);
});

it('nor is who is invited, and how they were chosen', () => {
  const invitation = correctableFields({ template: templateOf('TENDER_INVITATION'), values: {} });
  const keys = invitation.map(({ key }) => key);
  expect(keys).toContain('bidDeadline');
  for (const key of ['inviteSource', 'inviteNumber', 'drawAt', 'drawPlace']) expect(keys).not.toContain(key);
});

describe('a line', () => {
  it('begins with what the field says now', () => {
    expect(beginLine('bidDeadline', corrected)).toEqual({
      field: 'bidDeadline',
      item: '投标截止/开标时间',
      before: '2026年3月24日 09:00（北京时间）',
      after: '',
      value: null,
    });
    expect(beginLine('docHow', corrected)['before']).toBe('无');
    expect(beginLine(otherField, corrected)).toMatchObject({ field: '', before: '' });
  });

  it('calls a field of an earlier format as it is called today', () => {
    const before = templateOf('TENDER', 1);
    if (before === undefined) throw new Error('notices of the first version stand published');
    const item = (key: string) => beginLine(key, { template: before, values })['item'];
    expect(fieldsOf(before).find(({ key }) => key === 'ceilingPrice')?.label).toBe('最高限价（如有）');
    expect([item('ceilingPrice'), item('consortiumAllowed')]).toEqual(['最高限价', '是否接受联合体投标']);
    // So short a name says nothing without its section.
    expect(item('docHow')).toBe('获取招标文件 · 方式');
  });

  it('says a new value in words, and as the field holds it', () => {
    expect(afterOf(fieldNamed('docPrice'), 50_000)).toEqual({ after: '¥500.00', value: 50_000 });
    expect(afterOf(fieldNamed('bidPlace'), '二楼')).toEqual({ after: '二楼', value: null });
    expect(afterOf(fieldNamed('bidDeadline'), null)).toEqual({ after: '', value: null });
  });

  it('is what holds from its publication on', () => {
    const line = (key: string, value: string | number) => ({
      id: anId(key),
      cells: { ...beginLine(key, corrected), ...afterOf(fieldNamed(key), value) },
    });
    const frozen = {
      values: {
        corrections: [
          line('bidDeadline', '2026-03-31T09:00'),
          line('bidPlace', '二楼'),
          line('specialQualification', '甲级'),
        ],
      },
    };
    expect(effectiveValues(values, [{ frozen }])).toEqual({
      ...values,
      bidDeadline: '2026-03-31T09:00',
      bidPlace: '二楼',
      specialQualification: richTextOf('甲级'),
    });
  });
});

it('the earliest day keeps the hour that stands there', () => {
  expect(earliestValue('date', '2026-03-24', '2026-01-01')).toBe('2026-03-24');
  expect(earliestValue('time', '2026-03-24', '2026-01-01T14:30')).toBe('2026-03-24T14:30');
  expect(earliestValue('time', '2026-03-24', undefined)).toBe('2026-03-24T09:00');
});
