// Words of Excel files of payments and of the 主要标的 of a contract: heads of their columns, explanations in the templates, what is wrong with a row.
import type { Params } from '#shared/rules/engine.ts';
import { plain } from '../values.ts';

export const paymentHeaders = {
  contractNo: '合同编号',
  contractName: '合同名称',
  line: '付款计划第几笔',
  kind: '款项',
  amount: '应付金额（元）',
  condition: '付款条件',
  sizeClass: '供应商企业规模（签订时）',
  basis: '付款期限起算',
  deliveredOn: '交付日期',
  acceptedOn: '验收合格日期',
  invoiceNo: '发票号码',
  invoiceAmount: '发票金额（元）',
  invoiceOn: '收到发票日期',
  agreedOn: '约定付款日期',
  paidOn: '付款日期',
  paidAmount: '付款金额（元）',
  budgetYear: '支付年度',
  fundingLine: '预算指标',
  last: '结清',
  note: '备注',
} as const;
export type PaymentColumnName = keyof typeof paymentHeaders;

export function paymentTemplateNotes(mostRows: number): readonly string[] {
  return [
    '一、在“付款管理”表中填写，一行一笔付款，第一行标题请勿改动。合同编号必填，按系统中已提交公告及备案的合同填写；几份合同编号相同的，再填合同名称。',
    '二、付款计划中的款项，填“付款计划第几笔”（1、2、3……），款项、应付金额、付款条件取自付款计划，可以留空；不在付款计划中的，填写款项和应付金额。',
    '三、已经付款的，填写付款日期和付款金额，导入后登记为已付款。支付年度留空的，按付款日期的年度；与合同财政年度不同的，填写预算指标。',
    '四、尚未付款的，付款日期和付款金额留空。能算出应付日的登记为待付款，资料不全的保存为草稿，导入前逐行列出。',
    '五、这笔付款已登记、尚未付款的，按付款计划的同一笔或相同的发票号码找到它，登记为已付款，不另建一笔。其余各栏可以留空；填写的，应与已登记的一致。',
    '六、同一个文件再次导入，已导入的行不会重复登记。同一合同、同一款项、同日同额的付款，视为重复；确为两笔的，请在系统中逐笔登记。',
    '七、金额以元为单位，最多两位小数；写“万”“万元”的按所写单位读取，导入前折合成元供核对。日期按“2026-03-22”填写。发票号码按文本填写。结清填“是”或“否”，只在合同金额为暂估价或有扣款时填写。',
    '八、发票、付款凭证等附件请在导入后逐笔上传。涉密材料不得录入本系统。',
    `九、一个文件最多${mostRows}行。`,
  ];
}

export const contractItemHeaders = {
  name: '主要标的名称',
  spec: '规格型号',
  requirement: '服务要求',
  qty: '数量',
  unit: '单位',
  unitPrice: '单价（元）',
} as const;
export type ContractItemColumnName = keyof typeof contractItemHeaders;

export function contractItemTemplateNotes(mostRows: number): readonly string[] {
  return [
    '一、在“主要标的”表中填写，一行一项，第一行标题请勿改动。主要标的名称必填，其余可留空，导入后在合同中补充。',
    '二、货物填写规格型号，服务填写服务要求。数量和单位可以分两栏填写，也可以在数量栏一起写，如“2台”。',
    '三、单价以元为单位，最多两位小数；写“万”“万元”的按所写单位读取，导入前折合成元供核对。',
    `四、一个文件最多${mostRows}行。导入的内容填入正在编辑的合同，核对后再保存。本表在合同公告中公布，涉密内容不得录入本系统。`,
  ];
}

type Words = string | ((params: Params) => string);

/** Field codes of this subject, in the form of fieldTexts. */
export const contractImportFieldTexts: readonly (readonly [string, Words])[] = [
  [
    'excel_no_contract',
    (p) =>
      `没有编号为“${plain(p['value'])}”、可以付款的合同。请按系统中的合同编号填写；合同须先提交公告及备案`,
  ],
  ['excel_no_such_name', (p) => `编号为“${plain(p['value'])}”的合同没有这个名称，请按系统中的合同名称填写`],
  ['excel_several_contracts', (p) => `编号为“${plain(p['value'])}”的合同不止一份，请再填写“合同名称”`],
  [
    'excel_no_line',
    (p) =>
      p['most'] === 0
        ? '合同没有付款计划，请将此栏留空，并填写款项和应付金额'
        : `合同的付款计划只有${plain(p['most'])}笔，请填写1到${plain(p['most'])}`,
  ],
  ['excel_line_kind', (p) => `付款计划的这一笔是${plain(p['kind'])}，请改为一致或将此栏留空`],
  ['excel_same_row', (p) => `与第${plain(p['row'])}行相同，不重复导入。确为两笔的，请在系统中逐笔登记`],
  ['excel_payment_imported', '这一行此前已经导入，不重复登记。请删去这一行'],
  [
    'excel_payment_recorded',
    (p) =>
      `这份合同已登记 ${plain(p['on'])} 的同额付款，不重复登记。确为另一笔的，请在系统中登记；否则请删去这一行`,
  ],
  [
    'excel_payment_begun',
    '这笔付款已经登记，不重复登记。已经付款的，请填写付款日期和付款金额；否则请删去这一行',
  ],
  ['excel_several_payments', '有几笔已登记的付款与这一行相符，不知道是哪一笔。请在系统中逐笔登记已付款'],
  ['excel_payment_differs', '与已登记的这笔付款不同。请先在系统中修改那笔付款，或将此栏留空'],
];
