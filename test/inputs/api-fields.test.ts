// Every field of every command, query and exchange message, found in their schemas, through the tables of odd inputs: what is accepted is what was sent, what is refused
// has a code with words.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { messageTypes } from '#shared/contract/exchange.ts';
import { queries } from '#shared/contract/ipc.ts';
import { commands } from '#shared/domain/registry.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { lengthOf } from '#shared/kernel/text.ts';
import { describeField } from '#shared/text/index.ts';
import { dateInputs } from './date.ts';
import { type DeclaredField, declaredFields, type FieldKind } from './declared-fields.ts';
import { numberInputs } from './number.ts';
import { textInputs, wideCharacter } from './text.ts';

const commandFields = [...commands.values()].flatMap(({ name, input }) => declaredFields(name, input));
const queryFields = Object.entries(queries).flatMap(([name, { input }]) => declaredFields(name, input));
const messageFields = [...messageTypes].flatMap(([name, { body }]) => declaredFields(name, body));
const fields = [...commandFields, ...queryFields, ...messageFields];
/** What people and other systems write; of a query, the rest are paths and tokens. */
const written = [...commandFields, ...messageFields];
const typedTexts = [
  ...numberInputs.map(({ typed }) => typed),
  ...dateInputs.map(({ typed }) => typed),
  ...textInputs.map(({ typed }) => typed),
];

const of = (kind: FieldKind, among: readonly DeclaredField[] = fields) =>
  among.filter((field) => field.kind === kind).map((field) => [field.path, field] as const);

/** The codes of a refusal, each of which has words; undefined when it is accepted, as it was sent. */
function refusal(schema: z.ZodType, sent: unknown): readonly string[] | undefined {
  const parsed = schema.safeParse(sent);
  if (parsed.success) {
    expect(parsed.data).toEqual(sent);
    return undefined;
  }
  const wrong = invalidInput(parsed.error.issues).fields ?? [];
  for (const field of wrong) expect(describeField(field)).not.toMatch(/undefined|（[a-z_]+）/);
  return wrong.map(({ code }) => code);
}

it('fields of each kind are found', () => {
  const found = (kind: FieldKind) => of(kind, commandFields).map(([path]) => path);
  expect(found('text')).toContain('plans.create.content.projectName');
  expect(found('text')).toContain('organisations.save.organisation.phone');
  expect(found('amount')).toContain('plans.create.content.items.[].unitPrice');
  expect(found('quantity')).toContain('plans.create.content.items.[].qty');
  expect(found('whole')).toContain('plans.create.content.priceWeight');
  expect(found('date')).toContain('plans.create.content.plannedStart');
  expect(of('text', messageFields).map(([path]) => path)).toContain('section.push.sections.[].content.name');
  expect(of('text', queryFields).map(([path]) => path)).toContain('search.query.text');
});

describe('texts', () => {
  it.each(of('text', written))('%s counts characters as people do', (_path, { schema, limit = 0 }) => {
    expect(refusal(schema, wideCharacter.repeat(limit))).toBeUndefined();
    expect(refusal(schema, '字'.repeat(limit))).toBeUndefined();
    for (const character of [wideCharacter, '字']) {
      const parsed = schema.safeParse(character.repeat(limit + 1));
      expect(parsed.success ? undefined : invalidInput(parsed.error.issues).fields).toMatchObject([
        { code: 'too_big', params: { most: limit } },
      ]);
    }
  });

  it.each(of('text', written))('%s keeps what it is sent, or refuses it', (_path, { schema, limit = 0 }) => {
    for (const { typed, refused } of textInputs) {
      const codes = refusal(schema, typed);
      if (refused !== undefined) expect(codes).toContain(refused);
      // Where no rule of the field itself speaks against it.
      else if (codes !== undefined) expect(lengthOf(typed) > limit || codes[0] !== 'too_big').toBe(true);
    }
    for (const typed of typedTexts) refusal(schema, typed);
  });
});

describe('amounts and whole numbers', () => {
  const numbers = [...of('amount'), ...of('whole')];

  it.each(numbers)('%s takes no text for a number', (_path, { schema }) => {
    for (const typed of typedTexts) expect(refusal(schema, typed)).toBeDefined();
  });

  it.each(of('amount'))('%s is a whole number of fen', (_path, { schema }) => {
    for (const sent of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1e308]) {
      expect(refusal(schema, sent)).toBeDefined();
    }
  });
});

it.each(of('quantity'))('%s takes a quantity in its one form alone', (_path, { schema }) => {
  for (const { typed, quantity } of numberInputs) {
    if (refusal(schema, typed) === undefined) expect(Number(typed)).toBe(Number(quantity));
  }
});

it.each(of('date'))('%s takes a day in its one form alone', (_path, { schema }) => {
  for (const { typed, day } of dateInputs) {
    expect(refusal(schema, typed) === undefined).toBe(typed === day);
  }
});
