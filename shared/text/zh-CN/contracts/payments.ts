// Words of payments: names of their fields and commands, what their rules say, and why a field was refused.
import type { Params } from '#shared/rules/engine.ts';
import { type RuleWords, say } from '../rule-words.ts';
import { money, plain } from '../values.ts';

export const paymentLabels: Readonly<Record<string, string>> = {
  'payments.status.draft': '草稿',
  'payments.status.due': '待付款',
  'payments.status.paid': '已付款',
  'payments.status.void': '已作废',
  'payments.status': '状态',
  'payments.contractId': '合同',
  'payments.contractName': '合同名称',
  'payments.contractNo': '合同编号',
  'payments.projectName': '项目名称',
  'payments.purchaserId': '采购单位',
  'payments.purchaserName': '采购单位',
  'payments.supplierName': '收款供应商',
  'payments.kind': '款项',
  'payments.amount': '金额（元）',
  'payments.size': '企业类型',
  'payments.size.sme': '中小企业',
  'payments.size.large': '大型企业',
  'payments.size.unsaid': '未填写',
  'payments.dueOn': '应付日',
  'payments.paidOn': '付款日期',
  'payments.paidAmount': '付款金额',
  'payments.budgetYear': '支付年度',
  'payments.fundingLine': '预算指标',
  'payments.last': '结清',
  'payments.vouchers': '付款凭证',
  'payments.updatedAt': '更新时间',
  'payments.basis.delivery': '交付后付款',
  'payments.basis.acceptance': '验收合格后付款',
  'payments.purpose.invoice': '发票',
  'payments.purpose.acceptance': '验收报告',
  'payments.purpose.guarantee': '预付款保函',
  'payments.purpose.other': '其他附件',
  'payments.content.lineId': '付款计划',
  'payments.content.kind': '款项',
  'payments.content.condition': '付款条件',
  'payments.content.amount': '应付金额',
  'payments.content.sizeClass': '供应商企业规模（签订时）',
  'payments.content.basis': '付款期限起算',
  'payments.content.deliveredOn': '交付日期',
  'payments.content.acceptedOn': '验收合格日期',
  'payments.content.invoiceNo': '发票号码',
  'payments.content.invoiceAmount': '发票金额',
  'payments.content.invoiceOn': '收到发票日期',
  'payments.content.agreedOn': '约定付款日期',
  'payments.content.interestRate': '约定的逾期年利率（%）',
  'payments.content.note': '备注',
  'payments.content.files': '附件',
  'contracts.receivedOn': '收取日期',
  'contracts.expiresOn': '到期日期',
  'contracts.returnBy': '约定退还日期',
  'contracts.returnedOn': '退还日期',
  'contracts.returnedAmount': '退还金额',
  'contracts.bondFiles': '凭证',
  'actions.contracts.recordBond': '登记履约保证金',
  'actions.contracts.returnBond': '登记退还',
  'actions.contracts.undoReturn': '撤销退还登记',
  'commands.contracts.recordBond': '登记履约保证金',
  'commands.contracts.returnBond': '退还履约保证金',
  'commands.contracts.undoReturn': '撤销履约保证金的退还登记',
  'contracts.lineId': '资金来源',
  'contracts.budgetYear': '预算年度',
  'contracts.fundSource': '资金性质',
  'contracts.fundAmount': '金额（元）',
  'contracts.documentNo': '预算指标文号',
  'actions.contracts.addFunding': '追加资金来源',
  'actions.contracts.withdrawFunding': '撤销资金来源',
  'commands.contracts.addFunding': '追加资金来源',
  'commands.contracts.withdrawFunding': '撤销资金来源',
  'actions.payments.create': '登记付款',
  'actions.payments.edit': '修改',
  'actions.payments.submit': '转为待付款',
  'actions.payments.pay': '登记已付款',
  'actions.payments.amend': '变更',
  'actions.payments.void': '作废',
  'actions.payments.delete': '删除',
  'commands.payments.create': '登记付款',
  'commands.payments.edit': '修改付款',
  'commands.payments.submit': '付款转为待付款',
  'commands.payments.pay': '登记已付款',
  'commands.payments.amend': '变更付款',
  'commands.payments.void': '作废付款',
  'commands.payments.delete': '删除付款',
};

const lateWords = (p: Params) =>
  say(
    `付款日期超过应付日（${plain(p['until'])}）${plain(p['days'])}日`,
    '请核对；确实逾期的，可继续登记，记录将保留',
  );

