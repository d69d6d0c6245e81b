// Policies that a plan declares: where the money comes from, what is reserved for small and medium enterprises, what is green.
import { defineTable } from './code-table.ts';
import { defaultPolicies } from './procurement-policies.ts';

export const fundSources = defineTable(
  { title: '资金来源', edition: '2020', source: '预算管理一体化规范 资金性质', evidence: 'M' },
  [
    { code: 'GENERAL', name: '一般公共预算资金' },
    { code: 'GOV_FUND', name: '政府性基金预算资金' },
    { code: 'SOE_CAPITAL', name: '国有资本经营预算资金' },
    { code: 'FISCAL_ACCOUNT', name: '财政专户管理资金' },
    { code: 'UNIT_FUND', name: '单位资金（事业收入、经营收入、上级补助、附属单位上缴、其他收入）' },
    { code: 'BOND', name: '政府债券资金（一般债/专项债）' },
    { code: 'OTHER', name: '其他资金' },
  ],
);

export const smeReserveModes = defineTable(
  {
    title: '中小企业预留方式',
    edition: '2020',
    source: '财库〔2020〕46号 art 7-9',
    evidence: 'S',
    validFrom: '2021-01-01',
  },
  [
    { code: 'NONE', name: '未预留（价格扣除）', law: '财库〔2020〕46号 art 9' },
    { code: 'WHOLE_PROJECT', name: '整体专门面向中小企业', law: '财库〔2020〕46号 art 8(1)' },
    { code: 'LOT', name: '设置专门采购包', law: '财库〔2020〕46号 art 8(2)' },
    { code: 'CONSORTIUM', name: '要求联合体中中小企业承担比例', law: '财库〔2020〕46号 art 8(3)' },
    { code: 'SUBCONTRACT', name: '要求合同分包给中小企业', law: '财库〔2020〕46号 art 8(4)' },
  ],
);

export const smeReserveExemptions = defineTable(
  {
    title: '不专门面向中小企业预留的情形',
    edition: '2020',
    source: '财库〔2020〕46号 art 6',
    evidence: 'S',
    validFrom: '2021-01-01',
  },
  [
    {
      code: 'NON_ENTERPRISE',
      name: '法律法规和国家有关政策明确规定优先或者应当面向事业单位、社会组织等非企业主体采购的',
      law: '财库〔2020〕46号 art 6(1)',
    },
    {
      code: 'IRREPLACEABLE',
      name: '因确需使用不可替代的专利、专有技术，基础设施限制，或者提供特定公共服务等原因，只能从中小企业之外的供应商处采购的',
      law: '财库〔2020〕46号 art 6(2)',
    },
    {
      code: 'SUPPLY_AT_RISK',
      name: '按照本办法规定预留采购份额无法确保充分供应、充分竞争，或者存在可能影响政府采购目标实现的情形',
      law: '财库〔2020〕46号 art 6(3)',
    },
    { code: 'FRAMEWORK', name: '框架协议采购项目', law: '财库〔2020〕46号 art 6(4)' },
    {
      code: 'PROVINCIAL',
      name: '省级以上人民政府财政部门规定的其他情形',
      law: '财库〔2020〕46号 art 6(5)',
    },
  ],
);

/** 采购标的对应的中小企业划分标准所属行业 */
export const smeIndustries = defineTable(
  {
    title: '中小企业划分标准所属行业',
    edition: '2011',
    source: '工信部联企业〔2011〕300号 art 4',
    evidence: 'M',
    validFrom: '2011-06-18',
  },
  [
    { code: 'AGRICULTURE', name: '农、林、牧、渔业' },
    { code: 'INDUSTRY', name: '工业（包括采矿业，制造业，电力、热力、燃气及水生产和供应业）' },
    { code: 'CONSTRUCTION', name: '建筑业' },
    { code: 'WHOLESALE', name: '批发业' },
    { code: 'RETAIL', name: '零售业' },
    { code: 'TRANSPORT', name: '交通运输业（不含铁路运输业）' },
    { code: 'WAREHOUSING', name: '仓储业' },
    { code: 'POST', name: '邮政业' },
    { code: 'ACCOMMODATION', name: '住宿业' },
    { code: 'CATERING', name: '餐饮业' },
    { code: 'INFORMATION_TRANSMISSION', name: '信息传输业（包括电信、互联网和相关服务）' },
    { code: 'SOFTWARE', name: '软件和信息技术服务业' },
    { code: 'REAL_ESTATE', name: '房地产开发经营' },
    { code: 'PROPERTY_MANAGEMENT', name: '物业管理' },
    { code: 'LEASING_BUSINESS', name: '租赁和商务服务业' },
    {
      code: 'OTHER',
      name: '其他未列明行业（包括科学研究和技术服务业，水利、环境和公共设施管理业，居民服务、修理和其他服务业，社会工作，文化、体育和娱乐业等）',
    },
  ],
);

/** What a plan may name, as the table of policies has it (procurement-policies.ts). */
export const greenPolicies = defineTable(
  {
    title: '节能、环境标志等绿色采购政策',
    edition: '2020',
    source: '政府采购法 art 9; 财库〔2019〕9号',
    evidence: 'M',
  },
  defaultPolicies
    .filter(({ asks }) => asks === 'chosen')
    .map(({ code, name, document, validFrom, validTo }) => ({
      code,
      name,
      law: document,
      validFrom,
      validTo,
    })),
);
