// Honest draws of every kind, from the plainest to a round after a void one.
import { aDraw, type Bundle } from './bundle.ts';
import { aLine } from './library.ts';

const overlapping = [
  aLine({ count: 2, reserve: 1 }),
  aLine({ specialities: ['A0202', 'A0201'], count: 2, reserve: 1 }),
  aLine({ specialities: ['C0301'], regions: ['411000', '410100'], count: 1, reserve: 1 }),
];

function redrawn(): Bundle {
  const first = aDraw({
    name: 'first round',
    experts: 12,
    lines: [aLine({ count: 2 })],
    voided: 'at_the_end',
  });
  return aDraw({ name: 'second round', experts: 12, lines: [aLine({ count: 2 })], before: first });
}

export const scenes: ReadonlyMap<string, () => Bundle> = new Map([
  ['one line, everybody attends', () => aDraw({ name: 'plain', experts: 12, lines: [aLine({ count: 3 })] })],
  [
    'overlapping lines, reserves, refusals',
    () => aDraw({ name: 'overlap', experts: 24, lines: overlapping, refusals: 5 }),
  ],
  [
    'regions, levels and exclusions',
    () =>
      aDraw({
        name: 'limits',
        experts: 40,
        lines: [
          aLine({ regions: ['411000'], level: 2, count: 2, reserve: 2 }),
          aLine({ specialities: ['C0301'], level: 3, count: 1 }),
        ],
        excluded: 8,
        refusals: 3,
      }),
  ],
  [
    'a seed drawn in public',
    () =>
      aDraw({ name: 'physical', experts: 12, lines: [aLine({ count: 2 })], physical: '03 17 22 29 31 08' }),
  ],
  [
    'an operator whose secret is opened with the recovery key',
    () => aDraw({ name: 'recovery', experts: 12, lines: [aLine({ count: 2 })], absent: 'account-2' }),
  ],
  [
    'too few experts',
    () =>
      aDraw({
        name: 'short',
        experts: 8,
        lines: [aLine({ count: 4, reserve: 2 }), aLine({ specialities: ['C0301'], count: 3 })],
        refusals: 4,
      }),
  ],
  [
    'a member stays away, a reserve takes the seat',
    () =>
      aDraw({
        name: 'reserve called',
        experts: 30,
        lines: overlapping,
        refusals: 2,
        afterwards: [({ members }) => [{ kind: 'vacate', id: members[0]?.id ?? '', reason: 'absent' }]],
      }),
  ],
  [
    'a supplement with a conflict and one more seat',
    () =>
      aDraw({
        name: 'supplement',
        experts: 40,
        lines: overlapping,
        refusals: 4,
        disclosed: true,
        afterwards: [
          ({ members }) => [{ kind: 'vacate', id: members[1]?.id ?? '', reason: 'conflict' }],
          ({ reserves, members }, { pool }) => {
            const sitting = new Set(members.map(({ id }) => id));
            const out = [reserves[0]?.id ?? pool[0]?.id ?? '', ...pool.map(({ id }) => id)];
            return [
              {
                kind: 'supplement',
                reason: 'seat_renounced',
                exclusions: [...new Set(out)]
                  .filter((id) => !sitting.has(id))
                  .slice(0, 4)
                  .map((id) => ({ id, reason: 'conflict' })),
                raise: [
                  { line: 1, count: 1 },
                  { line: 3, count: 1 },
                ],
              },
            ];
          },
        ],
      }),
  ],
  [
    'void after its commit',
    () => aDraw({ name: 'void 1', experts: 12, lines: [aLine()], voided: 'after_commit' }),
  ],
  [
    'void because an operator left',
    () =>
      aDraw({ name: 'void 2', experts: 12, lines: [aLine()], voided: 'after_one_operator', physical: '1' }),
  ],
  [
    'void after two reveals',
    () => aDraw({ name: 'void 3', experts: 12, lines: [aLine()], voided: 'after_two_reveals' }),
  ],
  ['drawn again after a void round', redrawn],
  [
    'disclosed',
    () =>
      aDraw({
        name: 'disclosed',
        experts: 10,
        lines: [aLine({ count: 2 }), aLine({ specialities: ['A0202'], count: 1, reserve: 1 })],
        disclosed: true,
      }),
  ],
]);
