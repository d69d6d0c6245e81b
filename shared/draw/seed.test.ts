import { describe, expect, it } from 'vitest';
import { aDraw, operators } from '#test/draw/bundle.ts';
import { aLine, secretOf, sha256 } from '#test/draw/library.ts';
import { poolRoot, saltedId, saltOf } from './pool.ts';
import { revealFits, seedOf } from './seed.ts';

const { transcript } = aDraw({ name: 'seed', experts: 9, lines: [aLine()], physical: '1 2 3' });
const { commit, reveals, physical } = transcript;

describe('the seed', () => {
  it('changes with every secret, with the head, the request, the pool and the physical seed', () => {
    const { head, pool } = commit;
    const others = [
      { ...transcript, physical: { at: 1, text: '1 2 4' } },
      { ...transcript, commit: { ...commit, head: { ...head, hash: secretOf('another head') } } },
      { ...transcript, commit: { ...commit, lines: [aLine({ level: 1 })] } },
      { ...transcript, commit: { ...commit, pool: { ...pool, root: secretOf('another pool') } } },
      ...operators.map((operator) => {
        const other = aDraw({ name: `seed of ${operator}`, experts: 9, lines: [aLine()] }).transcript;
        return { ...other, physical, commit: { ...other.commit, physical: true } };
      }),
    ];
    const seeds = [transcript, ...others].map((each) => seedOf(sha256, each));
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds).not.toContain(undefined);
  });

  it.each([
    ['an operator is missing', { operators: transcript.operators.slice(1) }],
    [
      'one person is both operators',
      { operators: [0, 0].flatMap((at) => transcript.operators.slice(at, 1)) },
    ],
    ['a reveal is missing', { reveals: reveals.slice(1) }],
    ['one party reveals twice', { reveals: [...reveals.slice(0, 2), ...reveals.slice(0, 1)] }],
    ['a secret is another', { reveals: reveals.map((each) => ({ ...each, secret: secretOf('another') })) }],
    ['the physical seed that was announced is missing', { physical: null }],
  ])('is not there while %s', (_what, change) => {
    expect(seedOf(sha256, { ...transcript, ...change })).toBeUndefined();
  });

  it('takes no commitment for that of another person or another draw', () => {
    const secret = reveals[0]?.secret ?? '';
    const committed = transcript.operators;
    expect(revealFits(sha256, commit, committed, { party: operators[0], secret })).toBe(true);
    expect(revealFits(sha256, commit, committed, { party: operators[1], secret })).toBe(false);
    expect(revealFits(sha256, commit, committed, { party: 'server', secret })).toBe(false);
    expect(revealFits(sha256, commit, committed, { party: 'nobody', secret })).toBe(false);
    const other = { ...commit, drawId: 'another-draw' };
    expect(revealFits(sha256, other, committed, { party: operators[0], secret })).toBe(false);
  });
});

describe('the ids of a pool', () => {
  const expert = { expertNo: 'E0001', name: '张三' };
  it('are others on another day, and of another person', () => {
    const idOf = (day: string, who = expert) =>
      saltedId(sha256, saltOf(sha256, secretOf(day), who.expertNo), who);
    const ids = [idOf('monday'), idOf('tuesday'), idOf('monday', { ...expert, expertNo: 'E0002' })];
    expect(new Set(ids).size).toBe(3);
    expect(idOf('monday')).toBe(idOf('monday'));
  });

  it('stand in a root that changes when one is left out or changed', () => {
    const { pool } = transcript;
    const roots = [
      poolRoot(sha256, pool),
      poolRoot(sha256, pool.slice(1)),
      poolRoot(
        sha256,
        pool.map((entry, at) => (at === 0 ? { ...entry, level: 9 } : entry)),
      ),
    ];
    expect(new Set(roots).size).toBe(3);
    expect(commit.pool.root).toBe(roots[0]);
  });
});
