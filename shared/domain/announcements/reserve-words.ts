// What a text says in words of who is reserved for small and medium enterprises: 「包2专门面向中小企业采购」. Only plain statements count; conditions, questions and
// references (「专门面向中小企业采购的标段…」) say nothing of a section.
import { namesPackage, reservePhrases } from '#shared/text/zh-CN/reserve-phrases.ts';

/** How a section may be called: by its number, its name, or the number of its package. */
export type Called = {
  readonly id: string;
  readonly names: readonly string[];
  readonly packageNo: string | null;
};

export type ReserveClaim = {
  /** Ids of the sections that the words are about; 'all' where they name none. */
  readonly about: readonly string[] | 'all';
  readonly reserved: boolean;
};

export function reserveClaims(text: string, sections: readonly Called[]): readonly ReserveClaim[] {
  return text.split(reservePhrases.sentences).flatMap((sentence) => claimsOf(sentence, sections));
}

function claimsOf(sentence: string, sections: readonly Called[]): readonly ReserveClaim[] {
  const { clauses, states: phrase, refers, asks, denies, excepts, conditional } = reservePhrases;
  const claims: ReserveClaim[] = [];
  const none: Named = { ids: [], excepted: false };
  let named = none;
  for (const clause of sentence.split(clauses).map((part) => part.trim())) {
    const ids = sections.filter((section) => isNamed(clause, section)).map(({ id }) => id);
    const here = ids.length > 0 ? { ids, excepted: excepts.test(clause) } : none;
    // A blank within a word, which an editor or a copy brings in, does not change it.
    const words = clause.replace(/\s/g, '');
    const states = phrase.test(words) && !refers.test(words) && !asks.test(words);
    if (states && !conditional.test(sentence.trim())) {
      claims.push(...claimsAbout(here === none ? named : here, !denies.test(words), sections));
      named = none;
    } else if (here.excepted && claims.at(-1)?.about === 'all') {
      claims.push(...claimsAbout(here, claims.pop()?.reserved ?? true, sections));
    } else if (here !== none) {
      named = here;
    }
  }
  return claims;
}

type Named = { readonly ids: readonly string[]; readonly excepted: boolean };

/** What is said of all but some says the opposite of those. */
function claimsAbout(
  { ids, excepted }: Named,
  reserved: boolean,
  sections: readonly Called[],
): readonly ReserveClaim[] {
  if (!excepted) return [{ about: ids.length > 0 ? ids : 'all', reserved }];
  const others = sections.map(({ id }) => id).filter((id) => !ids.includes(id));
  return [
    { about: others, reserved },
    { about: ids, reserved: !reserved },
  ];
}

function isNamed(clause: string, { names, packageNo }: Called): boolean {
  if (names.some((name) => name !== '' && endsThere(clause, name))) return true;
  return packageNo !== null && /^\d{1,3}$/.test(packageNo) && namesPackage(clause, Number(packageNo));
}

/** A number may begin another one: A1 is not said with A12. */
function endsThere(clause: string, name: string): boolean {
  for (let at = clause.indexOf(name); at >= 0; at = clause.indexOf(name, at + 1)) {
    const [before, after] = [clause[at - 1] ?? '', clause[at + name.length] ?? ''];
    const isWord = (own: string | undefined, next: string) =>
      /[0-9A-Za-z]/.test(own ?? '') && /[0-9A-Za-z]/.test(next);
    if (!isWord(name[0], before) && !isWord(name.at(-1), after)) return true;
  }
  return false;
}
