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
  const { clauses, states: phrase, refers, asks, denies, conditional } = reservePhrases;
  const claims: ReserveClaim[] = [];
  let named: readonly string[] = [];
  for (const clause of sentence.split(clauses).map((part) => part.trim())) {
    const here = sections.filter((section) => isNamed(clause, section)).map(({ id }) => id);
    const about = here.length > 0 ? here : named;
    const states = phrase.test(clause) && !refers.test(clause) && !asks.test(clause);
    if (states && !conditional.test(sentence.trim())) {
      claims.push({ about: about.length > 0 ? about : 'all', reserved: !denies.test(clause) });
      named = [];
    } else if (here.length > 0) {
      named = here;
    }
  }
  return claims;
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
