// Words of results and suppliers: names of their fields and commands, what their rules say, and why a field was refused.
import type { Params } from '#shared/rules/engine.ts';
import { type RuleWords, say } from './rule-words.ts';
import { money, plain } from './values.ts';

export const awardLabels: Readonly<Record<string, string>> = {
  'awards.status.draft': '草稿',
  'awards.status.review': '待采购人确认',
  'awards.status.returned': '已退回',
  'awards.status.confirmed': '待公告',
  'awards.status.published': '已公告',
  'awards.status.void': '已失效',
  'awards.status': '状态',
  'awards.basis.purchaser': '采购人确定',
  'awards.basis.committee': '采购人事先书面授权评审委员会直接确定',
  'awards.basis.silence': '采购人逾期未确定，又不提出异议，视为确定排序第一的候选人',
  'awards.tieBy.document': '按采购文件规定的方式',
  'awards.tieBy.lot': '随机抽取',
  'awards.projectName': '项目名称',
  'awards.sectionName': '标段',
  'awards.round': '轮次',
  'awards.noticeId': '采购公告',
  'awards.sectionId': '标段',
  'awards.winner': '中标（成交）供应商',
  'awards.determinedAt': '确认时间',
  'awards.determinedBy': '确认人',
  'awards.letter': '中标（成交）通知书',
  'awards.letter.no': '中标（成交）通知书编号',
  'awards.updatedAt': '更新时间',
  'awards.note': '意见',
  'awards.content.basis': '确定方式',
  'awards.content.authority': '书面授权',
  'awards.content.candidates': '候选人',
  'awards.content.candidates.supplier': '供应商名称',
  'awards.content.candidates.uscc': '统一社会信用代码',
  'awards.content.candidates.price': '报价',
  'awards.content.candidates.score': '评审得分',
  'awards.content.candidates.reviewPrice': '评审报价',
  'awards.content.candidates.rank': '名次',
  'awards.content.records': '协商情况记录',
  'awards.content.winner': '中标（成交）供应商',
  'awards.content.address': '供应商地址',
  'awards.content.sizeClass': '企业规模',
  'awards.content.members': '联合体成员',
  'awards.content.members.name': '成员名称',
  'awards.content.members.uscc': '统一社会信用代码',
  'awards.content.members.share': '分工及份额',
  'awards.content.amount': '中标（成交）金额',
  'awards.content.rate': '优惠率/费率',
  'awards.content.passedOver': '未确定排序在前候选人的原因',
  'awards.content.passedOver.supplier': '候选人',
  'awards.content.passedOver.reasonCode': '原因',
  'awards.content.passedOver.reason': '具体情况',
  'awards.content.passedOver.files': '证明材料',
  'awards.content.tie': '并列的处理',
  'awards.content.tie.by': '处理方式',
  'awards.content.tie.note': '处理情况',
  'awards.content.tie.files': '证明材料',
  'awards.content.report': '重新评审书面报告',
  'awards.content.report.reportedOn': '报告日期',
  'awards.content.report.files': '书面报告',
  'awards.content.note': '说明',
  'suppliers.size.large': '大型企业',
  'suppliers.size.medium': '中型企业',
  'suppliers.size.small': '小型企业',
  'suppliers.size.micro': '微型企业',
  'suppliers.size.unsaid': '未填写',
  'suppliers.name': '供应商名称',
  'suppliers.uscc': '统一社会信用代码',
  'suppliers.address': '地址',
  'suppliers.sizeClass': '企业规模',
  'suppliers.earlierNames': '曾用名',
  'suppliers.updatedAt': '更新时间',
  'suppliers.on': '变更登记日期',
  'suppliers.file': '变更登记通知书',
  'suppliers.document': '处罚决定书文号',
  'suppliers.reason': '原因',
  'suppliers.from': '起始日期',
  'suppliers.until': '截止日期',
  'actions.awards.create': '确定结果',
  'actions.awards.edit': '修改',
  'actions.awards.delete': '删除',
  'actions.awards.submit': '提交确认',
  'actions.awards.takeBack': '撤回修改',
  'actions.awards.confirm': '确认结果',
  'actions.awards.return': '退回修改',
  'actions.awards.reopen': '撤回确认',
  'actions.awards.publish': '发布',
  'actions.suppliers.save': '保存',
  'actions.suppliers.rename': '登记更名',
  'actions.suppliers.recordBan': '登记禁止期',
  'actions.suppliers.liftBan': '撤销禁止期',
  'commands.awards.create': '新增中标（成交）结果',
  'commands.awards.edit': '修改中标（成交）结果',
  'commands.awards.delete': '删除中标（成交）结果',
  'commands.awards.submit': '提交中标（成交）结果',
  'commands.awards.takeBack': '撤回修改中标（成交）结果',
  'commands.awards.confirm': '确认中标（成交）结果',
  'commands.awards.return': '退回中标（成交）结果',
  'commands.awards.reopen': '撤回中标（成交）结果的确认',
  'commands.awards.publish': '发布结果公告',
  'commands.suppliers.save': '保存供应商',
  'commands.suppliers.rename': '登记供应商更名',
  'commands.suppliers.recordBan': '登记供应商禁止参加政府采购活动',
  'commands.suppliers.liftBan': '撤销供应商禁止期',
  'awardChanges.status.draft': '草稿',
  'awardChanges.status.review': '采购办审核中',
  'awardChanges.status.returned': '已退回',
  'awardChanges.status.approved': '待公告',
  'awardChanges.status.announced': '已公告',
  'awardChanges.status.closed': '已备案，结果失效',
  'awardChanges.status.lapsed': '已放弃',
  'awardChanges.status': '状态',
  'awardChanges.changeNo': '备案编号',
  'awardChanges.projectName': '项目名称',
  'awardChanges.sectionName': '标段',
  'awardChanges.purchaserId': '采购单位',
  'awardChanges.purchaserName': '采购单位',
  'awardChanges.supplierName': '原中标（成交）供应商',
  'awardChanges.reasonCode': '变更原因',
  'awardChanges.action': '变更方式',
  'awardChanges.updatedAt': '更新时间',
  'awardChanges.note': '意见',
  'awardChanges.action.next_candidate': '顺延下一候选人',
  'awardChanges.action.procure_again': '重新采购',
  'awardChanges.action.invalid': '结果无效',
  'awardChanges.action.correct': '更正公告内容（供应商不变）',
  'awardChanges.contractState.unsigned': '未签订',
  'awardChanges.contractState.signed': '已签订，未履行',
  'awardChanges.contractState.performed': '已履行',
  'awardChanges.purpose.refusal': '书面放弃、拒签材料',
  'awardChanges.purpose.liability': '对供应商的处理记录',
  'awardChanges.purpose.evaluation': '重新评审报告',
  'awardChanges.purpose.reply': '质疑答复',
  'awardChanges.purpose.decision': '处理决定书',
  'awardChanges.purpose.proof': '证明材料',
  'awardChanges.purpose.declaration': '中小企业声明函',
  'awardChanges.purpose.other': '其他附件',
  'awardChanges.content.reasonCode': '变更原因',
  'awardChanges.content.reason': '变更依据及说明',
  'awardChanges.content.action': '变更方式',
  'awardChanges.content.documentNo': '文书编号',
  'awardChanges.content.contractState': '合同状态',
  'awardChanges.content.qualified': '合格供应商家数',
  'awardChanges.content.winner': '变更后供应商',
  'awardChanges.content.address': '供应商地址',
  'awardChanges.content.sizeClass': '企业规模',
  'awardChanges.content.members': '联合体成员',
  'awardChanges.content.members.name': '成员名称',
  'awardChanges.content.members.uscc': '统一社会信用代码',
  'awardChanges.content.members.share': '分工及份额',
  'awardChanges.content.amount': '变更后金额',
  'awardChanges.content.rate': '优惠率/费率',
  'awardChanges.content.corrections': '更正内容',
  'awardChanges.content.corrections.item': '更正事项',
  'awardChanges.content.corrections.before': '更正前',
  'awardChanges.content.corrections.after': '更正后',
  'awardChanges.content.files': '附件',
  'actions.awardChanges.create': '新增',
  'actions.awardChanges.edit': '修改',
  'actions.awardChanges.delete': '删除',
  'actions.awardChanges.submit': '提交',
  'actions.awardChanges.takeBack': '撤回',
  'actions.awardChanges.approve': '同意备案',
  'actions.awardChanges.return': '退回修改',
  'actions.awardChanges.giveUp': '放弃变更',
  'actions.awardChanges.publish': '发布',
  'commands.awardChanges.create': '新增中标结果变更备案',
  'commands.awardChanges.edit': '修改中标结果变更备案',
  'commands.awardChanges.delete': '删除中标结果变更备案',
  'commands.awardChanges.submit': '提交中标结果变更备案',
  'commands.awardChanges.takeBack': '撤回中标结果变更备案',
  'commands.awardChanges.approve': '同意中标结果变更备案',
  'commands.awardChanges.return': '退回中标结果变更备案',
  'commands.awardChanges.giveUp': '放弃已备案的中标结果变更',
  'commands.awardChanges.publish': '发布结果变更公告',
};

