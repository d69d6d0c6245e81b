// Words of Excel files: names of sheets and columns, explanations in the template, and what is wrong with a cell or a file.
import type { ErrorParam } from '#shared/kernel/errors.ts';
import { plain } from './values.ts';

export const excelSheets = {
  plans: '采购计划',
  projects: '采购项目',
  intentions: '采购意向',
  challenges: '质疑',
  suppliers: '供应商',
  awardChanges: '中标结果变更备案',
  contracts: '合同公告及备案',
  yearEnd: '跨年度事项',
  payments: '付款管理',
  paymentFigures: '付款情况',
  contractItems: '主要标的',
  acceptances: '履约验收',
  breaches: '违约处理',
  notes: '填写说明',
  codes: '代码表',
} as const;

/** What exported lists are called as files, before the user says otherwise. */
export const exportFiles = {
  plans: '采购计划备案.xlsx',
  projects: '采购项目.xlsx',
  intentions: '采购意向.xlsx',
  challenges: '质疑登记.xlsx',
  suppliers: '供应商.xlsx',
  awardChanges: '中标结果变更备案.xlsx',
  contracts: '合同公告及备案.xlsx',
  payments: '付款管理.xlsx',
  acceptances: '履约验收.xlsx',
  breaches: '违约处理.xlsx',
} as const;

/** Columns of exported lists. */
export const exportHeaders = {
  planNo: '备案号',
  projectName: '项目名称',
  status: '状态',
  purchaserName: '采购单位',
  purchaserUscc: '统一社会信用代码',
  fiscalYear: '财政年度',
  category: '项目类别',
  region: '行政区划',
  method: '采购方式',
  orgForm: '采购组织形式',
  agency: '代理机构',
  budgetAmount: '预算金额（元）',
  ceilingPrice: '最高限价（元）',
  items: '采购品目',
  packages: '采购包',
  funds: '资金来源',
  smeMode: '中小企业预留方式',
  smeAmount: '预留金额（元）',
  policies: '政策适用情况',
  plannedStart: '计划采购时间',
  platform: '交易平台',
  contact: '联系人',
  phone: '联系电话',
  createdAt: '编制时间',
  submittedAt: '提交时间',
  filedAt: '备案时间',
  projectNo: '采购项目编号',
  push: '交易中心',
  sectionCount: '标段数',
  sectionBudgetTotal: '标段预算合计（元）',
  updatedAt: '更新时间',
  title: '标题',
  intendedProjects: '采购项目名称',
  publishedAt: '发布时间',
  challenger: '质疑供应商',
  supplierName: '供应商名称',
  uscc: '统一社会信用代码',
  address: '地址',
  sizeClass: '企业规模',
  earlierNames: '曾用名',
  changeNo: '备案编号',
  section: '标段',
  originalSupplier: '原中标（成交）供应商',
  changeReason: '变更原因',
  changeAction: '变更方式',
  newSupplier: '变更后供应商',
  contractNo: '合同编号',
  contractName: '合同名称',
  contractAmount: '合同金额（元）',
  contractRate: '费率/下浮率',
  signedOn: '签订日期',
  yearEndKind: '跨年度事项',
  yearEndPaid: '已付金额',
  yearEndFunded: '次年资金（元）',
  yearEndSince: '通知书、签订或验收日期',
  contractDueOn: '公告备案期限',
  contractAnnounced: '公告备案时限',
  contractAcceptance: '履约验收',
  contractPublishedAt: '公告时间',
  filingNo: '备案编号',
  acceptanceNo: '验收编号',
  acceptanceStage: '验收阶段',
  acceptanceConclusion: '验收结论',
  acceptanceHeldOn: '验收日期',
  paymentKind: '款项',
  paymentAmount: '应付金额（元）',
  invoiceOn: '收到发票日期',
  dueOn: '应付日',
  paidOn: '付款日期',
  paidAmount: '付款金额（元）',
  budgetYear: '支付年度',
  paidInTime: '是否按期',
  daysLate: '逾期天数',
  breachParty: '违约方',
  breachKind: '违约情形',
  breachHappenedOn: '违约日期',
  breachNoticeOn: '通知日期',
  breachUpheld: '违约是否成立',
  breachConsequences: '处理措施',
  breachPenalty: '违约金（元）',
  letterNo: '质疑函编号',
  challengeStage: '质疑对象',
  receivedOn: '收到日期',
  replyDue: '答复期限',
  mayAffectResult: '可能影响结果',
  matters: '质疑事项',
  repliedOn: '答复日期',
  conclusion: '答复结论',
  consequence: '处理方式',
} as const;

