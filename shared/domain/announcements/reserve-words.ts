// What a text says in words of who is reserved for small and medium enterprises: 「包2专门面向中小企业采购」. Only plain statements count; conditions, questions and
// references (「专门面向中小企业采购的标段…」) say nothing of a section.

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

const phrase = /专门面向(?:中小|小微|小型|中型|中、小)/;
const reference = /专门面向[^，。；\n]{0,12}?(?:采购)?的(?:项目|标段|采购包|采购项目|包)/;
const question = /是否[^，。；\n]{0,4}专门面向/;
const denial = /(?:不|非|未|并非|不是|不属于)[^，。；\n]{0,4}专门面向/;
const condition = /^(?:如|若|对于|凡)/;

export function reserveClaims(text: string, sections: readonly Called[]): readonly ReserveClaim[] {
  return text.split(/[。；;\n]/).flatMap((sentence) => claimsOf(sentence, sections));
}

function claimsOf(sentence: string, sections: readonly Called[]): readonly ReserveClaim[] {
  const claims: ReserveClaim[] = [];
  let named: readonly string[] = [];
  for (const clause of sentence.split(/[，,]/).map((part) => part.trim())) {
    const here = sections.filter((section) => isNamed(clause, section)).map(({ id }) => id);
    const about = here.length > 0 ? here : named;
    const states = phrase.test(clause) && !reference.test(clause) && !question.test(clause);
    if (states && !condition.test(sentence.trim())) {
      claims.push({ about: about.length > 0 ? about : 'all', reserved: !denial.test(clause) });
      named = [];
    } else if (here.length > 0) {
      named = here;
    }
  }
  return claims;
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

function isNamed(clause: string, { names, packageNo }: Called): boolean {
  if (names.some((name) => name !== '' && endsThere(clause, name))) return true;
  if (packageNo === null || !/^\d{1,3}$/.test(packageNo)) return false;
  const number = Number(packageNo);
  const written = digits[number];
  const numbers = [`0*${number}`, ...(written === undefined ? [] : [written])];
  return numbers.some((n) =>
    new RegExp(
      `(?:包|标段)号?[（(]?(?:[\\d一二三四五六七八九十]+[、和及与])*${n}(?![\\d一二三四五六七八九十])|(?<![\\d一二三四五六七八九十])${n}(?:号)?(?:采购包|包|标段)|第${n}(?:采购)?(?:包|标段)`,
    ).test(clause),
  );
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
