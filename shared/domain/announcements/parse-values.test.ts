import { describe, expect, it } from 'vitest';
import { aLine, recordContent } from '#test/builders/announcement-content.ts';
import { recordFacts, recordValues } from '#test/builders/announcement-record.ts';
import { anId } from '#test/builders/ids.ts';
import { missingFields, parseValues } from './parse-values.ts';
import { richTextOf } from './rich-text.ts';
import { templateOf } from './templates/index.ts';
import type { Values } from './values.ts';

const tender = templateOf('TENDER');

function wrongIn(template: typeof tender, values: Values): readonly (readonly [string, string])[] {
  const parsed = parseValues(template, values);
  return parsed.ok ? [] : (parsed.error.fields ?? []).map(({ path, code }) => [path, code] as const);
}

describe('values of a 招标公告', () => {
  it('may be missing or empty while it is a draft', () => {
    expect(parseValues(tender, {})).toEqual({ ok: true, value: {} });
    expect(wrongIn(tender, { projectName: '', requirement: null, docPrice: null })).toEqual([]);
  });

  it.each<readonly [string, Values, string]>([
    ['a field that the format does not have', { awards: [] }, 'unrecognized_keys'],
    ['a name of the prototype', { constructor: 'x' }, 'unrecognized_keys'],
    ['words of the format', { art22: 'x' }, 'unrecognized_keys'],
    ['what is made of other fields', { summary: 'x' }, 'unrecognized_keys'],
    ['too long a name', { projectName: 'x'.repeat(201) }, 'too_big'],
    ['a line break in a name', { projectName: 'a\nb' }, 'invalid_characters'],
    ['a sign that turns the direction of writing', { docPlace: 'a\u202eb' }, 'invalid_characters'],
    ['text for an amount', { budgetAmount: '100' }, 'invalid_type'],
    ['a day that does not exist', { docFrom: '2026-02-30' }, 'invalid_date'],
    ['a day for a time', { bidDeadline: '2026-03-24' }, 'invalid_format'],
    ['text for rich text', { requirement: 'x' }, 'invalid_type'],
    ['text for yes or no', { consortiumAllowed: '是' }, 'invalid_type'],
  ])('refuses %s', (_, values, code) => {
    expect(wrongIn(tender, values)).toEqual([[Object.keys(values)[0], code]]);
  });
});

describe('values of tables, choices and codes', () => {
  const correction = templateOf('CORRECTION');
  const line = { field: '', item: 'a', before: 'b', after: 'c', value: null };

  it('names a wrong cell by its line and column', () => {
    const corrections = [aLine('1', line), aLine('2', { ...line, item: 5, more: 'x' })];
    expect(wrongIn(correction, { corrections })).toEqual([
      ['corrections.1.item', 'invalid_type'],
      ['corrections.1.more', 'unrecognized_keys'],
    ]);
  });

  it('refuses the same line twice and a key that is none', () => {
    expect(wrongIn(correction, { corrections: [aLine('1', line), aLine('1', line)] })).toEqual([
      ['corrections', 'invalid_value'],
    ]);
    expect(wrongIn(correction, { corrections: [aLine('1', { ...line, field: '__proto__' })] })).toHaveLength(
      1,
    );
  });

  it('refuses what cannot be chosen', () => {
    expect(wrongIn(correction, { correctedItem: 'OTHER' })).toEqual([['correctedItem', 'invalid_value']]);
    expect(wrongIn(templateOf('CONTRACT'), { method: 'LOTTERY' })).toEqual([['method', 'unknown_code']]);
  });

  it('refuses a month that is none', () => {
    expect(wrongIn(templateOf('INTENTION'), { fromMonth: '2026-13' })).toEqual([
      ['fromMonth', 'invalid_format'],
    ]);
  });
});

