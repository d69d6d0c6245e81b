// More than a thousand false transcripts, each caught with the code of what was changed: the ways to cheat that matter, at every place
// where they are possible, and every single value of a draw changed, taken out or repeated.
import { describe, expect, it } from 'vitest';
import { poolRoot } from '#shared/draw/pool.ts';
import { operatorCommitment } from '#shared/draw/seed.ts';
import type { Transcript } from '#shared/draw/transcript.ts';
import { verifyDraw } from '../../scripts/verify-draw.ts';
import { aDraw, type Bundle } from './bundle.ts';
import { changed, type Open, relinked, resealed } from './forgeries.ts';
import { aLine, secretOf, sha256 } from './library.ts';
import { scenes } from './scenes.ts';

const lines = [
  aLine({ count: 3, reserve: 1 }),
  aLine({ specialities: ['A0201', 'A0202'], count: 2, reserve: 1 }),
];
const bundles = Array.from({ length: 6 }, (_, no) =>
  aDraw({ name: `mutated ${no}`, experts: 30, lines, excluded: 3, refusals: 4 }),
);
const codesOf = (bundle: Bundle) => [...new Set(verifyDraw(bundle).map(({ code }) => code))];

type Mutant = { readonly bundle: Bundle; readonly any: readonly string[]; readonly where: string };
const caught = { transcript: 0, other: 0 };

function expectCaught(
  mutants: readonly Mutant[],
  least: number,
  what: keyof typeof caught = 'transcript',
): void {
  const missed = mutants.flatMap(({ bundle, any, where }) => {
    const codes = codesOf(bundle);
    return any.some((code) => codes.includes(code)) ? [] : [{ where, any, codes }];
  });
  expect(missed).toEqual([]);
  expect(mutants.length).toBeGreaterThanOrEqual(least);
  caught[what] += mutants.length;
}

/** Whoever only edits the transcript, and a server that makes chain, head and register anew to agree with it. */
function both(
  bundle: Bundle,
  where: string,
  edit: (transcript: Open<Transcript>) => void,
  edited: readonly string[],
  consistent: readonly string[] = edited,
): readonly Mutant[] {
  return [
    { bundle: { ...bundle, transcript: changed(bundle.transcript, edit) }, any: edited, where },
    { bundle: resealed(bundle, edit), any: consistent, where: `${where}, consistently` },
  ];
}

const repliesOf = ({ events }: { readonly events: Transcript['events'] }) =>
  events.flatMap((event, at) => (event.kind === 'reply' ? [{ event, at }] : []));
/** What becomes of a course that no longer follows. */
const course = ['wrong_candidate', 'wrong_seat', 'nobody_left', 'closed_early', 'result_differs'];

