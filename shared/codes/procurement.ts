// What kind of procurement it is: method, form of organisation, who runs it, what is bought, and how bids are evaluated.
import { type CodeOf, defineTable } from './code-table.ts';

/** 采购方式, with the categories it may be used for. committeeMin and supplierMin are the statutory minimum; null where the law sets none. */
export const procurementMethods = defineTable(
  {
    title: '采购方式',
    edition: '2024',
    source: '政府采购法 art 26 and the decrees on each method',
    evidence: 'S',
    validFrom: '2003-01-01',
  },
  [
    {
      code: 'OPEN_TENDER',
      name: '公开招标',
      law: '政府采购法 art 26(1)',
      result: '中标',
      docTerm: '招标文件',
      bidTerm: '投标文件',
      committeeMin: 5,
      supplierMin: 3,
      categories: ['A', 'C'],
      note: '工程招标适用招标投标法（条例 art 7）',
    },
    {
      code: 'INVITED_TENDER',
      name: '邀请招标',
      law: '政府采购法 art 26(2), 29, 34; 87号令 art 14',
      result: '中标',
      docTerm: '招标文件',
      bidTerm: '投标文件',
      committeeMin: 5,
      supplierMin: 3,
      categories: ['A', 'C'],
      note: '工程招标适用招标投标法（条例 art 7）',
    },
    {
      code: 'COMPETITIVE_NEGOTIATION',
      name: '竞争性谈判',
      law: '政府采购法 art 26(3), 30; 74号令 ch 3',
      result: '成交',
      docTerm: '谈判文件',
      bidTerm: '响应文件',
      committeeMin: 3,
      supplierMin: 3,
      categories: ['A', 'B', 'C'],
    },
    {
      code: 'COMPETITIVE_CONSULTATION',
      name: '竞争性磋商',
      law: '财库〔2014〕214号, under 政府采购法 art 26(6)',
      validFrom: '2014-12-31',
      result: '成交',
      docTerm: '磋商文件',
      bidTerm: '响应文件',
      committeeMin: 3,
      supplierMin: 3,
      categories: ['A', 'B', 'C'],
    },
    {
      code: 'INQUIRY',
      name: '询价',
      law: '政府采购法 art 26(5), 32; 74号令 ch 5',
      result: '成交',
      docTerm: '询价通知书',
      bidTerm: '响应文件',
      committeeMin: 3,
      supplierMin: 3,
      categories: ['A'],
    },
    {
      code: 'SINGLE_SOURCE',
      name: '单一来源采购',
      law: '政府采购法 art 26(4), 31; 74号令 ch 4',
      result: '成交',
      docTerm: '单一来源采购文件',
      bidTerm: '响应文件',
      committeeMin: null,
      supplierMin: 1,
      categories: ['A', 'B', 'C'],
    },
    {
      code: 'FRAMEWORK_AGREEMENT',
      name: '框架协议采购',
      law: '财政部令第110号',
      validFrom: '2022-03-01',
      result: '入围/成交',
      docTerm: '征集文件',
      bidTerm: '响应文件',
      committeeMin: null,
      supplierMin: 2,
      categories: ['A', 'C'],
    },
    {
      code: 'COOPERATIVE_INNOVATION',
      name: '合作创新采购',
      law: '财库〔2024〕13号',
      validFrom: '2024-06-01',
      evidence: 'M',
      result: '成交',
      docTerm: '采购文件',
      bidTerm: '响应文件',
      committeeMin: null,
      supplierMin: null,
      categories: ['A', 'C'],
    },
    {
      code: 'E_MALL',
      name: '电子卖场（网上商城）直购/竞价',
      evidence: 'M',
      note: 'local rules, small items under the threshold',
      result: '成交',
      docTerm: '采购需求',
      bidTerm: '报价',
      committeeMin: null,
      supplierMin: null,
      categories: ['A', 'C'],
    },
  ],
);

