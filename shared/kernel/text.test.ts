import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigrams, cleanText, normaliseNumber, normaliseText } from './text.ts';

describe('cleaning', () => {
  it('takes out what nobody sees and keeps Chinese punctuation', () => {
    expect(cleanText('\u202e 许昌市（示例）\u200b：\u0000设备采购\ufeff ')).toBe('许昌市（示例）：设备采购');
    expect(cleanText('一\r\n二\r三\t四')).toBe('一\n二\n三\t四');
    expect(cleanText('示例\ud800')).toBe('示例');
    expect(cleanText('\u{20bb7}野')).toBe('\u{20bb7}野');
  });

  it('makes full-width and compatibility forms plain for comparing', () => {
    expect(normaliseText('　ＬＥＤ显示屏（示例）①')).toBe('LED显示屏(示例)1');
  });

  it('changes nothing the second time', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, (value) => {
        expect(cleanText(cleanText(value))).toBe(cleanText(value));
        expect(normaliseText(normaliseText(value))).toBe(normaliseText(value));
        expect(normaliseText(value)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers of projects', () => {
  it.each([
    ['ZFCG-G2020001-1号', 'ZFCG-G2020001-1'],
    ['ＺＦＣＧ－Ｇ2020001—1 号', 'ZFCG-G2020001-1'],
    ['zfcg–g2020001−1', 'ZFCG-G2020001-1'],
    ['许财招标采购-2020-12', '许财招标采购-2020-12'],
    ['[230225]CQXMGL〔GK〕20260003-1', '[230225]CQXMGL[GK]20260003-1'],
    ['号', ''],
  ])('%s', (number, expected) => {
    expect(normaliseNumber(number)).toBe(expected);
  });
});

describe('search terms', () => {
  it.each([
    ['许昌市', ['许昌', '昌市']],
    ['屏', ['屏']],
    ['ＬＥＤ屏', ['le', 'ed', 'd屏']],
    ['办公桌、椅 A4', ['办公', '公桌', '椅', 'a4']],
    ['许财-2026', ['许财', '20', '02', '26']],
    ['\u{20bb7}野家', ['\u{20bb7}野', '野家']],
    ['', []],
    ['——！', []],
  ])('%s', (text, expected) => {
    expect(bigrams(text)).toEqual(expected);
  });

  it('contain those of every word inside', () => {
    const words = fc.array(fc.constantFrom(...'许昌市政府采购中心ab12'), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(17), fc.integer({ min: 2, max: 6 }), (characters, from, length) => {
        const word = characters.slice(from, from + length).join('');
        fc.pre(word.length >= 2);
        expect(bigrams(characters.join(''))).toEqual(expect.arrayContaining(bigrams(word)));
      }),
    );
  });
});
