import { expect, it } from 'vitest';
import { toneOf } from './status-tones.ts';

const tones = { 'things.status': { open: 'waiting' } } as const;

it('are looked up among what was handed in, and nowhere else', () => {
  expect(toneOf(tones, 'things.status', 'open')).toBe('waiting');
  expect(toneOf(tones, 'things.status', 'of a newer version')).toBeUndefined();
  expect(toneOf(tones, 'things.status', 'constructor')).toBeUndefined();
  expect(toneOf(tones, 'constructor', 'name')).toBeUndefined();
});
