// What a run of the benchmark is asked for on its command line.
import { parseArgs } from 'node:util';

export type Options = {
  /** Only the lines whose name begins with it; all without. */
  readonly only: string | null;
  /** Records of the replica that is synchronised and looked through. */
  readonly rows: number;
  /** Records of the large local replica. */
  readonly manyRows: number;
  /** Times a cheap measurement is repeated; the median counts. */
  readonly repeats: number;
  readonly quick: boolean;
  /** Where the JSON goes; null: after the table. */
  readonly json: string | null;
};

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      rows: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const { quick } = values;
  const rows = values.rows === undefined ? (quick ? 20_000 : 100_000) : Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1_000 || rows > 2_000_000) {
    throw new Error('--rows takes a number from 1000 to 2000000');
  }
  return {
    only: values.only ?? null,
    rows,
    manyRows: quick ? rows * 2 : rows * 10,
    repeats: quick ? 1 : 3,
    quick,
    json: values.json ?? null,
  };
}
