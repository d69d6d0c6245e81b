import { expect, it } from 'vitest';
import { z } from 'zod';
import { entity } from '#shared/domain/entity.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import { ParsedRows } from './parsed-rows.ts';

type Thing = { readonly id: string; readonly text: string };

function things() {
  let parsed = 0;
  const schema = z.strictObject({ id: z.string(), text: z.string() }).refine(() => {
    parsed += 1;
    return true;
  });
  const rows = new ParsedRows(entity<Thing>({ name: 'things', schema, scopes: () => [] }));
  return { rows, count: () => parsed };
}

const textOf = (id: string, size = 1) => JSON.stringify({ id, text: 'x'.repeat(size) });

it('parses the same text once, and another text of the same row anew', () => {
  const { rows, count } = things();
  expect(rows.parse(textOf('a'))).toEqual({ id: 'a', text: 'x' });
  expect(rows.parse(textOf('a'))).toEqual({ id: 'a', text: 'x' });
  expect(count()).toBe(1);
  expect(rows.parse(textOf('a', 2))).toEqual({ id: 'a', text: 'xx' });
  expect(count()).toBe(2);
});

it('forgets the oldest when it holds too much', () => {
  const { rows, count } = things();
  for (const id of ['a', 'b', 'c', 'd']) rows.parse(textOf(id, 1_000_000));
  expect(count()).toBe(4);
  rows.parse(textOf('d', 1_000_000));
  expect(count()).toBe(4);
  rows.parse(textOf('a', 1_000_000));
  expect(count()).toBe(5);
});

it('refuses a row of a newer program each time', () => {
  const { rows } = things();
  const newer = JSON.stringify({ id: 'a', text: 'x', more: 1 });
  expect(() => rows.parse(newer)).toThrow(UnreadableRow);
  expect(() => rows.parse(newer)).toThrow(UnreadableRow);
});
