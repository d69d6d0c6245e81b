import { expect, it } from 'vitest';
import { type AwardChange, emptyChange } from '#shared/domain/award-changes/model.ts';
import type { SectionResult } from '#shared/domain/projects/result.ts';
import { comparedResults } from './compared-results.ts';

const original: SectionResult = {
  ...{ awardId: 'a', noticeId: 'n', supplierName: '乙公司', supplierUscc: '', supplierAddress: '乙地' },
  ...{ sizeClass: 'small', members: [], amount: 20_000, rate: '', score: null, reviewPrice: null },
  ...{ determinedAt: 1, announcementId: 'r', letter: { no: 'TZ-1', at: 0 }, void: null },
};
const afterwards: SectionResult = {
  ...original,
  ...{ supplierName: '丙公司', supplierAddress: '丙地', amount: 30_000, letter: null },
};
const change = (status: AwardChange['status'], content: Partial<AwardChange['content']>) =>
  ({ status, original, content: { ...emptyChange, ...content } }) as AwardChange;
const next = { action: 'next_candidate', winner: '丙公司', address: '丙地', amount: 30_000 } as const;

function pairs(of: AwardChange, result: SectionResult | null = null) {
  const compared = comparedResults({ change: of, result, winnerUscc: 'of the ranking' });
  return Object.fromEntries(compared.map(({ key, before, after }) => [key, [before, after]]));
}

it('a draft shows what is typed; before a supplier is chosen nothing is said of one', () => {
  expect(pairs(change('draft', {}))).toMatchObject({
    supplierName: ['乙公司', '尚未选择'],
    letter: ['TZ-1', '—'],
  });
  expect(pairs(change('review', next))).toMatchObject({
    supplierName: ['乙公司', '丙公司'],
    supplierUscc: [expect.anything(), 'of the ranking'],
    amount: ['¥200.00', '¥300.00'],
    letter: ['TZ-1（发布结果变更公告后失效）', '发布结果变更公告时生成'],
  });
});

it('an announced one shows both letters, the old one as void', () => {
  const result = { ...afterwards, letter: { no: 'TZ-2', at: 0 } };
  expect(pairs(change('announced', next), result)).toMatchObject({
    letter: ['TZ-1（已失效）', 'TZ-2，1970-01-01发出'],
  });
});

it('of a correction the letter stays while supplier and price do', () => {
  const same = { action: 'correct', amount: 20_000 } as const;
  expect(pairs(change('review', same))['letter']).toEqual(['TZ-1', 'TZ-1']);
  expect(pairs(change('announced', same), original)['letter']).toEqual(['TZ-1', 'TZ-1，1970-01-01发出']);
  expect(pairs(change('review', { ...same, amount: 10_000 }))['letter']?.[1]).toBe('发布结果变更公告时生成');
});

it('where nobody wins, the letter is void with the approval', () => {
  const ends = { action: 'procure_again' } as const;
  expect(pairs(change('review', ends))).toMatchObject({ supplierName: ['乙公司', '无（原结果失效）'] });
  expect(pairs(change('closed', ends))['letter']).toEqual(['TZ-1（已失效）', '—']);
});
