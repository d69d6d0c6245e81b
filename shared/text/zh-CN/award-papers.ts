// Words of the 中标（成交）通知书 and of the 结果告知书 (法 art 46, 52; 条例 art 33, 53; 87号令 art 69). `result` is 中标 or 成交.
import { formatChineseDate, type PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';

/** How one way of procurement speaks: 中标, 招标文件, 投标文件. */
export type MethodWords = {
  readonly result: string;
  readonly document: string;
  readonly bid: string;
};

type MethodTerms = { readonly result: string; readonly docTerm: string; readonly bidTerm: string };

/** By the row of the method; 中标 after a tender, 成交 otherwise, as the 结果公告 has it. */
export function methodWords(method: MethodTerms | undefined): MethodWords {
  return {
    result: method?.result === '中标' ? '中标' : '成交',
    document: method?.docTerm ?? '采购文件',
    bid: method?.bidTerm ?? '响应文件',
  };
}

type Subject = {
  readonly projectName: string;
  /** Empty while the project has none. */
  readonly projectNo: string;
  readonly section: string;
};

const subject = ({ projectName, projectNo, section }: Subject): string =>
  `${projectName}（${projectNo === '' ? '' : `项目编号：${projectNo}，`}标段：${section}）`;

/** The reason as it was written, which may end in a full stop of its own. */
const because = (what: string, reason: string): string =>
  `${what}，原因：${reason.trim().replace(/。+$/u, '')}。`;

const labels = {
  planNo: '采购计划备案号',
  projectNo: '采购项目编号',
  projectName: '采购项目名称',
  section: '标段',
  method: '采购方式',
  supplier: '供应商名称',
  uscc: '统一社会信用代码',
  member: '联合体成员',
  rate: '优惠率/费率',
  period: '合同履行期限',
  purchaser: '采购人',
  agency: '采购代理机构',
  score: '评审得分',
  reviewPrice: '评审报价',
  rank: '排序',
} as const;

export const awardPaperText = {
  labels,
  subject,
  number: (no: string): string => `编号：${no}`,
  addressee: (supplier: string): string => `${supplier}：`,
  /** Of a section that is called after its project only what tells it from the others. */
  section: (no: string, name: string, projectName: string): string => {
    if (name === no) return no;
    const isAfterProject = projectName !== '' && name.startsWith(projectName);
    return isAfterProject ? `${no}${name.slice(projectName.length)}` : `${no} ${name}`;
  },
  member: (name: string, share: string): string => (share === '' ? name : `${name}（${share}）`),
  contact: (name: string, address: string, phone: string): string =>
    [name, address === '' ? '' : `地址：${address}`, phone === '' ? '' : `电话：${phone}`]
      .filter((words) => words !== '')
      .join('，'),
  rank: (rank: number): string => `第${rank}名`,
  score: (score: number): string => `${score}分`,
  price: formatYuan,
  /** Of a paper in a list, and of its file. */
  name: (title: string, supplier: string): string => `${title}（${supplier}）`,

  pageTitle: '通知书与告知书',
  /** Of a supplier of whom nobody has told how it was evaluated. */
  untold:
    '没有登记该供应商的评审情况，告知书没有写明其得分、排序或未通过的原因。请交易中心推送更正后的评审结果，告知书随即补上；或依据评审报告另行书面告知。',

  /** Across a paper that counts no more, and why. */
  stamp: {
    word: '已失效',
    letter: '本通知书',
    notice: '本告知书所述的结果',
    changed: (what: string, day: PlainDate, changeNo: string): string =>
      `${what}自${formatChineseDate(day)}起失效（中标结果变更备案：${changeNo}）`,
    ended: (what: string, day: PlainDate, title: string): string =>
      `标段已终止，${what}自${formatChineseDate(day)}起失效（${title}）`,
    endedSomehow: (what: string): string => `标段已终止，${what}已失效`,
  },

  letter: {
    title: ({ result }: MethodWords): string => `${result}通知书`,
    amount: ({ result }: MethodWords): string => `${result}金额`,
    /** Whom it is for, in the text. */
    you: (ofSeveral: boolean): string => (ofSeveral ? '你联合体' : '你单位'),
    opening: (about: Subject, { result }: MethodWords, you: string): string =>
      `经依法组织采购活动，现确定${you}为${subject(about)}的${result}供应商。有关事项通知如下：`,
    openingChanged: (about: Subject, { result }: MethodWords, you: string, changeNo: string): string =>
      `经依法组织采购活动并办理中标结果变更备案（备案编号：${changeNo}），现确定${you}为${subject(about)}的${result}供应商。有关事项通知如下：`,
    replaces: ({ result }: MethodWords, no: string): string =>
      `原${result}通知书（编号：${no}）自本通知书发出之日起失效，以本通知书为准。`,
    consortium: '联合体各方应当共同与采购人签订采购合同，就采购合同约定的事项对采购人承担连带责任。',
    facts: (words: MethodWords): string => `${words.result}信息`,
    contract: '签订合同',
    sign: (days: number, { document, bid }: MethodWords, you: string): string =>
      `请自本通知书发出之日起${days}日内，按照${document}和${you}${bid}的约定，与采购人签订书面合同。所签订的合同不得对${document}确定的事项和${you}${bid}作实质性修改。`,
    binding: ({ result }: MethodWords): string =>
      `本通知书对采购人和${result}供应商均具有法律效力。通知书发出后，采购人改变${result}结果，或者${result}供应商放弃${result}项目的，应当依法承担法律责任。`,
    contacts: '联系方式',
  },

  notice: {
    title: '结果告知书',
    opening: (about: Subject, { result }: MethodWords, day: PlainDate, winner: string): string =>
      `感谢你单位参加${subject(about)}的采购活动。该标段的${result}结果已于${formatChineseDate(day)}公告，${result}供应商为${winner}。现将你单位的评审情况告知如下：`,
    openingChanged: (about: Subject, { result }: MethodWords, day: PlainDate, winner: string): string =>
      `感谢你单位参加${subject(about)}的采购活动。该标段的${result}结果已经变更，并于${formatChineseDate(day)}公告，变更后的${result}供应商为${winner}。现将你单位的评审情况告知如下：`,
    own: '你单位的评审情况',
    rejected: ({ bid }: MethodWords, reason: string): string => because(`你单位的${bid}未通过审查`, reason),
    passedOver: ({ result }: MethodWords, reason: string): string =>
      because(`你单位未被确定为${result}供应商`, reason),
    /** It has won, and a filing has taken that back. */
    replaced: ({ result }: MethodWords, no: string, day: PlainDate, changeNo: string): string =>
      `你单位原为${result}供应商，原${result}通知书（编号：${no}）已于${formatChineseDate(day)}失效（中标结果变更备案：${changeNo}）。`,
    challenge: ({ result }: MethodWords, entrusted: boolean, announced: string): string =>
      `你单位认为采购过程、${result}结果使自己的权益受到损害的，可以自知道或者应知其权益受到损害之日（对${result}结果，为${announced}期限届满之日）起七个工作日内，以书面形式向采购人${entrusted ? '或者采购代理机构' : ''}提出质疑。`,
    announced: { result: '结果公告', change: '结果变更公告' },
    bond: ({ result }: MethodWords): string =>
      `你单位交纳了保证金的，自${result}通知书发出之日起5个工作日内退还。`,
    rights: '有关事项',
    /** Where nobody has told how it was evaluated: it is true of everybody who has not won, and whom to ask is said. */
    unknown: ({ result, bid }: MethodWords, entrusted: boolean): string =>
      `你单位未被确定为${result}供应商。你单位${bid}的审查结果，以及采用综合评分法的评审得分与排序，可以凭本告知书向采购人${entrusted ? '或者采购代理机构' : ''}查询，被询问的一方应当书面告知。`,
  },
} as const;
