// What a text is found by: its own characters, the initials of its pinyin and its pinyin without tones. The index holds short terms, the words
// table the whole, so that a hit of the index is checked against what was really typed.
import { pinyin } from 'pinyin-pro';
import { bigrams, normaliseText } from '#shared/kernel/text.ts';

/** Raise it when the same text is to be found by other terms: every replica then reads its words anew. */
export const searchRevision = 1;

/** Made comparable: what is typed and what is stored meet in this form. */
export function comparable(text: string): string {
  return normaliseText(text).toLowerCase();
}

const chinese = /\p{Script=Han}/u;

/** The text, then on lines of their own its initials and its pinyin, where it has Chinese characters. */
export function searchText(values: readonly string[]): string {
  const plain = values.map(comparable).filter((value) => value !== '');
  const spoken = plain
    .filter((value) => chinese.test(value))
    .flatMap((value) => {
      const syllables = pinyin(value, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
      return [syllables.map((syllable) => syllable.charAt(0)).join(''), syllables.join('')];
    });
  return [...plain, ...spoken].join('\n');
}

/** The index terms of a words row; each once. */
export function indexTerms(text: string): string {
  return [...new Set(bigrams(text))].join(' ');
}

/** The words of a query, each of which must occur. */
export function queryWords(query: string): readonly string[] {
  return [
    ...new Set(
      comparable(query)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** An FTS5 expression that every row with these words meets; undefined when there is nothing the index could answer. */
export function matchExpression(words: readonly string[]): string | undefined {
  const terms = new Set(
    words.flatMap((word) =>
      [...word].length < 2 ? [] : bigrams(word).filter((term) => [...term].length === 2),
    ),
  );
  return terms.size === 0 ? undefined : [...terms].map((term) => `"${term}"`).join(' AND ');
}
