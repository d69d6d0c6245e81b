import { expect, it } from 'vitest';
import { jsonSchema } from './json.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it('lets JSON through as it is', () => {
  const value = { a: [1, 'x', null, true, { b: [] }] };
  expect(jsonSchema.parse(value)).toEqual(value);
  expect(jsonSchema.safeParse(nested(32)).success).toBe(true);
});

it('refuses what is nested too deep with a code, however deep it is', () => {
  for (const depth of [40, 5_000, 100_000]) {
    const refused = jsonSchema.safeParse(nested(depth));
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(['too_deep']);
  }
});

it('takes a long list without running out of stack', () => {
  expect(jsonSchema.safeParse(Array.from({ length: 300_000 }, () => 1)).success).toBe(true);
});
