import { expect, it } from 'vitest';
import { messageTypes } from '#shared/contract/exchange.ts';
import { systemText } from '#shared/text/index.ts';
import { codeWords, mayResend } from './exchange-words.ts';

it('offers to send again what did not arrive or was refused unread, and nothing else', () => {
  expect(mayResend({ state: 'dead', answer: null })).toBe(true);
  expect(mayResend({ state: 'dead', answer: 'held' })).toBe(true);
  expect(mayResend({ state: 'rejected', answer: null })).toBe(true);
  expect(mayResend({ state: 'rejected', answer: 'rejected' })).toBe(false);
  expect(mayResend({ state: 'accepted', answer: 'accepted' })).toBe(false);
  expect(mayResend({ state: 'received', answer: null })).toBe(false);
  expect(mayResend({ state: 'pending', answer: null })).toBe(false);
});

it('keeps the code beside the words', () => {
  expect(codeWords(null, null)).toBe('');
  expect(codeWords('too_large', null)).toMatch(/ \[too_large\]$/u);
  expect(codeWords('budget_missing', 'budget')).toMatch(/ \[budget_missing · budget\]$/u);
});

it('has words for every message', () => {
  for (const type of messageTypes.keys()) expect(systemText.exchange.types[type], type).toBeDefined();
});
