// Finds a code by what people remember of it: the code, the name, its pinyin or the initials of its pinyin. The pinyin table is large and is
// loaded when a picker is opened for the first time; until then codes and names are searched.
import { normaliseText } from '#shared/kernel/text.ts';

export type Searchable = {
  readonly code: string;
  readonly name: string;
  /** Further words it is found by. */
  readonly detail?: string | undefined;
};

type Speak = (text: string) => readonly string[];
type Keys = { readonly initials: string; readonly pinyin: string };

let speak: Speak | undefined;
let loading: Promise<void> | undefined;
const spoken = new Map<string, Keys>();

/** Makes the pinyin ready; answers when it is. */
export function loadPinyin(): Promise<void> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    speak = (text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  });
  return loading;
}

function comparable(text: string): string {
  return normaliseText(text).toLowerCase();
}

function keysOf(name: string): Keys | undefined {
  if (speak === undefined) return undefined;
  const known = spoken.get(name);
  if (known !== undefined) return known;
  const syllables = speak(comparable(name)).map((syllable) => syllable.replace(/[^a-z0-9]/g, ''));
  const keys = {
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    pinyin: syllables.join(''),
  };
  spoken.set(name, keys);
  return keys;
}

/** Smaller is better; undefined: not found by this word. */
function rank(option: Searchable, word: string): number | undefined {
  const name = comparable(option.name);
  if (comparable(option.code).startsWith(word)) return 0;
  if (name.startsWith(word)) return 1;
  if (name.includes(word)) return 2;
  const keys = keysOf(option.name);
  if (keys?.initials.startsWith(word) === true) return 3;
  if (keys?.pinyin.startsWith(word) === true) return 4;
  if (keys?.initials.includes(word) === true) return 5;
  if (keys?.pinyin.includes(word) === true) return 6;
  return comparable(option.detail ?? '').includes(word) ? 7 : undefined;
}

/** The options that every word of the text finds, the nearest first; all of them, in their order, for an empty text. */
export function searchOptions<O extends Searchable>(options: readonly O[], text: string): readonly O[] {
  const words = comparable(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return options;
  return options
    .flatMap((option) => {
      const ranks = words.map((word) => rank(option, word));
      const sum = ranks.reduce<number>((total, each) => total + (each ?? 0), 0);
      return ranks.includes(undefined) ? [] : [{ option, sum }];
    })
    .sort((a, b) => a.sum - b.sum)
    .map(({ option }) => option);
}