export const organisationForms = defineTable(
  {
    title: '采购组织形式',
    edition: '2015',
    source: '政府采购法 art 7, 18; 条例 art 3-4',
    evidence: 'S',
    validFrom: '2003-01-01',
  },
  [
    {
      code: 'CENTRAL',
      name: '政府集中采购（集中采购机构采购）',
      law: '政府采购法 art 18; 条例 art 4',
      note: '集中采购目录内的集中采购机构采购项目，必须委托集中采购机构',
    },
    { code: 'DEPARTMENT', name: '部门集中采购', law: '条例 art 4', note: '集中采购目录内的部门集中采购项目' },
    {
      code: 'DISPERSED',
      name: '分散采购',
      law: '政府采购法 art 18; 条例 art 4',
      note: '集中采购目录以外、限额标准以上，自行或委托代理机构采购',
    },
  ],
);

export const agencyKinds = defineTable(
  { title: '采购实施主体', edition: '2015', source: '政府采购法 art 16-20', evidence: 'S' },
  [
    { code: 'CENTRAL_AGENCY', name: '集中采购机构', law: '政府采购法 art 16' },
    { code: 'SOCIAL_AGENCY', name: '社会代理机构', law: '政府采购法 art 19' },
    { code: 'SELF', name: '自行采购', law: '政府采购法 art 18' },
  ],
);

/** The code is the first letter of every 品目 of the category. */
export const projectCategories = defineTable(
  { title: '项目类别', edition: '2022', source: '政府采购法 art 2; 财库〔2022〕31号', evidence: 'S' },
  [
    { code: 'A', name: '货物' },
    { code: 'B', name: '工程' },
    { code: 'C', name: '服务' },
  ],
);
export type ProjectCategory = CodeOf<typeof projectCategories>;

/** 评审方法, with the methods each may be used in. */
export const evaluationMethods = defineTable(
  {
    title: '评审方法',
    edition: '2022',
    source: '条例 art 34; 87号令 art 53-55; 74号令; 214号; 110号令',
    evidence: 'S',
  },
  [
    {
      code: 'LOWEST_PRICE',
      name: '最低评标价法',
      law: '条例 art 34; 87号令 art 54',
      note: '技术、服务等标准统一的货物和服务项目，应当采用最低评标价法',
      methods: [
        'OPEN_TENDER',
        'INVITED_TENDER',
        'COMPETITIVE_NEGOTIATION',
        'INQUIRY',
        'SINGLE_SOURCE',
        'E_MALL',
      ],
    },
    {
      code: 'COMPREHENSIVE_SCORE',
      name: '综合评分法',
      law: '条例 art 34; 87号令 art 55; 214号 art 23',
      note: '价格分值占总分值的比重：货物不低于30%，服务不低于10%',
      methods: ['OPEN_TENDER', 'INVITED_TENDER', 'COMPETITIVE_CONSULTATION', 'COOPERATIVE_INNOVATION'],
    },
    {
      code: 'LOWEST_QUOTE',
      name: '质量和服务均能满足且报价最低',
      law: '政府采购法 art 38(5), 40(4); 74号令 art 36, 49',
      methods: ['COMPETITIVE_NEGOTIATION', 'INQUIRY', 'E_MALL'],
    },
    {
      code: 'AGREED_PRICE',
      name: '协商定价',
      law: '政府采购法 art 39; 74号令 art 41',
      methods: ['SINGLE_SOURCE'],
    },
    {
      code: 'PRICE_FIRST',
      name: '价格优先法',
      law: '110号令 art 25',
      evidence: 'M',
      validFrom: '2022-03-01',
      methods: ['FRAMEWORK_AGREEMENT'],
    },
    {
      code: 'QUALITY_FIRST',
      name: '质量优先法',
      law: '110号令 art 25',
      evidence: 'M',
      validFrom: '2022-03-01',
      methods: ['FRAMEWORK_AGREEMENT'],
    },
  ],
);
