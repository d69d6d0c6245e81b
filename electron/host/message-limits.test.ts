import { describe, expect, it } from 'vitest';
import { checkMessage, limits } from './message-limits.ts';

const code = (value: unknown) => {
  const result = checkMessage(value);
  return result.ok ? 'ok' : result.error.code;
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

describe('a message of the window', () => {
  it.each([[{}], [null], ['text'], [{ a: [1, true, null, { b: undefined }] }], [Object.create(null)]])(
    '%j is taken',
    (value) => {
      expect(code(value)).toBe('ok');
    },
  );

  it.each([
    ['not a number', Number.NaN],
    ['infinite', { a: Number.POSITIVE_INFINITY }],
    ['a big integer', { a: 1n }],
    ['a function', { a: () => 1 }],
    ['a symbol', [Symbol('x')]],
    ['a date', { a: new Date(0) }],
    ['a map', new Map([[1, 2]])],
    ['bytes', new Uint8Array(3)],
    ['an object of a class', { a: new (class X {})() }],
    ['a prototype as a key', JSON.parse('{"a":{"__proto__":{"b":1}}}')],
  ])('%s is refused', (_name, value) => {
    expect(code(value)).toBe('invalid_input');
  });

  it('has a largest size, wherever the size is', () => {
    expect(code('x'.repeat(limits.size - 10))).toBe('ok');
    expect(code('x'.repeat(limits.size + 1))).toBe('too_large');
    expect(code({ a: ['x'.repeat(limits.size / 2), 'y'.repeat(limits.size / 2)] })).toBe('too_large');
    expect(code({ ['k'.repeat(limits.size)]: 1 })).toBe('too_large');
    expect(code(Array.from({ length: limits.values + 1 }, () => null))).toBe('too_large');
  });

  it('is not nested too deep, not even in a circle', () => {
    expect(code(nested(limits.depth))).toBe('ok');
    expect(code(nested(limits.depth + 1))).toBe('invalid_input');
    expect(code(nested(2000))).toBe('invalid_input');
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(code(circle)).toBe('invalid_input');
  });
});
