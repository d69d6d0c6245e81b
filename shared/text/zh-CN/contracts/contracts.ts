// Words of contracts: names of their fields and commands, what their rules say, and why a field was refused.
import type { Params } from '#shared/rules/engine.ts';
import { type RuleWords, say } from '../rule-words.ts';
import { money, plain } from '../values.ts';
import { acceptanceFieldTexts, acceptanceLabels, acceptanceRuleTexts } from './acceptances.ts';

/** Said only where something was paid under a contract that has ended. */
const withPaid = (params: Params) =>
  Number(params['paidBefore']) > 0 ? `（含已终止合同已付的${money(params['paidBefore'])}）` : '';

export const contractLabels: Readonly<Record<string, string>> = {
  ...acceptanceLabels,
  'contracts.status.draft': '草稿',
  'contracts.status.review': '待单位审核',
  'contracts.status.returned': '已退回',
  'contracts.status.approved': '待公告备案',
  'contracts.status.submitted': '待收讫',
  'contracts.status.papers': '需补充材料',
  'contracts.status.received': '已备案',
  'contracts.status.terminated': '已终止',
  'contracts.yearEnd.unsigned': '未签合同',
  'contracts.yearEnd.unaccepted': '未验收',
  'contracts.yearEnd.unpaid': '未付清',
  'contracts.signedYear': '签订年度',
  'contracts.dueOn': '公告备案期限',
  'contracts.announced': '公告备案时限',
  'contracts.announced.open': '尚未公告备案',
  'contracts.announced.in_time': '按期',
  'contracts.announced.late': '逾期',
  'contracts.acceptance': '履约验收',
  'contracts.acceptance.none': '未验收',
  'contracts.acceptance.partial': '部分验收',
  'contracts.acceptance.failed': '验收不合格',
  'contracts.acceptance.passed': '已验收合格',
  'contracts.status': '状态',
  'contracts.projectName': '项目名称',
  'contracts.projectId': '项目名称',
  'contracts.sectionName': '标段',
  'contracts.sectionId': '标段',
  'contracts.purchaserId': '采购单位',
  'contracts.purchaserName': '采购单位',
  'contracts.supplierName': '供应商（乙方）',
  'contracts.contractNo': '合同编号',
  'contracts.contractName': '合同名称',
  'contracts.amount': '合同金额',
  'contracts.signedOn': '签订日期',
  'contracts.filingNo': '备案编号',
  'contracts.publishedAt': '公告时间',
  'contracts.updatedAt': '更新时间',
  'contracts.note': '意见',
  'contracts.files': '补充的材料',
  'contracts.kind.sale': '买卖合同',
  'contracts.kind.service': '服务合同',
  'contracts.kind.works': '建设工程合同',
  'contracts.kind.contracting': '承揽合同',
  'contracts.kind.lease': '租赁合同',
  'contracts.kind.technology': '技术合同',
  'contracts.kind.property': '物业服务合同',
  'contracts.kind.entrustment': '委托合同',
  'contracts.kind.other': '其他合同',
  'contracts.amountKind.total': '总价',
  'contracts.amountKind.unit': '单价（金额为暂估）',
  'contracts.amountKind.rate': '费率/下浮率（金额为暂估）',
  'contracts.payment.advance': '预付款',
  'contracts.payment.progress': '进度款',
  'contracts.payment.acceptance': '验收款',
  'contracts.payment.retention': '质保金',
  'contracts.bond.transfer': '转账',
  'contracts.bond.cheque': '支票、汇票、本票',
  'contracts.bond.guarantee': '保函',
  'contracts.bond.insurance': '保证保险',
  'contracts.several.by_year': '分年度签订（一招三年）',
  'contracts.several.by_user': '分使用单位签订',
  'contracts.several.by_batch': '分批签订',
  'contracts.purpose.full': '合同文本（全文）',
  'contracts.purpose.public': '合同文本（公告用）',
  'contracts.purpose.subcontract': '分包协议',
  'contracts.purpose.bond': '履约保证金凭证',
  'contracts.purpose.other': '其他附件',
  'contracts.content.contractNo': '合同编号',
  'contracts.content.contractName': '合同名称',
  'contracts.content.contractKind': '合同类型',
  'contracts.content.amountKind': '计价方式',
  'contracts.content.amount': '合同金额',
  'contracts.content.rate': '费率/下浮率',
  'contracts.content.amountReason': '与中标（成交）金额不一致的原因',
  'contracts.content.signedOn': '签订日期',
  'contracts.content.place': '签订地点',
  'contracts.content.copies': '合同份数',
  'contracts.content.purchaserContact': '采购人（甲方）联系方式',
  'contracts.content.supplierContact': '供应商（乙方）联系方式',
  'contracts.content.supplierBank': '乙方开户行',
  'contracts.content.supplierAccount': '乙方账号',
  'contracts.content.items': '主要标的',
  'contracts.content.items.name': '主要标的名称',
  'contracts.content.items.spec': '规格型号',
  'contracts.content.items.requirement': '服务要求',
  'contracts.content.items.qty': '数量',
  'contracts.content.items.unitPrice': '单价',
  'contracts.content.period': '履行期限',
  'contracts.content.performancePlace': '履约地点',
  'contracts.content.acceptanceStandard': '验收标准',
  'contracts.content.payments': '付款计划',
  'contracts.content.payments.kind': '款项',
  'contracts.content.payments.condition': '付款条件',
  'contracts.content.payments.amount': '金额',
  'contracts.content.payments.dueOn': '约定付款日期',
  'contracts.content.bondAmount': '履约保证金',
  'contracts.content.bondForm': '提交方式',
  'contracts.content.bondIssuer': '出具单位',
  'contracts.content.bondExpiresOn': '到期日期',
  'contracts.content.subcontracts': '分包',
  'contracts.content.subcontracts.name': '分包供应商',
  'contracts.content.subcontracts.part': '分包内容',
  'contracts.content.subcontracts.amount': '分包金额',
  'contracts.content.several': '分次签订的原因',
  'contracts.content.secret': '涉及国家秘密，不予公告',
  'contracts.content.secretBasis': '定密依据',
  'contracts.content.nothingHidden': '合同全文没有不宜公开的内容，可以全文公告',
  'contracts.content.other': '其他补充事宜',
  'contracts.content.files': '附件',
  'actions.contracts.create': '新增',
  'actions.contracts.edit': '修改',
  'actions.contracts.delete': '删除',
  'actions.contracts.submit': '提交审核',
  'actions.contracts.takeBack': '撤回',
  'actions.contracts.approve': '审核通过',
  'actions.contracts.return': '退回修改',
  'actions.contracts.publish': '提交公告及备案',
  'actions.contracts.receive': '收讫',
  'actions.contracts.requestPapers': '通知补充材料',
  'actions.contracts.handIn': '补充材料',
  'commands.contracts.create': '新增合同',
  'commands.contracts.edit': '修改合同',
  'commands.contracts.delete': '删除合同',
  'commands.contracts.submit': '提交合同审核',
  'commands.contracts.takeBack': '撤回合同',
  'commands.contracts.approve': '审核通过合同',
  'commands.contracts.return': '退回合同',
  'commands.contracts.publish': '提交合同公告及备案',
  'commands.contracts.receive': '合同备案收讫',
  'commands.contracts.requestPapers': '通知补充合同备案材料',
  'commands.contracts.handIn': '补充合同备案材料',
  'contractChanges.status.draft': '草稿',
  'contractChanges.status.review': '待单位审核',
  'contractChanges.status.returned': '已退回',
  'contractChanges.status.approved': '待公告',
  'contractChanges.status.published': '已公告',
  'contractChanges.status': '状态',
  'contractChanges.contractId': '合同',
  'contractChanges.contractName': '合同名称',
  'contractChanges.contractNo': '合同编号',
  'contractChanges.updatedAt': '更新时间',
  'contractChanges.note': '意见',
  'contractChanges.kind.addition': '追加相同标的',
  'contractChanges.kind.extension': '延期',
  'contractChanges.kind.reduction': '减量',
  'contractChanges.kind.party': '主体变更',
  'contractChanges.kind.other': '其他条款变更',
  'contractChanges.kind.termination': '终止合同',
  'contractChanges.ended.agreement': '双方协商一致',
  'contractChanges.ended.supplier_breach': '供应商违约',
  'contractChanges.ended.purchaser': '采购人原因',
  'contractChanges.ended.force_majeure': '不可抗力',
  'contractChanges.ended.decision': '投诉、监督检查处理决定',
  'contractChanges.ended.other': '其他原因',
  'contractChanges.purpose.full': '补充合同文本（全文）',
  'contractChanges.purpose.public': '补充合同文本（公告用）',
  'contractChanges.purpose.other': '其他附件',
  'contractChanges.content.kind': '变更类型',
  'contractChanges.content.clauses': '变更的条款号',
  'contractChanges.content.description': '变更内容',
  'contractChanges.content.reason': '变更原因',
  'contractChanges.content.amount': '增减金额',
  'contractChanges.content.identical': '追加的是与合同标的相同的货物、工程或者服务',
  'contractChanges.content.newSupplier': '变更后的供应商',
  'contractChanges.content.newSupplierUscc': '统一社会信用代码',
  'contractChanges.content.terminationReason': '终止原因',
  'contractChanges.content.settlement': '已付款项和履约保证金的处理',
  'contractChanges.content.changedOn': '变更日期',
  'contractChanges.content.nothingHidden': '补充合同全文没有不宜公开的内容，可以全文公告',
  'contractChanges.content.files': '附件',
  'actions.contractChanges.create': '登记变更',
  'actions.contractChanges.edit': '修改',
  'actions.contractChanges.delete': '删除',
  'actions.contractChanges.submit': '提交审核',
  'actions.contractChanges.takeBack': '撤回',
  'actions.contractChanges.approve': '审核通过',
  'actions.contractChanges.return': '退回修改',
  'actions.contractChanges.publish': '提交变更公告',
  'commands.contractChanges.create': '登记合同变更',
  'commands.contractChanges.edit': '修改合同变更',
  'commands.contractChanges.delete': '删除合同变更',
  'commands.contractChanges.submit': '提交合同变更审核',
  'commands.contractChanges.takeBack': '撤回合同变更',
  'commands.contractChanges.approve': '审核通过合同变更',
  'commands.contractChanges.return': '退回合同变更',
  'commands.contractChanges.publish': '提交合同变更公告',
};

