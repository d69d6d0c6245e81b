import { expect, it } from 'vitest';
import type { Schedule } from '#shared/domain/projects/model.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aSection } from '#test/builders/sections.ts';
import { evaluationWords, openingDay } from './section-words.ts';

const schedule: Schedule = {
  announcementId: 'a',
  round: 1,
  publishedOn: '2026-03-02',
  documentsFrom: '2026-03-03',
  documentsUntil: '2026-03-10',
  deadline: '2026-03-24T09:00',
  opening: '2026-03-24T09:30',
};

it.each([
  ['nobody has said one', null, null, ''],
  ['the centre has planned one', null, '2026-03-20', '2026-03-20'],
  ['the notice has set one', schedule, null, '2026-03-24'],
  ['the notice has set another', schedule, '2026-03-20', '2026-03-24'],
  ['the notice has set none', { ...schedule, opening: null }, '2026-03-20', '2026-03-20'],
] as const)('the day of opening where %s', (_title, of, openingOn, day) => {
  expect(openingDay({ schedule: of, openingOn })).toBe(day);
});

it('of a 评审方法 that is not the one of the plan says both', () => {
  const plan = aPlan().with({ evalMethod: 'COMPREHENSIVE_SCORE', plannedSections: [] }).build();
  const words = (evalMethod: string | null) => evaluationWords(aSection('lot-1', { evalMethod }), plan);
  expect(words('LOWEST_PRICE')).toContain('计划为综合评分法');
  expect(words('COMPREHENSIVE_SCORE')).toBe('综合评分法');
  expect(words(null)).toBe('');
});
