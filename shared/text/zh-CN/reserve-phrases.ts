// How notices speak of a reserve for small and medium enterprises, and of the packages it is about; read, never written (reserve-words.ts, contradictions.ts).

const numeral = '\\d一二三四五六七八九十';
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

export const reservePhrases = {
  sentences: /[。；;\n]/,
  clauses: /[，,]/,
  states:
    /(?:专门|专项|仅|只)(?:面向|针对)(?:中小|小微|小型|中型|微型|中、小)|面向(?:中小|小微)(?:微?企业)?(?:专门|专项)采购|[仅只]限于?(?:中小|小微)(?:微?企业)?(?:参加|参与|投标|响应)/,
  /** 专门面向中小企业采购的标段, …: says what holds of such sections, not which they are. */
  refers: /专门面向[^，。；\n]{0,12}?(?:采购)?的(?:项目|标段|采购包|采购项目|包)/,
  asks: /是否[^，。；\n]{0,4}专门面向/,
  /** Before it, or as the answer behind it: 专门面向中小企业采购：否. */
  denies:
    /(?:不|非|未|取消|放弃|撤销)[^，。；\n]{0,4}(?:(?:专门|专项|仅|只)(?:面向|针对)|面向|[仅只]限)|面向(?:中小|小微|小型|中型|微型|中、小)[^，。；\n]{0,12}?(?:[：:]|[（(])(?:否|不是|无)(?![\u4e00-\u9fff])/,
  /** 除包2外, 包2以外, 包2除外: of all but those. */
  excepts: /除[^，。；\n]{1,60}外|以外|除外/,
  conditional: /^(?:本项目|本次采购)?(?:如|若|对于|凡)/,
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

/** The amount in characters behind 大写, as we write it; undefined where there is none. */
export function uppercaseIn(text: string): string | undefined {
  return /大写[：:]?(?:人民币)?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+)/
    .exec(text.replace(/\s/g, ''))?.[1]
    ?.replaceAll('圆', '元')
    .replaceAll('正', '整');
}

/** The amount at the beginning with its unit, as it is written; empty where there is none. */
export function amountIn(text: string): string {
  return /^(?:人民币)?\s*[¥￥]?\s*\d[\d,，.]*\s*[万亿]?元?/.exec(text)?.[0] ?? '';
}