export const contractRuleTexts: readonly (readonly [string, RuleWords])[] = [
  ...acceptanceRuleTexts,
  [
    'contract.result_changed',
    (p) =>
      say(
        `${plain(p['supplier'])}已不是该标段公告的中标（成交）供应商`,
        '请删除本合同，按现在的结果重新填报',
      ),
  ],
  [
    'contract.held',
    (p) =>
      say(
        `${plain(p['documents'])}可能影响中标、成交结果，尚未办结`,
        '应暂停签订合同；已经签订的，应当中止履行，办结后再提交',
      ),
  ],
  [
    'contract.result_changing',
    (p) =>
      say(
        `该标段的中标（成交）结果变更（${plain(p['changeNo'])}）已经备案，尚未公告`,
        '请待结果变更公告发布后，按变更后的结果填报',
      ),
  ],
  [
    'contract.notice_unfit',
    say('此栏的内容过多，无法写入合同公告', '请精简文字、减少换行；主要标的可以合并填写，详见合同文本'),
  ],
  [
    'contract.held_since',
    (p) =>
      say(
        `${plain(p['documents'])}在签订后提出，可能影响中标、成交结果`,
        '合同照常公告、备案，但应当中止履行，办结后再恢复',
      ),
  ],
  ['contract.required', say('此栏为必填项', '请填写')],
  ['contract.rate_missing', say('没有填写费率/下浮率', '请填写')],
  [
    'contract.above_award',
    (p) =>
      say(
        `合同金额合计${money(p['together'])}${withPaid(p)}，超过中标（成交）金额${money(p['award'])}`,
        '合同应按采购文件确定的事项签订，请核对金额',
      ),
  ],
  [
    'contract.above_award_of_year',
    (p) =>
      say(
        `本年度合同金额合计${money(p['together'])}${withPaid(p)}，超过中标（成交）金额${money(p['award'])}`,
        '分年度签订的，每年不超过中标（成交）金额，请核对',
      ),
  ],
  [
    'contract.above_budget',
    (p) =>
      say(
        `合同金额合计${money(p['together'])}${withPaid(p)}，超过标段的最高限价（未设的为预算）${money(p['ceiling'])}`,
        '请核对暂估金额',
      ),
  ],
  [
    'contract.by_year',
    say('分年度签订（一招三年）只适用于服务项目，且不超过三年', '请改选原因，或核对签订日期'),
  ],
  ['contract.number_taken', say('该标段的另一份合同已使用此编号', '请核对合同编号')],
  ['contract.account_published', say('此栏将公告，其中含有乙方账号', '请删去账号')],
  [
    'contract.private_published',
    say('此栏将公告，其中含有身份证号、手机号或银行账号', '请删去；联系方式请填写固定电话'),
  ],
  [
    'contract.subcontracts_sum',
    (p) => say(`分包金额合计${money(p['sum'])}，超过合同金额${money(p['amount'])}`, '请核对各行分包金额'),
  ],
  [
    'contract.amount_reason',
    (p) =>
      say(
        p['award'] === null
          ? '与中标（成交）的费率不一致，没有说明原因'
          : `与中标（成交）金额${money(p['award'])}或费率不一致，没有说明原因`,
        '请填写原因，或核对金额、费率',
      ),
  ],
  [
    'contract.several_reason',
    (p) => say(`该标段已有${plain(p['count'])}份合同`, '确需分次签订的，请选择原因'),
  ],
  ['contract.signed_later', say('签订日期晚于今天', '请填写最后一方签字盖章的日期')],
  [
    'contract.signed_before_letter',
    (p) => say(`签订日期早于中标（成交）通知书发出之日（${plain(p['issued'])}）`, '请核对签订日期'),
  ],
  [
    'contract.signed_late',
    (p) => say(`签订日期超过法定期限（${plain(p['until'])}）`, '请核对；确实逾期的，可继续提交，记录将保留'),
  ],
  [
    'contract.signed_in_challenge_period',
    (p) =>
      say(
        `签订时结果公告的质疑期（至${plain(p['until'])}）尚未届满`,
        '请留意其后收到的质疑；确认无误的，可继续提交',
      ),
  ],
  [
    'contract.published_late',
    (p) => say(`合同公告的期限（签订之日起2个工作日，至${plain(p['until'])}）已过`, '请尽快提交，记录将保留'),
  ],
  [
    'contract.filed_late',
    (p) => say(`合同备案的期限（签订之日起7个工作日，至${plain(p['until'])}）已过`, '请尽快提交，记录将保留'),
  ],
  ['contract.items_missing', say('没有填写主要标的', '请至少填写一行')],
  ['contract.item_incomplete', say('主要标的未填写完整', '请填写名称、规格型号或服务要求、数量和单价')],
  ['contract.payments_missing', say('没有填写付款计划', '请按合同约定逐笔填写')],
  ['contract.payment_incomplete', say('付款计划未填写完整', '请填写本行的款项、付款条件和金额')],
  [
    'contract.payments_sum',
    (p) =>
      say(
        `付款计划合计${money(p['sum'])}，与合同金额${money(p['amount'])}不一致`,
        '请核对各笔金额；质保金单列一行',
      ),
  ],
  ['contract.bond_too_high', (p) => say(`履约保证金超过合同金额的10%（${money(p['most'])}）`, '请核对金额')],
  ['contract.bond_form', say('没有选择履约保证金的提交方式', '履约保证金应以非现金形式提交，请选择')],
  ['contract.bond_expires', say('没有填写保函或保险的到期日期', '请填写；没有到期日期的，可继续提交')],
  ['contract.subcontract_incomplete', say('分包未填写完整', '请填写分包供应商和分包内容')],
  [
    'contract.secret_files',
    say('涉及国家秘密的合同文本不得录入本系统', '请删去附件，纸质合同按保密规定送采购办备案'),
  ],
  [
    'contract.full_text_missing',
    say('没有上传合同文本（全文）', '请上传各方签字盖章的合同，并选择相应的附件类别'),
  ],
  [
    'contract.public_text_missing',
    say('没有上传合同文本（公告用）', '请上传隐去账号、身份证号等内容的合同，并选择相应的附件类别'),
  ],
  [
    'contract.same_text',
    say(
      '公告用的合同文本与全文是同一个文件',
      '请上传隐去账号、身份证号、商业秘密的文本；确无此类内容的，请在“公告范围”中选择以全文公告',
    ),
  ],
  ['contract.secret_basis', say('没有填写定密依据', '请填写定密的文号或依据')],
  ['contract_change.not_in_force', say('合同尚未公告，或已终止', '请返回合同核对')],
  ['contract_change.other_open', say('该合同另有未办结的变更', '请先办结或删除')],
  ['contract_change.account_published', say('此栏将公告，其中含有乙方账号', '请删去账号')],
  ['contract_change.private_published', say('此栏将公告，其中含有身份证号、手机号或银行账号', '请删去')],
  [
    'contract_change.below_paid',
    (p) =>
      say(`减量后的合同金额低于已付款${money(p['paid'])}`, '请核对金额；付款登记有误的，先变更或作废付款'),
  ],
  [
    'contract_change.newcomer_banned',
    (p) =>
      say(
        `变更后的供应商被禁止参加政府采购活动（${plain(p['document'])}，至${plain(p['until'])}）`,
        '不得接手合同，请另行协商',
      ),
  ],
  ['contract_change.required', say('此栏为必填项', '请填写')],
  [
    'contract_change.notice_unfit',
    say('此栏的内容过多，无法写入合同变更公告', '请精简文字、减少换行，详见补充合同文本'),
  ],
  [
    'contract_change.not_identical',
    say('没有确认追加的是与合同标的相同的货物、工程或者服务', '确属相同的，请勾选；不同的，应另行采购'),
  ],
  [
    'contract_change.above_tenth',
    (p) =>
      say(
        `补充合同金额合计${money(p['added'])}，超过原合同金额的10%（${money(p['most'])}）`,
        '请核对金额；超出部分应另行采购',
      ),
  ],
  [
    'contract_change.below_nothing',
    (p) =>
      say(
        `减少的金额不小于现在的合同金额${money(p['amount'])}`,
        '请核对金额；不再履行的，请在变更类型中选择终止合同',
      ),
  ],
  [
    'contract_change.performed',
    say('合同已全部验收合格，不能终止', '验收有误的，请先撤回验收；没有争议的，请办理付款'),
  ],
  [
    'contract_change.one_sided',
    say(
      '合同双方不得擅自终止合同，有过错的一方应承担赔偿责任',
      '请先与供应商协商，并在“已付款项和履约保证金的处理”中写明补偿',
    ),
  ],
  ['contract_change.new_supplier', say('变更后供应商的统一社会信用代码不正确', '请核对')],
  ['contract_change.later', say('变更日期晚于今天', '请填写最后一方签字盖章的日期')],
  [
    'contract_change.before_contract',
    (p) => say(`变更日期早于合同签订日期（${plain(p['signedOn'])}）`, '请核对变更日期'),
  ],
  [
    'contract_change.published_late',
    (p) =>
      say(`合同变更公告的期限（变更之日起2个工作日，至${plain(p['until'])}）已过`, '请尽快提交，记录将保留'),
  ],
  [
    'contract_change.secret_files',
    say('原合同涉及国家秘密，补充合同文本不得录入本系统', '请删去附件，纸质文本按保密规定送采购办'),
  ],
  [
    'contract_change.full_text_missing',
    say('没有上传补充合同文本（全文）', '请上传各方签字盖章的补充合同，并选择相应的附件类别'),
  ],
  [
    'contract_change.public_text_missing',
    say('没有上传补充合同文本（公告用）', '请上传隐去账号、身份证号等内容的文本，并选择相应的附件类别'),
  ],
  [
    'contract_change.same_text',
    say(
      '公告用的补充合同文本与全文是同一个文件',
      '请上传隐去账号、身份证号、商业秘密的文本；确无此类内容的，请在“附件”中选择公告全文',
    ),
  ],
];

type FieldWords = string | ((params: Params) => string);

export const contractFieldTexts: readonly (readonly [string, FieldWords])[] = [
  ...acceptanceFieldTexts,
  ['result_not_announced_to_sign', '该标段没有已公告的中标（成交）结果，不能签订合同'],
  [
    'contract_begun',
    (p) => `该标段已有合同${plain(p['contractNo'])}。请在其上继续；确需分次签订的，请选择原因后再保存`,
  ],
  [
    'contract_filed',
    (p) => `该标段的合同${plain(p['contractNo'])}已经提交。确需分次签订的，请撤回后选择原因`,
  ],
  ['contract_result_changed', '该标段的中标（成交）结果已有变化，请撤回并删除本合同，按现在的结果重新填报'],
  ['contract_not_in_force', '合同尚未公告，或已终止，不能登记变更或终止'],
  ['contract_change_open', '该合同已有未办结的变更，请刷新后在其上继续'],
  ['file_none', '请选择要补充的材料'],
  ['secret_file', '合同涉及国家秘密，材料不得录入本系统，请删去附件'],
  ['file_handed_in', '所选的文件已在材料中，请选择新的文件'],
];