export const awardRuleTexts: readonly (readonly [string, RuleWords])[] = [
  ['award.not_evaluated', say('标段尚未评审，或已进入其他环节', '评审结束后再确定结果')],
  [
    'award.evaluation_failed',
    say('评审结论为废标，没有可以确定的供应商', '请起草终止公告；评审结论有误的，请交易中心更正'),
  ],
  ['award.no_candidates', say('没有候选人', '请按评审报告填写候选人及排序')],
  ['award.candidate_incomplete', say('供应商名称未填写，或统一社会信用代码不正确', '请核对本行')],
  [
    'award.ranking_twice',
    (p) =>
      say(`评审排名中${plain(p['suppliers'])}出现两次，或代码相同`, '请核对；由交易中心推送的，请其更正'),
  ],
  ['award.first_missing', say('候选人中没有第一名', '请从第一名起填写评审报告中的排序')],
  ['award.winner_rejected', say('所确定的供应商未通过评审', '请核对评审结果；有误的，请交易中心更正')],
  [
    'award.member_banned',
    (p) =>
      say(
        `联合体成员${plain(p['name'])}被禁止参加政府采购活动（${plain(p['document'])}，至${plain(p['until'])}）`,
        '不得确定该联合体',
      ),
  ],
  ['award.member_ranked', say('联合体成员与牵头单位相同，或单独参加了本标段', '请核对本行')],
  ['award.no_consortium', say('本标段不接受联合体', '请核对；有误的，请交易中心更正标段信息')],
  ['award.candidate_twice', say('同一供应商在候选人中出现两次', '请删去重复的一行')],
  ['award.winner_missing', say('尚未从候选人中选择供应商', '请选择中标（成交）供应商')],
  [
    'award.banned',
    (p) =>
      say(
        `该供应商被禁止参加政府采购活动（${plain(p['document'])}，至${plain(p['until'])}）`,
        '不得确定其为中标（成交）供应商',
      ),
  ],
  [
    'award.known_otherwise',
    (p) =>
      say(
        `该统一社会信用代码在供应商库中登记为“${plain(p['name'])}”，与候选人名称不同`,
        '请对照营业执照核对名称和代码；确已更名的，请登记更名；登记有误的，可请采购办更正；候选人名称无误的，可继续提交',
      ),
  ],
  [
    'award.passed_over_unexplained',
    (p) =>
      say(
        `排序在前的${plain(p['suppliers'])}未被确定，没有说明原因`,
        '请逐一选择原因、填写具体情况并上传证明材料',
      ),
  ],
  [
    'award.passed_over_beyond',
    (p) => say(`${plain(p['suppliers'])}不在所确定的供应商之前，也不与其并列，不需要说明`, '请删去该行'),
  ],
  ['award.winner_passed_over', say('所确定的供应商同时列在未确定的候选人中', '请删去该行')],
  [
    'award.tie',
    (p) =>
      say(
        `与${plain(p['suppliers'])}名次相同`,
        '采购文件有规定的，写明按何规定确定；没有规定的，随机抽取并上传抽取记录',
      ),
  ],
  ['award.amount_missing', say('没有填写中标（成交）金额', '请填写金额；不以金额报价的，填写优惠率/费率')],
  [
    'award.over_ceiling',
    (p) => say(`金额超过最高限价（未设的为预算）${money(p['ceiling'])}`, '请核对；报价均超过的，应予废标'),
  ],
  ['award.address_missing', say('没有填写供应商地址', '结果公告须公布供应商地址，请填写')],
  ['award.member_incomplete', say('联合体成员的名称、分工未填写，或代码不正确', '请核对本行')],
  ['award.not_sme', say('标段专门面向中小企业，不得确定大型企业', '请核对企业规模')],
  ['award.size_unsaid', say('标段专门面向中小企业，没有填写企业规模', '请按供应商的声明函选择')],
  ['award.authority_missing', say('没有上传书面授权', '由评审委员会直接确定的，须有采购人事先的书面授权')],
  [
    'award.not_silent',
    (p) =>
      say(
        p['due'] === null
          ? '未登记评审报告送达，不能按逾期未确定处理'
          : `采购人的确定期限为${plain(p['due'])}，逾期后只能确定排序第一的候选人`,
        '请改选确定方式，或核对所选供应商',
      ),
  ],
  ['award.reported_again', say('重新评审改变了结果，没有书面报告', '请填写向采购办书面报告的日期并上传报告')],
  ['award.report_future', (p) => say(`报告日期晚于今天（${plain(p['today'])}）`, '请修改报告日期')],
  ['award.record_missing', say('没有上传协商情况记录', '单一来源采购应当编写协商情况记录，请上传')],
  [
    'award.too_few',
    (p) =>
      say(
        `符合要求的供应商只有${plain(p['count'])}家，不足${plain(p['fewest'])}家，不得确定结果`,
        '候选人未填全的，请补全；确实不足的，请发布终止公告，之后重新采购或变更采购方式',
      ),
  ],
  [
    'award.too_few_otherwise',
    (p) =>
      say(
        `候选人只有${plain(p['count'])}家，不足${plain(p['fewest'])}家`,
        '请核对；依法应当终止的，请发布终止公告；另有规定的，确认后可继续',
      ),
  ],
  [
    'award.two_left',
    say(
      '候选人只有2家。公开招标只有2家供应商的，经采购办批准后可以与该2家谈判',
      '请核对；确已批准的，可继续提交；其他情形请发布终止公告',
    ),
  ],
  [
    'award.winner_uninvited',
    say('所确定的供应商不在受邀供应商之列', '请核对邀请书和候选人；只能从受邀供应商中确定'),
  ],
  [
    'award.two_suffice',
    say(
      '候选人只有2家。竞争性磋商采购的政府购买服务项目，符合要求的供应商只有2家的，可以继续进行',
      '请核对；确认无误的，可继续提交',
    ),
  ],
  ['award.single_supplier', say('单一来源采购只有一家供应商', '请删去其他供应商')],
  [
    'award.single_basis',
    say('单一来源采购没有评审排序，应由采购人根据协商情况确定', '请将确定方式改为采购人确定'),
  ],
  [
    'award.refuser',
    (p) =>
      say(
        `${plain(p['supplier'])}曾中标（成交）后放弃或拒签合同（${plain(p['document'])}），不得参加对该项目重新开展的采购活动`,
        '请说明未确定的原因，另选候选人；没有其他候选人的，请发布终止公告',
      ),
  ],
  [
    'award.refuser_in_tender',
    (p) =>
      say(
        `${plain(p['supplier'])}曾中标后放弃或拒签合同（${plain(p['document'])}），按本地规定不得参加重新招标`,
        '请说明未确定的原因，另选候选人；没有其他候选人的，请发布终止公告',
      ),
  ],
  [
    'award.refused_before',
    (p) =>
      say(
        `${plain(p['supplier'])}曾中标后放弃或拒签合同（${plain(p['document'])}）`,
        '请核对其能否履约；确认无误的，可继续提交',
      ),
  ],
  [
    'award.amount_differs',
    (p) => say(`与候选人的报价${money(p['price'])}不同`, '请核对；确认无误的，可继续提交'),
  ],
  [
    'award.fate_untold',
    (p) =>
      say(
        `没有${plain(p['suppliers'])}的评审情况，结果告知书将不能写明其得分、排序或未通过的原因`,
        '自行填写候选人的，请补充其名次；由交易中心推送的，请其更正评审结果。确认无误的，可继续提交',
      ),
  ],
  [
    'award.uscc_missing',
    say('没有该供应商的统一社会信用代码', '请补充；境外供应商、自然人没有代码的，可继续提交'),
  ],
  [
    'award.report_undelivered',
    say('未登记评审报告送达采购人', '请先在项目向导中登记；确认无误的，可继续提交'),
  ],
  [
    'award.late',
    (p) => say(`已超过采购人的确定期限（${plain(p['due'])}）`, '确认无误的，可继续提交，记录将保留'),
  ],
  [
    'change.contract_in_force',
    (p) =>
      say(
        `该标段的合同${plain(p['contractNo'])}已经签订并备案`,
        '尚未履行的，请先在“合同公告及备案”中登记终止该合同，再办理变更；供应商和金额不变的，变更方式请选择更正公告内容',
      ),
  ],
  [
    'change.bargain_stays',
    (p) =>
      say(
        `合同${plain(p['contractNo'])}已按原结果签订，供应商和金额不能更正`,
        '请恢复原金额、原优惠率/费率，只更正结果公告的其他内容',
      ),
  ],
  ['change.not_announced', say('标段的结果尚未公告、已变更或已终止', '请返回项目核对')],
  ['change.other_open', say('该标段另有未办结的变更备案', '请先办结或删除')],
  ['change.required', say('此栏为必填项', '请填写')],
  ['change.action_unfit', say('所选变更方式与变更原因不符', '请重新选择变更方式')],
  ['change.document_missing', say('没有填写文书编号', '请填写质疑答复、投诉处理决定或处罚决定的编号')],
  ['change.paper_missing', (p) => say(`缺少${papers(p['purposes'])}`, '请上传，并选择相应的附件类别')],
  ['change.winner_missing', say('没有选择变更后供应商', '请从候选人中选择')],
  [
    'change.not_next',
    (p) =>
      say(
        '所选供应商不是依次顺延的候选人',
        p['next'] === '' ? '已没有可顺延的候选人，请改选变更方式' : `依次应为${plain(p['next'])}`,
      ),
  ],
  ['change.qualified_missing', say('没有填写合格供应商家数', '请填写原评审结果中仍合格的供应商家数')],
  [
    'change.too_few_qualified',
    (p) => say(`合格供应商不足${plain(p['fewest'])}家，不得从中另行确定`, '请改选重新采购，或核对家数'),
  ],
  [
    'change.performed',
    say(
      '合同已经履行，不能再变更中标（成交）结果',
      '给当事人造成损失的，由责任人承担赔偿责任；请核对合同状态',
    ),
  ],
  ['change.nothing_corrected', say('没有填写更正内容', '请逐项填写更正前和更正后的内容')],
  ['change.correction_incomplete', say('更正内容未填写完整', '请填写本行的更正事项、更正前、更正后')],
];

