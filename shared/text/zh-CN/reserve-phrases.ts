// How notices speak of a reserve for small and medium enterprises, and of the packages it is about; read, never written (reserve-words.ts, contradictions.ts).

const numeral = '\\d一二三四五六七八九十';
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

export const reservePhrases = {
  sentences: /[。；;\n]/,
  clauses: /[，,]/,
  states: /专门面向(?:中小|小微|小型|中型|中、小)/,
  /** 专门面向中小企业采购的标段, …: says what holds of such sections, not which they are. */
  refers: /专门面向[^，。；\n]{0,12}?(?:采购)?的(?:项目|标段|采购包|采购项目|包)/,
  asks: /是否[^，。；\n]{0,4}专门面向/,
  denies: /(?:不|非|未|并非|不是|不属于)[^，。；\n]{0,4}专门面向/,
  conditional: /^(?:如|若|对于|凡)/,
} as const;

/** 包2, 采购包1、2, 第二包, 2标段 …, and not 包12. */
export function namesPackage(text: string, number: number): boolean {
  const written = digits[number];
  return [`0*${number}`, ...(written === undefined ? [] : [written])].some((n) =>
    new RegExp(
      `(?:包|标段)号?[（(]?(?:[${numeral}]+[、和及与])*${n}(?![${numeral}])|(?<![${numeral}])${n}(?:号)?(?:采购包|包|标段)|第${n}(?:采购)?(?:包|标段)`,
    ).test(text),
  );
}

/** 是 and 否 at the beginning; undefined for anything else. */
export function answerIn(text: string): boolean | undefined {
  return text.startsWith('是') ? true : text.startsWith('否') ? false : undefined;
}

/** The amount in yuan at the beginning, as it is written; undefined where there is none, or it is in 万元. */
export function yuanIn(text: string): string | undefined {
  const [, amount, unit] = /^([¥￥]?[\d,，.]+)(万?)/.exec(text) ?? [];
  return unit === '' ? amount : undefined;
}