/** Columns of the template to fill in. */
export const importHeaders = {
  no: '临时编号',
  projectName: '项目名称',
  fiscalYear: '财政年度',
  regionCode: '行政区划',
  category: '项目类别',
  budgetAmount: '预算金额（元）',
  ceilingPrice: '最高限价（元）',
  method: '采购方式',
  methodReasonCode: '适用情形',
  methodReason: '理由',
  methodApprovalNo: '采购方式变更批复文号',
  orgForm: '采购组织形式',
  entrusted: '是否委托代理',
  agency: '代理机构',
  agencyAgreementNo: '委托代理协议编号',
  importAllowed: '是否采购进口产品',
  smeMode: '中小企业预留方式',
  smeAmount: '预留金额（元）',
  smeSmallAmount: '其中预留给小微企业（元）',
  smeExemptReason: '不预留的情形',
  smeIndustry: '采购标的所属行业',
  greenPolicies: '节能、环境标志产品',
  intentionId: '采购意向公告',
  intentionPublishedOn: '采购意向公开日期',
  plannedStart: '计划采购时间',
  performancePeriod: '合同履行期限',
  performancePlace: '履约地点',
  evalMethod: '评审方法',
  priceWeight: '价格分值占比（%）',
  platform: '交易平台',
  budgetUnitCode: '预算单位编码',
  supervisingUnit: '主管预算单位',
  contact: '联系人',
  phone: '联系电话',
  itemCode: '品目编码',
  itemName: '标的名称',
  itemQty: '数量',
  itemUnit: '单位',
  itemUnitPrice: '单价（元）',
  itemAmount: '品目金额（元）',
  packageNo: '采购包号',
  packageName: '采购包名称',
  packageReserved: '采购包是否专门面向中小企业',
  fundSource: '资金性质',
  fundAmount: '资金金额（元）',
  fundBudgetItemNo: '预算项目编码',
} as const;
export type ImportColumn = keyof typeof importHeaders;

/** What an exported cell says of the day of a payment. */
export const paymentWords = { inTime: '按期', late: '逾期' } as const;

/** What an exported cell says of a package, and of the package of an item. */
export const packageWords = {
  ofNo: (no: string) => `包${no}`,
  reserved: '专门面向中小企业',
  /** Of one that the file gives no name. */
  unnamed: (no: string) => `第${no}包`,
} as const;

export const yesNo = { yes: '是', no: '否' } as const;

/** Heads of the code sheet: what it is a code of, the code, its name. */
export const codeSheetHeaders = { code: '代码', name: '名称' } as const;

export function templateNotes(mostRows: number): readonly string[] {
  return [
    '一、在“采购计划”表中填写，一行一项采购计划，第一行标题请勿改动。红色标题的栏必填，其余可留空，导入后再补充。',
    '二、临时编号由您自定，如 1、2、3，只用来区分本表中的计划，不会保存。',
    '三、一项计划有多个品目或多笔资金时，接着增加行，填写相同的临时编号，只填“品目编码”至“预算项目编码”各栏，其他栏留空。',
    '四、采购方式、行政区划等栏可填名称或代码，均见“代码表”。交易平台、代理机构填名称；代理机构也可填统一社会信用代码。',
    '五、金额以元为单位，最多两位小数；写“万”“万元”的按所写单位读取，导入前折合成元供核对。日期按“2026-03-22”填写。“是否”各栏填“是”或“否”。编号、编码、电话按文本填写，超过15位的数字在数字格式的单元格中会被 Excel 改动。',
    '六、节能、环境标志产品有多项时，用“、”分隔。',
    '七、同一项计划的各行可以上下合并“临时编号”等栏，视为各行相同；品目和资金各栏请勿合并。公式取文件保存时的结果。',
    '八、分包采购的，在每个品目后填写采购包号；同一采购包的名称、是否专门面向中小企业填一次即可。采购包预算按包内品目金额合计。不分包的，这三栏留空。',
    `九、一个文件最多${mostRows}行。附件请在导入后逐项上传；政府采购政策是否适用，导入时会列出须答复的各项，导入后在计划中填写。涉密项目不得录入本系统。`,
    '十、导入的计划保存为草稿，提交前仍会进行合规检查。',
  ];
}

