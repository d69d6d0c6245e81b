// Which numbers are kept out of what is published, and which are not taken for one.
import { expect, it } from 'vitest';
import { givesPrivateNumber } from './private-numbers.ts';

it.each([
  '身份证号410105199003071234',
  '41010519900307123X',
  '４１０１０５１９９００３０７１２３４',
  '410105 19900307 1234',
  '410105900307123',
  '电话13803740000',
  '138-0374-0000',
  '+86 138 0374 0000',
  '138\u200b03740000',
  '账号：41050168620800000123',
  '付至6222 0217 0200 1234 566',
])('%s is kept out', (text) => {
  expect(givesPrivateNumber(text)).toBe(true);
});

it.each([
  '联系电话0374-2961598',
  '400-810-8888',
  '91410000706784321X',
  '914100001234567890',
  '采购编号2026-03-04-0001',
  '共12345678901件',
  '合同编号HT-2026-001',
  '2026-10-12至2026-10-20',
  '',
])('%s may be published', (text) => {
  expect(givesPrivateNumber(text)).toBe(false);
});

it('an account that is known is kept out, however it is written', () => {
  expect(givesPrivateNumber('付至 411-000-1234', '4110001234')).toBe(true);
  expect(givesPrivateNumber('付至 411-000-1234', '')).toBe(false);
});
