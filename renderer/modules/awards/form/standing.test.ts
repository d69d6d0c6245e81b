import { describe, expect, it } from 'vitest';
import { type AwardContent, emptyAward, type PassedOver } from '#shared/domain/awards/model.ts';
import {
  type Answer,
  chosenWinner,
  isExplained,
  openedIn,
  type Ranked,
  rankingNow,
  requiredNow,
  standingOf,
  tiedWith,
  withLine,
} from './standing.ts';

const known = { id: 'k', name: '甲公司', address: '甲地', sizeClass: 'small' as const, ban: null };
const ranked = (supplier: string, rank: number, parts: Partial<Ranked> = {}): Ranked => ({
  ...{ supplier, uscc: '', price: rank * 100, score: null, reviewPrice: null, rank, known: null },
  ...parts,
});
const [first, second, third, fourth] = [
  ranked('甲公司', 1, { known }),
  ranked('乙公司', 2),
  ranked('丙公司', 2),
  ranked('丁公司', 4),
];
const ranking = [first, second, third, fourth];
const answer = { told: true, ranking, method: 'OPEN_TENDER', smeReserved: false, evaluatedAgain: false };
const told = (parts: Partial<Answer> = {}) => ({ ...answer, ...parts }) as Answer;
const names = (candidates: readonly Ranked[]) => candidates.map(({ supplier }) => supplier);
const paper = { id: 'f', fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };
const explained = (supplier: string): PassedOver => ({
  ...{ supplier, reasonCode: 'GAVE_UP', reason: '书面放弃', files: [paper] },
});
const content = (parts: Partial<AwardContent> = {}): AwardContent => ({ ...emptyAward, ...parts });

describe('the ranking', () => {
  it('is the centre’s where it has told one, whatever was typed', () => {
    const typed = content({ candidates: [{ ...second, rank: 1 }] });
    expect(rankingNow(typed, told())).toBe(ranking);
    expect(rankingNow(typed, undefined)).toBeUndefined();
  });

  it('is what is typed at this moment, by rank, with what is known of the supplier', () => {
    const { known: _, ...typed } = first;
    const candidates = [{ ...typed, supplier: '戊公司', rank: 3 }, typed];
    const now = rankingNow(content({ candidates }), told({ told: false, ranking: [first] })) ?? [];
    expect(now.map(({ supplier, known: of }) => [supplier, of?.address])).toEqual([
      ['甲公司', '甲地'],
      ['戊公司', undefined],
    ]);
  });
});

describe('who stands where', () => {
  it('before the winner, and beside', () => {
    const standing = standingOf('乙公司', ranking);
    expect(names(standing.before)).toEqual(['甲公司']);
    expect(names(standing.beside)).toEqual(['丙公司']);
    expect(standingOf('', ranking)).toMatchObject({ winner: undefined, before: [], beside: [] });
  });

  it('one who was passed over for another reason is no tie', () => {
    const standing = standingOf('乙公司', ranking);
    expect(names(tiedWith(standing, []))).toEqual(['丙公司']);
    expect(tiedWith(standing, [explained('丙公司')])).toEqual([]);
  });

  it('is explained once there is reason, text and file for each', () => {
    const standing = standingOf('丁公司', ranking);
    const lines = ['甲公司', '乙公司', '丙公司'].map(explained);
    expect(isExplained(standing, lines)).toBe(true);
    expect(isExplained(standing, withLine(lines, '乙公司', { files: [] }))).toBe(false);
    expect(isExplained(standing, lines.slice(1))).toBe(false);
  });
});

it('begins with those of the opening; with none where one supplier is meant and several have bid', () => {
  const { known: _, ...one } = first;
  expect(openedIn(told({ opened: [one] }))).toEqual([one]);
  expect(openedIn(told({ opened: [one], method: 'SINGLE_SOURCE' }))).toEqual([one]);
  expect(openedIn(told({ opened: [one, one], method: 'SINGLE_SOURCE' }))).toEqual([]);
});

describe('choosing the winner', () => {
  it('fills in price, address and size of the supplier', () => {
    expect(chosenWinner(content(), first, undefined)).toMatchObject({
      ...{ winner: '甲公司', amount: 100, address: '甲地', sizeClass: 'small' },
    });
  });

  it('of another replaces what was filled in, never what was typed', () => {
    const filled = content({ winner: '甲公司', amount: 100, address: '甲地', sizeClass: 'small' });
    expect(chosenWinner(filled, second, first)).toMatchObject({ amount: 200, address: '', sizeClass: null });
    const typed = { ...filled, amount: 99, address: '实际地址', sizeClass: 'medium' as const };
    expect(chosenWinner(typed, second, first)).toMatchObject({
      ...{ amount: 99, address: '实际地址', sizeClass: 'medium' },
    });
  });

  it('drops the empty line about the one who is chosen, and keeps what was written', () => {
    const empty = withLine([], '乙公司', {});
    expect(chosenWinner(content({ passedOver: empty }), second, undefined).passedOver).toEqual([]);
    const written = [explained('乙公司')];
    expect(chosenWinner(content({ passedOver: written }), second, undefined).passedOver).toEqual(written);
  });
});

describe('what is asked for', () => {
  const asked = (parts: Partial<AwardContent>, facts: Partial<Answer> = {}) =>
    requiredNow(content(parts), standingOf(parts.winner ?? '', ranking), told(facts));

  it('follows from who is chosen, on whose decision, and from the section', () => {
    const has = (of: ReadonlySet<string>, ...fields: readonly string[]) =>
      fields.every((field) => of.has(field));
    expect([...asked({ winner: '甲公司' })].toSorted()).toEqual(['address', 'amount', 'basis', 'winner']);
    expect(has(asked({ winner: '乙公司' }), 'passedOver', 'tie')).toBe(true);
    expect(has(asked({ basis: 'committee' }), 'authority')).toBe(true);
    expect(has(asked({}, { smeReserved: true, evaluatedAgain: true }), 'sizeClass', 'report')).toBe(true);
    expect(has(asked({}, { told: false, method: 'SINGLE_SOURCE' }), 'candidates', 'records')).toBe(true);
    expect(has(asked({ rate: '下浮5%' }), 'amount')).toBe(false);
  });
});