/** Comments at the cells of a workbook that was read. */
export const importNotes = {
  author: '政采互联',
  heading: '【政采互联导入检查】',
  made: '已导入。再次导入本表前，请删去这些行，以免重复。',
} as const;

type Params = Readonly<Record<string, ErrorParam>>;

/** Said when a list has more rows than one file takes; `rows` is null when nobody has counted them. */
export function exportTooLarge({ rows = null, most = null }: Params): string {
  const found = rows === null ? '' : `当前列表有${plain(rows)}条，`;
  return `${found}一次最多导出${plain(most)}条。请先筛选后再导出。`;
}

type Words = string | ((params: Params) => string);

/** Field codes of this subject, in the form of fieldTexts. */
export const excelFieldTexts: readonly (readonly [string, Words])[] = [
  // the file
  ['file_not_writable', '无法写入所选位置。文件可能正被其他程序打开，请关闭后重试，或另选位置'],
  ['excel_no_workbook', '不是 Excel 工作簿（.xlsx），或文件已损坏。请使用下载的模板'],
  ['excel_protected', '文件设有打开密码。请取消密码后另存，再重试'],
  ['excel_other_format', '是旧版 .xls、.et 或 .xlsb 格式。请用 Excel 或 WPS 另存为 .xlsx 后重试'],
  ['excel_too_large', '文件过大，请分成几个文件导入'],
  ['excel_no_sheet', '工作簿中没有可以读取的表格，请使用下载的模板'],
  [
    'excel_headers',
    (p) =>
      `标题行与模板不一致${p['missing'] === undefined ? '' : `，缺少“${plain(p['missing'])}”`}。请使用下载的模板`,
  ],
  ['excel_header_twice', (p) => `标题“${plain(p['header'])}”出现了两次，请使用下载的模板`],
  ['excel_too_many_rows', (p) => `超过了${plain(p['most'])}行，请分成几个文件导入`],
  ['excel_empty', '表格中没有填写内容'],
  // a cell
  [
    'excel_error_cell',
    (p) => `单元格的公式出错（${plain(p['value'])}），没有取到内容。请改正公式，或直接填写结果`,
  ],
  ['excel_uncalculated', '公式的结果没有保存在文件中。请用 Excel 或 WPS 打开并保存后重试，或直接填写结果'],
  ['excel_digits_lost', '数字过长，Excel 只能保存前15位。请将单元格格式设为“文本”后重新填写'],
  ['excel_text_as_date', 'Excel 将填写的内容当作了日期。请将单元格格式设为“文本”后重新填写'],
  ['excel_negative', '不能为负数，请核对'],
  ['excel_percent', '单元格是百分数，请改填数字'],
  ['excel_one_line', '此栏只能有一行文字，请删去单元格中的换行'],
  ['excel_merged', '合并的单元格不知道属于哪一格。请取消合并，逐格填写'],
  ['excel_cell_too_long', (p) => `内容超过${plain(p['most'])}个字，请缩短`],
  ['excel_number', '应填写数字'],
  [
    'excel_whole_number',
    (p) => `${p['seen'] === undefined ? '' : `“${plain(p['seen'])}”不是整数，`}应填写整数`,
  ],
  ['excel_date', '日期不正确，请按“2026-03-22”的格式填写'],
  ['excel_yes_no', '请填写“是”或“否”'],
  ['excel_unknown_code', (p) => `“${plain(p['value'])}”不在代码表中，请按“代码表”填写`],
  ['excel_ambiguous', (p) => `“${plain(p['value'])}”对应多项，请改填代码（单位填统一社会信用代码）`],
  ['excel_needed', '必填，请填写'],
  ['excel_differs', '与同一临时编号第一行的内容不同。续行中请将此栏留空'],
  ['excel_package_differs', '与同一采购包前面填写的内容不同，请改为一致或留空'],
  ['excel_no_number', '没有填写临时编号，不知道属于哪项计划'],
  ['excel_nothing_added', '续行没有填写品目或资金'],
];
