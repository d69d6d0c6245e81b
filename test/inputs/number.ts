// Numbers as people type, paste and copy them, and what each is where an amount, a quantity or a whole number is asked. `null`: it is none, and is
// refused with what was seen.

type NumberInput = {
  readonly typed: string;
  readonly why: string;
  /** In fen, where yuan are asked. */
  readonly yuan: number | null;
  /** In fen, where 万元 are asked. */
  readonly wan: number | null;
  readonly quantity: string | null;
  /** Between 0 and 1,000,000. */
  readonly whole: number | null;
};

const refused = { yuan: null, wan: null, quantity: null, whole: null } as const;
/** The same number wherever it is asked. */
const number = (typed: string, why: string, value: string): NumberInput => ({
  typed,
  why,
  yuan: fen(value, 2),
  wan: fen(value, 6),
  quantity: value,
  whole: value.includes('.') ? null : Number(value),
});
const none = (typed: string, why: string): NumberInput => ({ typed, why, ...refused });
/** An amount with a sign or a unit of money: neither a quantity nor a whole number. */
const amount = (typed: string, why: string, yuan: number, wan: number): NumberInput => ({
  typed,
  why,
  yuan,
  wan,
  quantity: null,
  whole: null,
});

function fen(value: string, places: number): number {
  const [whole = '', decimals = ''] = value.split('.');
  return Number(whole + decimals.padEnd(places, '0'));
}

export const numberInputs: readonly NumberInput[] = [
  number('100', 'plain', '100'),
  number('0', 'nothing', '0'),
  number(' 100 ', 'blanks around', '100'),
  number('100\t', 'a cell copied with its tab', '100'),
  number('\n100\r\n', 'a line copied with its ends', '100'),
  number('\u00a0100\u3000', 'other blanks around', '100'),
  number('1,234', 'thousands', '1234'),
  number('1，234', 'thousands, full-width comma', '1234'),
  number('１２３', 'full-width digits', '123'),
  number('１２．５', 'full-width point', '12.5'),
  number('12。5', 'the point of an input method', '12.5'),
  number('12｡5', 'its half-width form', '12.5'),
  number('1.50000', 'needless zeros', '1.5'),
  number('12.00', 'needless decimals', '12'),
  number(`1.${'0'.repeat(20_000)}`, 'very many needless zeros', '1'),
  number('007', 'zeros before', '7'),
  number('\u202d100\u202c', 'marks of direction, as calculators copy them', '100'),
  number('\u200b100\ufeff', 'marks of no width', '100'),
  number('1\u200b00', 'a mark of no width within', '100'),
  amount('￥100', 'full-width sign of money', 10_000, 100_000_000),
  amount('¥ 1,234.50', 'sign of money', 123_450, 1_234_500_000),
  amount('100元', 'in yuan', 10_000, 10_000),
  amount('100 元整', 'in yuan, exactly', 10_000, 10_000),
  amount('人民币100元', 'with the currency', 10_000, 10_000),
  amount('160万', 'in ten thousands', 160_000_000, 160_000_000),
  amount('1.5万元', 'in ten thousands of yuan', 1_500_000, 1_500_000),
  amount('１．５万元', 'the same, full-width', 1_500_000, 1_500_000),
  amount('0.00001亿', 'in hundred millions', 100_000, 100_000),
  { ...none('1.234', 'three places'), wan: 1_234_000, quantity: '1.234' },
  { ...none('1.23456', 'five places'), wan: 1_234_560 },
  { ...none('0.0000001', 'seven places') },
  none('100\t200', 'two cells'),
  none('100 200', 'two numbers, or a grouping that is not ours'),
  none('100\n200', 'two lines'),
  none('1 234.50', 'grouped by blanks'),
  none('1\u00a0234', 'grouped by fixed blanks'),
  none('1\u2009234', 'grouped by thin blanks'),
  none('1,5', 'a decimal comma'),
  none('0,125', 'a decimal comma that could be taken for thousands'),
  none('1，5', 'a decimal comma, full-width'),
  none('1,23', 'two digits behind a comma'),
  none('1,2345', 'four digits behind a comma'),
  none('12,34,567', 'grouped by two'),
  none(',123', 'begins with a comma'),
  none('1,234,', 'ends with a comma'),
  none('1.234,5', 'point and comma exchanged'),
  none('500①', 'a number in a circle'),
  none('10²', 'a small number above'),
  none('5½', 'a half'),
  none('５⁵', 'a small number above, full-width'),
  none('٣', 'a digit of another script'),
  none('𝟏𝟎', 'mathematical digits'),
  none('壹佰', 'in words'),
  none('-5', 'below nothing'),
  none('−5', 'below nothing, with its own sign'),
  none('(5)', 'below nothing, as accountants write it'),
  none('1e5', 'an exponent'),
  none('1E+06', 'an exponent, as Excel shows it'),
  none('0x10', 'not decimal'),
  none('1.', 'unfinished'),
  none('.5', 'without its nought'),
  none('1..5', 'two points'),
  none('1.2.3', 'a version'),
  none('约100', 'about'),
  none('100-200', 'a span'),
  none('100+200', 'a sum'),
  none('=100', 'a formula'),
  none('#DIV/0!', 'an error of Excel'),
  none('NaN', 'not a number'),
  none('Infinity', 'without end'),
  none('￥', 'a sign alone'),
  none('万', 'a unit alone'),
  none('100万万', 'two units'),
  none('$100', 'other money'),
  none('100%', 'a share'),
  none('\u202e001', 'turned around'),
  none('9'.repeat(400), 'beyond everything'),
  none(`1.${'0'.repeat(50_000)}1`, 'very many places'),
  none(`1${' '.repeat(50_000)}元元`, 'a very long blank'),
];
