// Words of published documents that no field holds: how days, times and amounts are written, and what is said of sections, reserves and
// corrections where the plan or the trading centre knows it.
import { formatChineseDate, type LocalTime, type PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 一 to 九十九; larger numbers in figures. */
function chineseNumber(n: number): string {
  if (n < 1 || n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const before = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${before}${digits[ones]}`;
}

function month(value: string): string {
  return `${value.slice(0, 4)}年${Number(value.slice(5, 7))}月`;
}

const amount = (fen: number): string => `${formatYuan(fen)}（大写：${toRmbUppercase(fen)}）`;
const yesNo = (value: boolean): string => (value ? '是' : '否');

export const documentText = {
  none: '无',
  /** Where something has still to be filled in. */
  blank: '________',
  yesNo,
  amount,
  uppercase: (fen: number): string => `（大写：${toRmbUppercase(fen)}）`,
  date: (date: PlainDate): string => formatChineseDate(date),
  month,
  /** 2026年3月, or 2026年3月至5月, or 2026年11月至2027年1月. */
  months: (from: string, to: string): string => {
    if (from === to) return month(from);
    const until = from.slice(0, 4) === to.slice(0, 4) ? `${Number(to.slice(5, 7))}月` : month(to);
    return `${month(from)}至${until}`;
  },
  time: (time: LocalTime): string => `${formatChineseDate(time.slice(0, 10))} ${time.slice(11)}（北京时间）`,
  heading: (n: number): string => `${chineseNumber(n)}、`,
  round: (n: number): string => `（第${chineseNumber(n)}次）`,
  listed: (words: readonly string[]): string => words.join('、'),
  /** A person and as what: 李四（采购人代表）. */
  namedAs: (name: string, role: string): string => `${name}（${role}）`,
} as const;

type SectionWords = {
  readonly sectionNo: string;
  readonly name: string;
  readonly budget: number;
  readonly ceiling: number | null;
};

/** What holds of a section: by the trading centre, or where it does not know of packages by the plan. */
type SectionTerms = {
  /** `A02010301 防火墙` */
  readonly catalogue: string;
  readonly content: string;
  /** The items of its package; empty where nobody knows them. */
  readonly items: string;
  /** Null where nobody has said it: for a person to fill in. */
  readonly smeReserved: boolean | null;
};

/** What the lines of a section begin with, so that typed lines can be held against them. */
const lineLabels = {
  budget: '预算金额',
  ceiling: '最高限价',
  catalogue: '采购品目',
  content: '采购内容',
  items: '采购标的',
  reserved: '是否专门面向中小企业采购',
} as const;

const line = (label: string, words: string): string => `${label}：${words}`;

/** What is filled in for a person. */
export const fillInText = {
  sectionTitle: ({ sectionNo, name }: SectionWords): string => `标段${sectionNo}：${name}`,
  /** Number and name stand above them; the 合同履行期限 has a line of its own where the format asks for it. */
  lineLabels,
  line,
  sectionLines: (
    { budget, ceiling }: SectionWords,
    { catalogue, content, items, smeReserved }: SectionTerms,
  ): readonly string[] => [
    line(lineLabels.budget, amount(budget)),
    line(lineLabels.ceiling, ceiling === null ? '无' : amount(ceiling)),
    line(lineLabels.catalogue, catalogue),
    ...(content === '' ? [] : [line(lineLabels.content, content)]),
    // Where the centre lists the same items, once is enough.
    ...(items === '' || items === content ? [] : [line(lineLabels.items, items)]),
    line(lineLabels.reserved, smeReserved === null ? documentText.blank : yesNo(smeReserved)),
  ],
  ofSection: (sectionNo: string, words: string): string => `标段${sectionNo}：${words}`,
  item: (name: string, qty: string, unit: string): string => `${name}${qty === '' ? '' : `，${qty}${unit}`}`,
  /** Of a 联合体 all are named, and what each is. */
  winnerOf: (sectionNo: string) => `标段${sectionNo}中标（成交）供应商`,
  winner: (name: string, members: readonly string[]): string =>
    members.length === 0
      ? name
      : [`${name}（联合体牵头单位）`, ...members.map((member) => `${member}（联合体成员）`)].join('、'),
  changedAmount: (kind: 'addition' | 'reduction', fen: number): string =>
    `${kind === 'addition' ? '追加' : '减少'}金额：${amount(fen)}`,
  contractEnded: '合同终止',
  endedFor: (reason: string): string => `终止原因：${reason}`,
  takenOverBy: (name: string, uscc: string): string =>
    `变更后的供应商（乙方）：${name}（统一社会信用代码：${uscc}）`,
  /** 联系方式 of a natural person. */
  notPublished: '依法不予公开',
  items: (
    items: readonly { readonly name: string; readonly qty: string | null; readonly unit: string }[],
  ): string => items.map(({ name, qty, unit }) => fillInText.item(name, qty ?? '', unit)).join('；'),
  performance: (period: string, place: string, rate = '', estimated = false): string =>
    [
      period === '' ? '' : `履约期限：${period}`,
      place === '' ? '' : `履约地点：${place}`,
      rate === '' ? '' : `计价方式：${rate}`,
      estimated ? '合同金额为暂估金额，据实结算' : '',
    ]
      .filter((words) => words !== '')
      .join('；'),
  smeWhole:
    '本项目专门面向中小企业采购，供应商应为中小企业、监狱企业或者残疾人福利性单位，并提供相应的声明函或者证明材料。',
  smeSome: (sectionNos: readonly string[]): string =>
    `标段${sectionNos.join('、')}专门面向中小企业采购，供应商应为中小企业、监狱企业或者残疾人福利性单位，并提供相应的声明函或者证明材料。`,
  smeConsortium: (fen: number | null): string =>
    `本项目要求供应商以联合体形式参加，其中中小企业承担的合同份额${fen === null ? '应达到采购文件规定的比例' : `不低于${formatYuan(fen)}`}。`,
  smeSubcontract: (fen: number | null): string =>
    `本项目要求供应商将采购项目中的一定比例分包给中小企业，分包金额${fen === null ? '应达到采购文件规定的比例' : `不低于${formatYuan(fen)}`}。`,
  smeIndustry: (name: string): string => `采购标的对应的中小企业划分标准所属行业：${name}。`,
  /** One a line, numbered where there are several. */
  policies: (sentences: readonly string[]): string =>
    sentences.length === 1
      ? sentences.join('')
      : sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join('\n'),
  docHours: '上午8:30至12:00，下午14:30至17:30',
  display: (workdays: number): string => `自本公告发布之日起${workdays}个工作日。`,
  smeRemark: '专门面向中小企业采购',
  /** What differs in a section that the trading centre has pushed again. */
  difference: {
    sectionNo: (no: string): string => `标段${no}编号`,
    name: (no: string): string => `标段${no}名称`,
    budget: (no: string): string => `标段${no}预算金额`,
    ceiling: (no: string): string => `标段${no}最高限价`,
    content: (no: string): string => `标段${no}采购内容`,
    catalogCode: (no: string): string => `标段${no}品目`,
    smeReserved: (no: string): string => `标段${no}是否专门面向中小企业采购`,
    qualification: (no: string): string => `标段${no}资格要求`,
    performancePeriod: (no: string): string => `标段${no}合同履行期限`,
    acceptsConsortium: (no: string): string => `标段${no}是否接受联合体`,
    evalMethod: (no: string): string => `标段${no}评审方法`,
    openingOn: (no: string): string => `标段${no}开标日期`,
  },
} as const;