describe('mutated draws are caught', () => {
  it('with a changed pool', () => {
    const mutants = bundles.slice(0, 1).flatMap((bundle, of) =>
      bundle.transcript.pool.flatMap((_, at) => [
        ...both(
          bundle,
          `${of}: level of ${at}`,
          ({ pool }) => {
            const entry = pool[at];
            if (entry !== undefined) entry.level = (entry.level + 1) % 10;
          },
          ['pool_root_differs'],
        ),
        ...both(
          bundle,
          `${of}: speciality of ${at}, root as well`,
          (transcript) => {
            transcript.pool[at]?.specialities.push('B9999');
            transcript.commit.pool.root = poolRoot(sha256, transcript.pool);
          },
          ['step_differs'],
          ['pool_root_not_published'],
        ),
      ]),
    );
    expectCaught(mutants, 110);
  });

  it('with a dropped or excluded candidate', () => {
    const mutants = bundles.slice(0, 1).flatMap((bundle, of) =>
      bundle.transcript.pool.flatMap(({ id }, at) => [
        ...both(
          bundle,
          `${of}: without ${at}`,
          ({ pool }) => {
            pool.splice(at, 1);
          },
          ['pool_root_differs'],
        ),
        ...both(
          bundle,
          `${of}: without ${at}, root as well`,
          (transcript) => {
            transcript.pool.splice(at, 1);
            transcript.commit.pool = {
              root: poolRoot(sha256, transcript.pool),
              count: transcript.pool.length,
            };
          },
          ['step_differs'],
          ['pool_root_not_published'],
        ),
        ...(bundle.transcript.commit.exclusions.some((each) => each.id === id)
          ? []
          : both(
              bundle,
              `${of}: ${at} excluded`,
              ({ commit }) => {
                commit.exclusions.push({ id, reason: 'leave' });
                commit.exclusions.sort((a, b) => (a.id < b.id ? -1 : 1));
              },
              ['step_differs'],
              ['odds_differ', ...course],
            )),
      ]),
    );
    expectCaught(mutants, 160);
  });

  it('with another order', () => {
    const mutants = bundles.flatMap((bundle, of) =>
      repliesOf(bundle.transcript)
        .slice(1)
        .flatMap(({ at }) =>
          both(
            bundle,
            `${of}: event ${at} before the one before it`,
            ({ events }) => {
              const [event] = events.splice(at, 1);
              if (event !== undefined) events.splice(at - 1, 0, event);
            },
            ['step_differs'],
            course,
          ),
        ),
    );
    expectCaught(mutants, 60);
  });

  it('with another seed', () => {
    const parties = ['account-1', 'account-2', 'server'];
    const mutants = bundles.flatMap((bundle, of) =>
      parties.flatMap((party) => {
        const edit = (transcript: Open<Transcript>) => {
          const reveal = transcript.reveals.find((each) => each.party === party);
          if (reveal !== undefined) reveal.secret = secretOf(`another of ${party}`);
        };
        const withCommitment = (transcript: Open<Transcript>) => {
          edit(transcript);
          const { operators, commit } = transcript;
          const operator = operators.find((each) => each.operator === party);
          if (operator === undefined) return;
          const secret = secretOf(`another of ${party}`);
          operator.commitment = operatorCommitment(sha256, commit.drawId, party, secret);
        };
        return [
          ...both(bundle, `${of}: secret of ${party}`, edit, ['secret_differs']),
          ...(party === 'server'
            ? []
            : both(bundle, `${of}: commitment of ${party}`, withCommitment, ['step_differs'], course)),
        ];
      }),
    );
    expectCaught(mutants, 60);
  });

  it('with an edited reply', () => {
    const replies = ['attends', 'declines', 'unreached', 'recused'] as const;
    const mutants = bundles.slice(0, 3).flatMap((bundle, of) =>
      repliesOf(bundle.transcript).flatMap(({ at, event }) =>
        replies
          .filter((reply) => reply !== event.reply)
          .flatMap((reply) => {
            const [edited, consistent] = both(
              bundle,
              `${of}: reply ${at} to ${reply}`,
              ({ events }) => {
                const there = events[at];
                if (there?.kind === 'reply') there.reply = reply;
              },
              ['step_differs'],
              course,
            );
            // Not attending for one reason or another leads to the same course: only the chain knows which it was.
            const matters = (event.reply === 'attends') !== (reply === 'attends');
            return [edited, matters ? consistent : undefined].filter((each) => each !== undefined);
          }),
      ),
    );
    expectCaught(mutants, 100);
  });

  it('drawn again without a record', () => {
    const mutants = bundles.flatMap((bundle, of) => {
      const begun = bundle.chain.find(({ action }) => action === 'draw.commit');
      if (begun === undefined) return [];
      const thrownAway = { ...begun, commandId: 'draw-thrown-away', inputHash: sha256('thrown away') };
      return bundle.chain.map((_, at) => ({
        bundle: relinked(bundle, [...bundle.chain.slice(0, at), thrownAway, ...bundle.chain.slice(at)]),
        any: ['unregistered_draw'],
        where: `${of}: before link ${at}`,
      }));
    });
    expectCaught(mutants, 100, 'other');
  });

  const tried = [
    'regions, levels and exclusions',
    'a seed drawn in public',
    'too few experts',
    'a supplement with a conflict and one more seat',
    'void after two reveals',
    'disclosed',
  ];
  it('with any value of the transcript changed, taken out or repeated', () => {
    const mutants = [...scenes]
      .filter(([name]) => tried.includes(name))
      .flatMap(([name, scene], of) => {
        const bundle = scene();
        const places = placesOf(bundle.transcript).filter(
          (place, no) => place[0] !== 'pool' || no % 7 === of % 7,
        );
        return places.flatMap((place) =>
          mutationsOf(bundle.transcript, place).map((transcript) => ({
            bundle: { ...bundle, transcript: transcript as Transcript },
            any: [
              'malformed',
              ...(place[0] === 'pool'
                ? ['pool_root_differs']
                : ['step_differs', 'step_missing', 'step_unknown']),
            ],
            where: `${name}: ${place.join('.')}`,
          })),
        );
      });
    expectCaught(mutants, 600);
  });

  it('with any value of chain, heads or register changed, taken out or repeated', () => {
    const bundle = aDraw({ name: 'small', experts: 6, lines: [aLine()] });
    const parts = [
      ['chain', ['malformed', 'chain_broken', 'chain_gap', 'chain_not_closed']],
      // A head that stands there twice says nothing else than once.
      ['heads', ['malformed', 'head_not_signed', 'head_missing', 'chain_not_closed']],
      ['register', ['malformed', 'register_differs', 'unregistered_draw', 'round_missing']],
    ] as const;
    const mutants = parts.flatMap(([part, any]) =>
      placesOf(bundle[part]).flatMap((place) =>
        mutationsOf(bundle[part], place, part !== 'heads').map((value) => ({
          bundle: { ...bundle, [part]: value } as Bundle,
          any,
          where: `${part}.${place.join('.')}`,
        })),
      ),
    );
    expectCaught(mutants, 400, 'other');
  });

  it('in all more than a thousand transcripts', () => {
    expect(caught.transcript).toBeGreaterThan(1000);
    expect(caught.other).toBeGreaterThan(400);
  });
});

type Place = readonly (string | number)[];

/** Every value inside, itself not. */
function placesOf(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const inside = [...place, key];
    return [inside, ...placesOf((value as Record<string | number, unknown>)[key], inside)];
  });
}

function mutationsOf(whole: unknown, place: Place, repeats = true): readonly unknown[] {
  const edits: ((parent: Record<string | number, unknown> | unknown[], key: string | number) => void)[] = [
    (parent, key) => {
      const there = (parent as Record<string | number, unknown>)[key];
      (parent as Record<string | number, unknown>)[key] = another(there);
    },
    (parent, key) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    },
  ];
  if (repeats && typeof place.at(-1) === 'number') {
    edits.push((parent, key) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 0, structuredClone(parent[Number(key)]));
    });
  }
  return edits.map((edit) => {
    const copy = structuredClone(whole);
    let parent = copy as Record<string | number, unknown>;
    for (const key of place.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
    edit(parent, place.at(-1) ?? '');
    return copy;
  });
}

/** Another value of the same form where there is one. */
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'something';
  if (typeof value !== 'string') return null;
  if (/^[0-9a-f]{64}$/.test(value)) return (value.startsWith('0') ? '1' : '0') + value.slice(1);
  return value === 'attends' ? 'declines' : `${value}x`;
}
