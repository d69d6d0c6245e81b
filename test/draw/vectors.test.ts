// The vectors of docs/verify-a-draw.md, and that both verifiers agree on every one of them. They are made anew by
// `vitest run --project unit test/draw/vectors.test.ts --update`.
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { labelled } from '#shared/draw/hashes.ts';
import { below, shuffled, wordsOf } from '#shared/draw/numbers.ts';
import { seat } from '#shared/draw/seating.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { ensurePython } from '../../scripts/system-packages.ts';
import { verifyDraw } from '../../scripts/verify-draw.ts';
import type { Bundle } from './bundle.ts';
import { forgeries } from './forgeries.ts';
import { secretOf, sha256 } from './library.ts';
import { scenes } from './scenes.ts';

const codesOf = (bundle: Bundle) => [...new Set(verifyDraw(bundle).map(({ code }) => code))].sort();
const vector = (name: string, bundle: Bundle) => ({ name, expected: codesOf(bundle), ...bundle });
const honest = [...scenes].map(([name, scene]) => vector(name, scene()));
const forged = forgeries.map(({ code, scene, forge }) => {
  const bundle = scenes.get(scene)?.();
  if (bundle === undefined) throw new Error(`no scene ${scene}`);
  return vector(`${code}: ${scene}`, forge(bundle));
});

const path = (name: string) => new URL(`./vectors/${name}.json`, import.meta.url).pathname;
/** One vector a line. */
const linesOf = (vectors: readonly object[]) =>
  `[\n${vectors.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`;

beforeAll(() => ensurePython());

function python(...args: readonly string[]): readonly string[] {
  const run = spawnSync('python3', [new URL('./verify_draw.py', import.meta.url).pathname, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 1 << 26,
  });
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter((line) => line !== '');
}

describe('the vectors', () => {
  it('are those of the draws as they are made today', async () => {
    expect(honest.flatMap(({ expected }) => expected)).toEqual([]);
    await expect(linesOf(honest)).toMatchFileSnapshot('vectors/honest.json');
    await expect(linesOf(forged)).toMatchFileSnapshot('vectors/forged.json');
  });

  it('hold the primitives', async () => {
    await expect(`${JSON.stringify(primitives(), null, 1)}\n`).toMatchFileSnapshot('vectors/primitives.json');
  });

  it('are judged alike by the verifier in Python', () => {
    const judged = python(path('honest'), path('forged')).map((line) => JSON.parse(line));
    expect(judged).toEqual([...honest, ...forged].map(({ name, expected }) => [name, expected]));
  });

  it('have primitives that Python computes alike, and it says where they do not', () => {
    expect(python('--primitives', path('primitives'))).toEqual([]);
  });
});

function primitives() {
  const seeds = ['one', 'two'].map(secretOf);
  const values = [{ b: [1, null, true], a: '许昌\u0001"\\/\n\u007f😀', 10: 0 }, [], ''];
  const people = [[1, 2], [1], [2, 3], [2]];
  return {
    canonical: values.map((value) => ({ value, text: canonicalJson(value) })),
    labelled: (['expert', 'pool', 'seed'] as const).map((label) => ({
      label,
      value: values,
      hash: labelled(sha256, label, values),
    })),
    words: seeds.map((seed) => {
      const next = wordsOf(sha256, seed);
      return { seed, words: Array.from({ length: 20 }, next) };
    }),
    // With the large ones about every second word is thrown away.
    below: [1, 2, 7, 1000, 2 ** 31 + 1, 3_000_000_000, 2 ** 32].map((n) => {
      const next = wordsOf(sha256, seeds[0] ?? '');
      return { seed: seeds[0], n, numbers: Array.from({ length: 16 }, () => below(n, next)) };
    }),
    shuffles: [0, 1, 2, 30].map((length) => {
      const items = Array.from({ length }, (_, at) => at);
      return { seed: seeds[1], items, order: shuffled(items, wordsOf(sha256, seeds[1] ?? '')) };
    }),
    seatings: [
      [1, 1, 1],
      [1, 2, 1],
      [2, 2, 0],
      [1, 1, 2],
    ].map((counts) => {
      const lines = seat(
        people.map((fitting, id) => ({ id: String(id), lines: fitting })),
        counts,
      );
      return {
        people,
        counts,
        lines: lines === undefined ? null : people.map((_, id) => lines.get(String(id))),
      };
    }),
  };
}
