// Why a procurement ended without a result, and why a published result is changed.
import { defineTable } from './code-table.ts';
import { procurementMethods } from './procurement.ts';

/** How far a section has come: announced; past its deadline; opened; with a published result. */
export const courseStages = ['announced', 'closed', 'opened', 'awarded'] as const;
export type CourseStage = (typeof courseStages)[number];

const everyMethod: readonly string[] | null = null;
/** A single supplier is what 单一来源 is about. */
const amongSeveral: readonly string[] | null = procurementMethods.entries.flatMap(({ code }) =>
  code === 'SINGLE_SOURCE' ? [] : [code],
);
const otherThanTender: readonly string[] | null = [
  'COMPETITIVE_NEGOTIATION',
  'COMPETITIVE_CONSULTATION',
  'INQUIRY',
  'SINGLE_SOURCE',
];

/**
 * `from`: the stage before which it cannot be true; `until`: the last in which it may be given. `methods`: those under which it may be given, null
 * for all. `again`: the sections may be announced again (废标); the others end for good. `article`: what a refusal cites.
 */
export const terminationReasons = defineTable(
  {
    title: '废标（终止）原因',
    edition: '2018',
    source: '政府采购法 art 36; 条例; 87号令; 74号令; 94号令',
    evidence: 'S',
    validFrom: '2003-01-01',
  },
  [
    {
      code: 'SUPPLIERS_LT_3',
      name: '供应商或实质性响应供应商不足三家',
      law: '政府采购法 art 36(1); 87号令 art 41, 43, 44; 74号令 art 37, 50',
      article: 'law/36',
      from: 'closed',
      until: 'opened',
      methods: amongSeveral,
      again: true,
    },
    {
      code: 'UNFAIR_ACT',
      name: '出现影响采购公正的违法、违规行为',
      law: '政府采购法 art 36(2)',
      article: 'law/36',
      from: 'announced',
      until: 'opened',
      methods: everyMethod,
      again: true,
    },
    {
      code: 'OVER_BUDGET',
      name: '报价均超过采购预算，采购人不能支付',
      law: '政府采购法 art 36(3)',
      article: 'law/36',
      from: 'opened',
      until: 'opened',
      methods: everyMethod,
      again: true,
    },
    {
      code: 'TASK_CANCELLED',
      name: '因重大变故，采购任务取消',
      law: '政府采购法 art 36(4); 87号令 art 29',
      article: 'law/36',
      from: 'announced',
      until: 'opened',
      methods: everyMethod,
      again: false,
    },
    {
      code: 'METHOD_NOT_APPLICABLE',
      name: '情况变化，不再符合该采购方式',
      law: '74号令 art 37, 43, 50',
      validFrom: '2014-02-01',
      article: 'order74/37',
      from: 'announced',
      until: 'opened',
      methods: otherThanTender,
      again: true,
    },
    {
      code: 'DOCUMENT_DEFECT',
      name: '采购文件存在重大缺陷、歧义',
      law: '87号令 art 65',
      validFrom: '2017-10-01',
      article: 'order87/65',
      // The committee finds it while it evaluates; before, the document is corrected.
      from: 'opened',
      until: 'opened',
      methods: everyMethod,
      again: true,
    },
    {
      code: 'COMPLAINT_UPHELD',
      name: '质疑、投诉成立，重新开展采购活动',
      law: '94号令 art 16, 31, 32',
      validFrom: '2018-03-01',
      article: 'order94/32',
      from: 'announced',
      until: 'awarded',
      methods: everyMethod,
      again: true,
    },
    {
      code: 'WINNER_WITHDREW',
      name: '中标（成交）供应商放弃，重新开展采购活动',
      law: '条例 art 49',
      validFrom: '2015-03-01',
      article: 'regulation/49',
      from: 'awarded',
      until: 'awarded',
      methods: everyMethod,
      again: true,
    },
  ],
);

export const resultChangeReasons = defineTable(
  {
    title: '中标（成交）结果变更原因',
    edition: '2018',
    source: '政府采购法; 条例; 87号令; 74号令; 94号令',
    evidence: 'S',
    validFrom: '2003-01-01',
  },
  [
    {
      code: 'SUPPLIER_REFUSED',
      name: '中标（成交）供应商放弃或拒签合同',
      law: '条例 art 49; 74号令 art 22; 87号令 art 70',
    },
    { code: 'RE_EVALUATION', name: '重新评审改变评审结果', law: '87号令 art 64; 条例 art 44; 74号令 art 21' },
    { code: 'NEW_COMMITTEE', name: '重新组建评标委员会', law: '87号令 art 67' },
    {
      code: 'CHALLENGE_UPHELD',
      name: '质疑成立导致结果改变',
      law: '94号令 art 16',
      note: '应当书面报告本级财政部门',
    },
    { code: 'COMPLAINT_UPHELD', name: '投诉处理决定', law: '94号令 art 31-32' },
    { code: 'ILLEGAL_ACT', name: '违法行为导致中标、成交无效', law: '政府采购法 art 77; 条例 art 71-72' },
    { code: 'OTHER', name: '其他', evidence: 'D' },
  ],
);