export const paymentRuleTexts: readonly (readonly [string, RuleWords])[] = [
  ['payment.not_in_force', say('合同尚未公告', '请返回合同核对')],
  ['payment.terminated', say('合同已终止', '只支付终止前已经履行的部分，请核对')],
  ['payment.required', say('此栏为必填项', '请填写')],
  ['payment.day_unknown', say('尚不能计算应付日', '请填写此栏；条件尚未满足的，可先保存为草稿')],
  ['payment.later', say('日期晚于今天', '请核对')],
  [
    'payment.above_contract',
    (p) =>
      say(
        `付款合计${money(p['together'])}，超过合同金额${money(p['amount'])}（含变更）`,
        '请核对金额；确需增加的，先登记合同变更',
      ),
  ],
  [
    'payment.above_estimate',
    (p) =>
      say(`付款合计${money(p['together'])}，超过合同的暂估金额${money(p['amount'])}`, '请按实际结算量核对'),
  ],
  [
    'payment.not_accepted',
    say('以验收合格为条件的款项，尚未验收', '请先登记验收；系统外已验收的，请上传验收报告并填写验收合格日期'),
  ],
  ['payment.not_accepted_yet', say('以验收合格为条件的款项，尚未验收', '验收合格后才能登记已付款')],
  ['payment.accepted_elsewhere', say('系统内没有验收记录，以上传的验收报告为准', '请核对验收报告')],
  [
    'payment.above_accepted',
    (p) =>
      say(
        `以验收合格为条件的付款合计${money(p['together'])}，超过已验收部分的金额${money(p['released'])}`,
        '请只支付已验收的部分',
      ),
  ],
  [
    'payment.accepted_unpriced',
    say('只验收了一部分，且该部分没有单价，无法核对金额', '请按已验收的部分核对金额'),
  ],
  ['payment.size_unknown', say('没有填写供应商的企业规模', '中小企业有法定付款期限，请按声明函选择')],
  [
    'payment.size_not_small',
    say('合同订立时供应商为中小企业', '请按声明函选择企业规模；中小企业有法定付款期限，不能留空或改选大型'),
  ],
  ['payment.size_differs', say('与合同订立时声明的企业规模不一致', '请按声明函核对')],
  [
    'payment.accepted_another_day',
    (p) => say(`与验收记录的日期（${plain(p['days'])}）不一致`, '请按验收记录填写验收合格日期'),
  ],
  [
    'payment.above_retention',
    (p) => say(`金额超过尚未退还的质保金${money(p['left'])}`, '请核对金额；有扣除的，按扣除后的金额填写'),
  ],
  ['payment.secret_files', say('合同涉及国家秘密，发票、凭证等材料不得录入本系统', '请删去附件')],
  [
    'payment.agreed_late',
    (p) =>
      say(`约定的付款日期超过60日，应付日按${plain(p['until'])}计算`, '请核对约定日期，按应付日安排付款'),
  ],
  ['payment.rate_unreadable', say('利率填写不正确', '请填写百分数，如 3.85，最多四位小数')],
  [
    'payment.rate_low',
    (p) => say(`约定的逾期利率低于合同订立时的1年期LPR（${plain(p['lpr'])}%）`, '逾期利息按LPR计算，请核对'),
  ],
  [
    'payment.advance_low',
    (p) =>
      say(
        `预付款不足合同金额的${plain(p['share'])}%（${money(p['least'])}）`,
        '鼓励对中小企业提高预付款比例，请核对',
      ),
  ],
  ['payment.advance_guarantee', say('没有上传预付款保函', '合同约定提供保函的，请上传；没有约定的，可继续')],
  ['payment.line_taken', say('付款计划的这一行已登记过付款', '请核对是否重复；分次支付的，可继续')],
  ['payment.invoice_amount', (p) => say(`发票金额与应付金额${money(p['amount'])}不一致`, '请核对')],
  ['payment.invoice_missing', say('没有上传发票，或没有填写收到发票日期', '请补充；没有发票的，可继续')],
  ['payment.paid_nothing', say('付款金额为0', '请填写实际付款金额')],
  ['payment.paid_later', say('付款日期晚于今天', '请填写实际付款日期')],
  [
    'payment.paid_before_contract',
    (p) => say(`付款日期早于合同签订日期（${plain(p['signedOn'])}）`, '请核对付款日期'),
  ],
  [
    'payment.funding_line',
    (p) =>
      say(
        `支付年度${plain(p['year'])}与合同的预算年度${plain(p['fiscalYear'])}不同，没有填写预算指标`,
        '请填写该年度的预算指标',
      ),
  ],
  [
    'payment.budget_year',
    (p) => say(`支付年度${plain(p['year'])}与付款日期${plain(p['paidOn'])}不在同一年`, '请核对支付年度'),
  ],
  ['payment.voucher_missing', say('没有上传付款凭证', '请上传；以后补传的，可继续')],
  [
    'payment.paid_other_amount',
    (p) => say(`付款金额与应付金额${money(p['amount'])}不一致`, '请核对；差额另行登记付款'),
  ],
  ['payment.paid_late_to_small', lateWords],
  ['payment.paid_late', lateWords],
  [
    'payment.paid_slowly',
    (p) => say(`收到发票后原则上应在10个工作日内（${plain(p['until'])}前）支付`, '未超过应付日，可继续登记'),
  ],
];

type Words = string | ((params: Params) => string);

export const paymentFieldTexts: readonly (readonly [string, Words])[] = [
  [
    'funding_year_of_contract',
    (p) => `应为合同财政年度（${plain(p['fiscalYear'])}）之后的年度，当年资金以采购计划为准`,
  ],
  ['funding_year_later', '最迟为下一年度，请核对'],
  ['funding_nothing', '请填写金额'],
  ['funding_document_missing', '请填写预算指标文号'],
  ['funding_twice', '该年度已有此文号的资金来源，请核对'],
  [
    'funding_above_contract',
    (p) => `已付款和资金来源合计${money(p['together'])}，超过合同金额${money(p['amount'])}（含变更），请核对`,
  ],
  ['funding_used', '已有付款使用这一文号，不能撤销。请先变更或作废该笔付款'],
  ['contract_not_in_force_to_pay', '合同尚未公告，不能登记付款'],
  ['bond_later', '日期晚于今天，请填写实际日期'],
  ['bond_expiry_missing', '保函、保险应填写到期日期'],
  ['bond_expired_before', '到期日期早于收取日期，请核对'],
  ['bond_returned_before', '退还日期早于收取日期，请核对'],
  ['bond_returned_more', '退还金额超过履约保证金，请核对'],
  ['bond_kept_reason', '没有全额退还的，请写明原因'],
  ['lpr_format', '请按“日期起利率”填写，多期用分号隔开，如 2025-05-20起3.00；2024-10-21起3.10'],
];
