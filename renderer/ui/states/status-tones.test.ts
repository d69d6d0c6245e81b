import { expect, it } from 'vitest';
import { labels } from '#shared/text/zh-CN/labels.ts';
import { toneOf } from './status-tones.ts';

const states = [...labels.keys()].flatMap((key) => {
  const match = /^((?:plans|projects|announcements|sections)\.(?:status|push))\.(\w+)$/.exec(key);
  return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
});

it('are asked for', () => {
  expect(states.length).toBeGreaterThan(25);
});

it.each(states)('%s.%s has a tone', (of, status) => {
  expect(toneOf(of, status)).toBeDefined();
});
