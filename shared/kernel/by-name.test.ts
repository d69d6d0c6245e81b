import { expect, it } from 'vitest';
import { byName } from './by-name.ts';

const items = [{ name: 'b' }, { name: 'a' }, { name: '__proto__' }];

it('finds by name, keeps the order, and knows nothing of prototypes', () => {
  const map = byName(items, ({ name }) => name);
  expect([...map.values()]).toEqual(items);
  expect(map.get('a')).toBe(items[1]);
  expect(map.get('__proto__')).toBe(items[2]);
  expect(map.get('constructor')).toBeUndefined();
});

it('refuses two of one name', () => {
  expect(() => byName([...items, { name: 'a' }], ({ name }) => name)).toThrow('declared twice: a');
});
