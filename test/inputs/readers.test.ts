// The readers that forms, Excel and imports share, through the tables of odd inputs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatWan,
  formatYuan,
  maxFen,
  readQuantity,
  readWhole,
  wanToFen,
  yuanToFen,
} from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readTelephones, telephoneText } from '#shared/kernel/telephone.ts';
import { describeField } from '#shared/text/index.ts';
import { numberInputs } from './number.ts';
import { telephoneInputs } from './telephone.ts';

const valueIn = (read: Result<unknown>) => (read.ok ? read.value : null);
const title = (typed: string) => JSON.stringify(typed.slice(0, 40));

describe.each(numberInputs.map((input) => [title(input.typed), input.why, input] as const))(
  '%s (%s)',
  (_title, _why, { typed, yuan, wan, quantity, whole }) => {
    const reads = [yuanToFen(typed), wanToFen(typed), readQuantity(typed), readWhole(typed, 0, 1_000_000)];

    it('is read as a person reads it, or not at all', () => {
      expect(reads.map(valueIn)).toEqual([yuan, wan, quantity, whole]);
    });

    it('says what was seen where it is refused', () => {
      for (const read of reads) {
        const [field] = read.ok ? [] : (read.error.fields ?? []);
        if (field === undefined) continue;
        expect(describeField(field)).not.toMatch(/undefined|—|（[a-z_]+）/);
        expect(describeField(field).length).toBeLessThan(200);
      }
    });
  },
);

describe('amounts', () => {
  it('refused in words that show the blank and the comma', () => {
    const said = (typed: string) => {
      const read = yuanToFen(typed);
      return read.ok ? '' : describeField(read.error.fields?.[0] ?? { path: '', code: '' });
    };
    expect(said('100\t200')).toContain('“100⇥200”中间有空白');
    expect(said('100\n200')).toContain('“100⏎200”');
    expect(said('1,5')).toContain('“1,5”中的逗号不是千位分隔');
    expect(said('-5')).toContain('“-5”是负数');
    expect(said('\u202e001')).toContain('“[U+202E]001”不是一个数');
  });

  it('as they are shown are read as the same, with any marks around', () => {
    const mark = fc.constantFrom('', ' ', '\t', '\u202d', '\u202c', '\u200b', '\ufeff', '\u00a0');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxFen }), mark, mark, (amount, before, after) => {
        expect(valueIn(yuanToFen(before + formatYuan(amount) + after))).toBe(amount);
        expect(valueIn(yuanToFen(`${before}${formatWan(amount)}万元${after}`))).toBe(amount);
        expect(valueIn(wanToFen(before + formatWan(amount) + after))).toBe(amount);
      }),
    );
  });

  it('two of them are never one', () => {
    const one = fc.integer({ min: 0, max: 10 ** 9 }).map(formatYuan);
    fc.assert(
      fc.property(
        one,
        fc.constantFrom(' ', '\t', '\n', '\r\n', '\u00a0', '\u2009', '/', '+', '、'),
        one,
        (a, gap, b) => {
          expect(yuanToFen(`${a}${gap}${b}`).ok).toBe(false);
          expect(yuanToFen(`${a.slice(1)}${gap}${b.slice(1)}`).ok).toBe(false);
        },
      ),
    );
  });
});

describe('telephones', () => {
  it.each(telephoneInputs)('$typed', ({ typed, text, unread = false }) => {
    const read = readTelephones(typed);
    expect([read.text, read.unread.length > 0]).toEqual([text, unread]);
    // What has been brought into one form stays in it.
    expect(telephoneText(read.text)).toBe(read.text);
  });
});