describe('what is missing', () => {
  const facts = recordFacts('TENDER');

  it('is every required field in which nothing is', () => {
    const { docPlace: _, ...others } = recordValues('TENDER');
    const values = { ...others, requirement: richTextOf('  '), contactPerson: ' ' };
    expect(missingFields(tender, values, facts)).toEqual(['requirement', 'docPlace', 'contactPerson']);
  });

  it('asks for the agency where there is one', () => {
    const values = { ...recordValues('TENDER'), agencyName: null };
    expect(missingFields(tender, values, facts)).toEqual(['agencyName']);
    expect(missingFields(tender, values, { ...facts, agency: undefined })).toEqual([]);
  });

  it('asks for lines and for their cells', () => {
    const result = templateOf('RESULT');
    const { awards: _, ...others } = recordValues('RESULT');
    expect(missingFields(result, others, recordFacts('RESULT'))).toEqual(['awards']);
    const [award] = [
      aLine('rate', {
        section: anId('LOT-A'),
        lotNo: 'A',
        supplierName: '甲',
        supplierAddress: null,
        awardRate: '95%',
        score: '90',
      }),
    ];
    // A rate stands for the amount.
    expect(missingFields(result, { ...others, awards: [award] }, recordFacts('RESULT'))).toEqual([
      'awards.0.supplierAddress',
    ]);
  });

  it('asks for the items of what is bought', () => {
    const { goodsItems: _, ...content } = recordContent('RESULT');
    const values = { ...recordValues('RESULT'), ...content, goodsItems: null };
    const asked = (category: 'A' | 'C') =>
      missingFields(templateOf('RESULT'), values, {
        project: { category, method: 'OPEN_TENDER' },
        agency: undefined,
        sections: [],
      });
    expect([asked('A'), asked('C')]).toEqual([['goodsItems'], ['serviceItems']]);
  });

  it('is when and where responses are opened, of a 磋商 alone', () => {
    const template = templateOf('NEGOTIATION_NOTICE');
    const values = { ...recordValues('NEGOTIATION_NOTICE'), openTime: null, openPlace: null };
    const asked = (method: string) =>
      missingFields(template, values, { ...facts, project: { category: 'A', method } });
    expect(asked('COMPETITIVE_CONSULTATION')).toEqual(['openTime', 'openPlace']);
    expect([...asked('COMPETITIVE_NEGOTIATION'), ...asked('INQUIRY')]).toEqual([]);
  });

  it('is the score of a result by 综合评分法, the evaluated price of one by 最低评标价法', () => {
    const section = anId('LOT-A');
    const award = aLine('award', { section, supplierName: '甲', supplierAddress: '乙', awardAmount: 100 });
    const values = { ...recordValues('RESULT'), awards: [award] };
    const asked = (...methods: readonly (string | null)[]) =>
      missingFields(templateOf('RESULT'), values, {
        ...facts,
        sections: methods.map((evalMethod) => ({ sectionNo: 'A', smeReserved: false, evalMethod })),
      });
    expect(asked('COMPREHENSIVE_SCORE', 'COMPREHENSIVE_SCORE')).toEqual(['awards.0.score']);
    expect(asked('LOWEST_PRICE')).toEqual(['awards.0.reviewPrice']);
    expect([...asked('COMPREHENSIVE_SCORE', 'LOWEST_PRICE'), ...asked(null), ...asked()]).toEqual([]);
  });

  it('is the 中小企业声明函 of whoever won a reserved section, or says to have been favoured', () => {
    const { smeDeclaration: _, failedLots: __, ...won } = recordValues('RESULT');
    const result = { ...recordFacts('RESULT'), sections: facts.sections };
    const asked = (values: Values) => missingFields(templateOf('RESULT'), { ...won, ...values }, result);
    expect(asked({ smePolicyUsed: true })).toEqual(['smeDeclaration']);
    // Section A is reserved.
    expect(asked({ smePolicyUsed: false })).toEqual(['smeDeclaration']);
    const failed = (lotNo: string) => [aLine(lotNo, { lotNo, reason: '不足三家' })];
    expect(asked({ smePolicyUsed: false, failedLots: failed('A') })).toEqual([]);
    expect(asked({ smePolicyUsed: false, failedLots: failed('B') })).toEqual(['smeDeclaration']);
  });

  it('is code and address of an organisation that is punished, not of a person', () => {
    const values = { ...recordValues('PENALTY'), uscc: null, partyAddress: null };
    const asked = (partyKind: string | null) =>
      missingFields(templateOf('PENALTY'), { ...values, partyKind }, recordFacts('PENALTY'));
    expect(asked('ORGANISATION')).toEqual(['uscc', 'partyAddress']);
    expect(asked('PERSON')).toEqual([]);
    expect(asked(null)).toEqual(['partyKind']);
  });

  it('is the project of an inspection where it is of one', () => {
    const values = { ...recordValues('INSPECTION_RESULT'), projectNo: null, projectName: null };
    const asked = (project: typeof facts.project) =>
      missingFields(templateOf('INSPECTION_RESULT'), values, { ...facts, project });
    expect(asked(facts.project)).toEqual(['projectNo', 'projectName']);
    expect(asked(undefined)).toEqual([]);
  });

  it('is how many are invited where suppliers are drawn', () => {
    const template = templateOf('PREQUALIFICATION');
    const asked = (inviteRule: string) =>
      missingFields(template, { ...recordValues('PREQUALIFICATION'), inviteRule }, facts);
    expect([asked('ALL'), asked('RANDOM_N')]).toEqual([[], ['inviteNumber', 'inviteShort']]);
    expect(wrongIn(template, { inviteNumber: 2 })).toEqual([['inviteNumber', 'too_small']]);
    expect(wrongIn(template, { inviteNumber: 3.5 })).toEqual([['inviteNumber', 'invalid_type']]);
  });
});
