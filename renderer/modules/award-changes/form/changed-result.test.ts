import { describe, expect, it } from 'vitest';
import { type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import {
  type Answer,
  missingPapers,
  type Next,
  requiredNow,
  winnerBegun,
  winnerFrom,
} from './changed-result.ts';

const known = { id: 'k', name: '丙公司', address: '丙地', sizeClass: 'small' as const, ban: null };
const next = (supplier: string, parts: Partial<Next> = {}): Next => ({
  ...{ supplier, uscc: '', price: 300, score: 88.5, reviewPrice: null, rank: 3, known: null },
  ...parts,
});
const third = next('丙公司', { known });
const original: Answer['original'] = {
  ...{ awardId: 'a', noticeId: 'n', supplierName: '乙公司', supplierUscc: '', supplierAddress: '乙地' },
  ...{ sizeClass: 'micro', members: [], amount: 200, rate: '', score: null, reviewPrice: null },
  ...{ determinedAt: 1, announcementId: 'r', letter: null, void: null },
};
const content = (parts: Partial<ChangeContent> = {}): ChangeContent => ({ ...emptyChange, ...parts });
const answer = (parts: Partial<Answer> = {}) =>
  ({ numbered: false, asksQualified: false, papers: [], smeReserved: false, ...parts }) as Answer;

describe('what a way of changing begins with', () => {
  it('is who follows, with the offered price and what is known of them', () => {
    const begun = {
      winner: '丙公司',
      amount: 300,
      address: '丙地',
      sizeClass: 'small',
      members: [],
      rate: '',
    };
    expect(winnerFrom(third)).toEqual(begun);
    expect(winnerBegun('next_candidate', { original, next: [third] })).toEqual(begun);
  });

  it('is nobody where several are tied, and where nobody wins', () => {
    const tied = { original, next: [third, next('丁公司')] };
    expect(winnerBegun('next_candidate', tied)).toMatchObject({ winner: '', amount: null });
    expect(winnerBegun('procure_again', { original, next: [third] })).toMatchObject({
      winner: '',
      amount: null,
    });
  });

  it('is of a correction the result as it is; its supplier is not named anew', () => {
    expect(winnerBegun('correct', { original, next: [third] })).toMatchObject({
      ...{ winner: '', address: '乙地', sizeClass: 'micro', amount: 200 },
    });
  });
});

describe('what is asked for', () => {
  const asked = (parts: Partial<ChangeContent>, told: Partial<Answer> = {}) =>
    [...requiredNow(content(parts), answer(told))].filter(
      (field) => !['reasonCode', 'reason', 'action', 'contractState'].includes(field),
    );

  it('follows from reason and way', () => {
    expect(asked({})).toEqual([]);
    expect(asked({ action: 'procure_again' }, { numbered: true, papers: ['decision'] })).toEqual([
      'documentNo',
      'files',
    ]);
    expect(asked({ action: 'next_candidate' }, { asksQualified: true })).toEqual([
      'qualified',
      'winner',
      'address',
      'amount',
    ]);
    expect(asked({ action: 'correct', rate: '下浮5%' }, { smeReserved: true })).toEqual([
      'corrections',
      'address',
      'sizeClass',
    ]);
  });

  it('are the papers that are not there yet', () => {
    const file = {
      id: 'f',
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'b'.repeat(64),
    };
    const files = [{ ...file, purpose: 'refusal' as const }];
    expect(missingPapers({ files }, ['refusal', 'liability'])).toEqual(['liability']);
  });
});