const papers = (purposes: Params[string] | undefined) =>
  plain(purposes)
    .split(' ')
    .map((purpose) => awardLabels[`awardChanges.purpose.${purpose}`] ?? purpose)
    .join('、');

type FieldWords = string | ((params: Params) => string);

export const awardFieldTexts: readonly (readonly [string, FieldWords])[] = [
  ['award_begun', '该标段的结果已有人起草，请刷新后在其上继续'],
  ['evaluated_anew', '提交后交易中心更正了评审结果，请退回，核对后重新提交'],
  ['result_changed', '该标段的结果在提交后已有变化，请退回，核对后重新提交'],
  ['result_stands_on_it', '该登记来自已确认的结果，不能在此更改。请在结果中办理'],
  [
    'supplier_banned',
    (p) => `${plain(p['supplier'])}被禁止参加政府采购活动（${plain(p['document'])}），不能发布`,
  ],
  ['award_determined_before', '采购人曾确认或退回该结果，不能删除，以备查阅'],
  ['award_not_confirmed', (p) => `标段 ${plain(p['sectionNo'])} 的结果已撤回确认，请重新确认后再发布`],
  ['supplier_named', (p) => `该统一社会信用代码已登记为“${plain(p['name'])}”，确已更名的，请登记更名`],
  ['supplier_renamed', (p) => `该供应商已更名为“${plain(p['name'])}”，请刷新后核对`],
  ['same_name', '名称没有变化，请填写变更后的名称'],
  ['day_before_from', '截止日期早于起始日期，请修改'],
  ['change_open', '该标段已有未办结的变更备案，请刷新后在其上继续'],
  ['change_not_approved', '变更备案已放弃，不能发布结果变更公告'],
  ['ban_of_others', '该禁止期由其他采购办登记，请由作出处罚决定的财政部门撤销'],
  ['ban_lifted', '该禁止期已撤销，请刷新后查看'],
];
