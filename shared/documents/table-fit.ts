// Whether a table fits the width of the paper without words broken apart. Chinese may be broken after every sign; numbers, dates and codes should
// not be, as long as there is room: on paper nothing can be scrolled.
import type { DocumentBlock } from './model.ts';

type Table = Extract<DocumentBlock, { kind: 'table' }>;
type Cell = Table['rows'][number][number];

/** Longer ones are addresses and the like, and may be broken anywhere. */
const longestWord = 16;
/** Narrow signs that stand side by side in the type of tables, borders and padding left out. */
const room = 56;

/** How many columns it has: its lines may be of different lengths. */
export function columnsOf({ head, rows }: Table): number {
  return rows.reduce((most, row) => Math.max(most, row.length), head.length);
}

/** `dense`: smaller type, and everything may be broken. */
export function fitOf(table: Table): 'plain' | 'wide' | 'dense' {
  const columns = columnsOf(table);
  const words = Array.from({ length: columns }, (_, at) =>
    table.rows.reduce((most, row) => Math.max(most, unbroken(row[at])), 0),
  );
  if (columns > 8 || words.reduce((sum, width) => sum + width, 0) > room) return 'dense';
  return columns > 4 ? 'wide' : 'plain';
}

/** `word`: nothing but one number, date or code; `long`: with a word that has to be broken. */
export function cellKind({ text, amount }: Cell): 'amount' | 'word' | 'long' | 'text' {
  if (amount === true) return 'amount';
  const words = wordsOf(text);
  if (words.some((word) => word.length > longestWord)) return 'long';
  const [only, ...more] = text.map((paragraph) => paragraph.map((run) => run.text).join(''));
  return more.length === 0 && words.length === 1 && words[0] === only ? 'word' : 'text';
}

function unbroken(cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  return wordsOf(cell.text)
    .filter((word) => cell.amount === true || word.length <= longestWord)
    .reduce((most, word) => Math.max(most, word.length), 0);
}

function wordsOf(text: Cell['text']): readonly string[] {
  return text.flatMap((paragraph) => paragraph.flatMap((run) => run.text.match(/[\u0021-\u024f]+/g) ?? []));
}
