import { describe, expect, it } from 'vitest';
import { type Choice, type Conflict, othersIn, resolve } from './conflict.ts';

const conflictOf = (path: string, mine: unknown, theirs: unknown): Conflict => ({
  path,
  base: 'before',
  mine,
  mineAt: 1,
  theirs,
  theirAuthor: 'colleague',
  theirAt: 2,
});
const input = {
  id: 'plan',
  changes: [
    { field: 'projectName', from: 'before', to: 'my name' },
    { field: 'contact', from: 'before', to: 'my contact' },
    { field: 'phone', from: '', to: '0374-1234567' },
  ],
};
const conflicts = [
  conflictOf('projectName', 'my name', 'their name'),
  conflictOf('contact', 'my contact', 'their contact'),
];
const choose = (...choices: readonly (readonly [string, Choice])[]) =>
  resolve(input, conflicts, new Map(choices));

describe('a conflict', () => {
  it('is open until every field is chosen', () => {
    expect(choose()).toEqual({ kind: 'unfinished', left: 2 });
    expect(choose(['contact', 'mine'])).toEqual({ kind: 'unfinished', left: 1 });
  });

  it('sends what I keep upon what stands now, and the rest as it was', () => {
    expect(choose(['projectName', 'mine'], ['contact', 'theirs'])).toEqual({
      kind: 'resubmit',
      input: {
        id: 'plan',
        changes: [
          { field: 'projectName', from: 'their name', to: 'my name' },
          { field: 'phone', from: '', to: '0374-1234567' },
        ],
      },
    });
  });

  it('with everything of theirs sends nothing but what was never in question', () => {
    const theirs = new Map<string, Choice>([
      ['projectName', 'theirs'],
      ['contact', 'theirs'],
    ]);
    expect(resolve(input, conflicts, theirs)).toEqual({
      kind: 'resubmit',
      input: { id: 'plan', changes: [{ field: 'phone', from: '', to: '0374-1234567' }] },
    });
    const alone = { id: 'plan', changes: input.changes.slice(0, 2) };
    expect(resolve(alone, conflicts, theirs)).toEqual({ kind: 'theirs' });
  });

  it('counts the fields nobody else has changed', () => {
    expect(othersIn(input, conflicts)).toBe(1);
  });

  it('is not guessed at for what is no edit', () => {
    expect(resolve({ id: 'plan' }, conflicts, new Map())).toBeUndefined();
    expect(resolve(null, conflicts, new Map())).toBeUndefined();
  });
});
