import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidUscc, normaliseUscc, usccProblem } from './uscc.ts';

const real = ['9144030071526726XG', '91330100799655058B', '91110000802100433B'];
const fictional = ['11411000005712349F', '124110004188812399', '91411000MA3X12345A'];

describe('统一社会信用代码', () => {
  it.each([...real, ...fictional])('%s is valid', (code) => {
    expect(isValidUscc(code)).toBe(true);
  });

  it.each([
    ['91330100799655058A', 'check'],
    ['9133010079965505OB', 'character'],
    ['91330100799655058', 'length'],
    ['91330100799655058BB', 'length'],
    ['', 'length'],
    ['９１３３０１００７９９６５５０５８Ａ', 'check'],
    ['9133010079965505中B', 'character'],
  ])('%s: %s', (code, problem) => {
    expect(usccProblem(code)).toBe(problem);
    expect(isValidUscc(code)).toBe(false);
  });

  it('reads codes as notices print them', () => {
    expect(normaliseUscc(' ９１３３０１００ 79965505 8b\u3000')).toBe('91330100799655058B');
    expect(isValidUscc(' ９１３３０１００ 79965505 8b\u3000')).toBe(true);
  });

  it('finds a wrong inner check character even when the last one was recomputed', () => {
    // 91330100799655058B with the embedded code 79965505-8 turned into 79965505-9, and the last character made to fit.
    const forged = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => `91330100799655059${last}`);
    expect(forged.filter(isValidUscc)).toEqual([]);
  });

  it('finds every single wrong character', () => {
    const symbols = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.constantFrom(...real, ...fictional),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...symbols),
        (code, index, symbol) => {
          fc.pre(code.charAt(index) !== symbol);
          expect(usccProblem(code.slice(0, index) + symbol + code.slice(index + 1))).toBe('check');
        },
      ),
      { numRuns: 500 },
    );
  });
});
