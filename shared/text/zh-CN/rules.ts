// What each rule says when it is broken: what is wrong and what to do. The clause is put between the two by the caller.
import { type CourseStage, terminationReasons } from '#shared/codes/outcome-reasons.ts';
import {
  invitationGroups,
  invitationRule,
  recommendingGroups,
} from '#shared/rules/announcement-invitations.ts';
import type { Params } from '#shared/rules/engine.ts';
import { afterRule, beforeRule, expectedRule } from '#shared/rules/section-event-rules.ts';
import { reasonRule, terminationRules } from '#shared/rules/termination-rules.ts';
import { awardRuleTexts } from './awards.ts';
import { breachRuleTexts } from './contracts/breaches.ts';
import { contractRuleTexts } from './contracts/contracts.ts';
import { paymentRuleTexts } from './contracts/payments.ts';
import { expertRuleTexts } from './experts.ts';
import { type RuleText, type RuleWords, say } from './rule-words.ts';
import { formatInstant } from './times.ts';
import { categoryName, money, plain, regionName } from './values.ts';

export const ruleTexts: ReadonlyMap<string, RuleWords> = new Map<string, RuleWords>([
  ['challenge.required', say('此栏为必填项', '请填写')],
  ['challenge.sections', say('所选标段不属于本项目或尚未发布公告', '请重新选择标段')],
  ['challenge.uscc', say('统一社会信用代码不正确', '请核对18位代码；不掌握的，可以不填')],
  [
    'challenge.phone',
    (p) => say(`联系电话中的“${plain(p['unread'])}”不像电话号码`, '请核对；确认无误的，可继续登记'),
  ],
  ['challenge.received_future', (p) => say(`收到日期晚于今天（${plain(p['today'])}）`, '请修改收到日期')],
  ['challenge.sent_after_received', say('寄出日期晚于收到日期', '请核对两个日期')],
  ['challenge.known_after_received', say('知道权益受损之日晚于收到日期', '请核对两个日期')],
  [
    'challenge.late',
    (p) =>
      say(
        `供应商应在知道权益受损之日起7个工作日内（${plain(p['until'])}前）提出质疑，本件已超过`,
        '仍应接收；是否受理请依法决定并书面答复',
      ),
  ],
  [
    'challenge.letter',
    say('没有上传质疑函', '供应商应当提交质疑函和必要的证明材料；暂时没有的，可登记后补传'),
  ],
  ['reply.effect_unsaid', say('尚未判断该质疑是否可能影响中标（成交）结果', '请先修改登记，填写此项')],
  ['reply.future', (p) => say(`答复日期晚于今天（${plain(p['today'])}）`, '请修改答复日期')],
  [
    'reply.before_received',
    (p) => say(`答复日期早于收到日期（${plain(p['receivedOn'])}）`, '请核对两个日期'),
  ],
  ['reply.served_before', say('送达日期早于答复日期或晚于今天', '请核对送达日期；尚未送达的，可以不填')],
  [
    'reply.late',
    (p) => say(`答复晚于法定期限（${plain(p['due'])}）`, '请核对日期；确认无误的，可继续，记录将保留'),
  ],
  ['reply.consequence_missing', say('质疑成立，尚未选择处理方式', '请选择处理方式')],
  ['reply.consequence_unfit', say('所选处理方式与答复结论或质疑对象不符', '请重新选择处理方式')],
  [
    'reply.effect_denied',
    say(
      '登记时认为该质疑不影响中标（成交）结果，不能重新采购或另行确定供应商',
      '请先修改登记，改为可能影响；或改选处理方式',
    ),
  ],
  ['reply.letter', say('没有上传质疑答复函', '质疑应当书面答复；暂时没有的，可继续登记')],
  ['plan.classified', say('涉密采购项目不得录入本系统', '请删除本计划，按保密规定线下办理')],
  ['plan.required', say('此栏为必填项', '请填写')],
  ['plan.code_in_force', say('所选代码不存在或已停用', '请重新选择')],
  ['plan.purchaser_active', say('采购单位不存在或已停用', '请联系管理员核对单位信息')],
  [
    'plan.region',
    (p) => say('行政区划与采购单位的预算级次不一致', `请改为采购单位所属的${regionName(p['regionCode'])}`),
  ],
  [
    'plan.project_name',
    say('项目名称含有不能用作文件名的字符', '请删去 / \\ : * ? " < > 、换行和不可见字符'),
  ],
  [
    'plan.phone',
    (p) => say(`联系电话中的“${plain(p['unread'])}”不像电话号码`, '请核对；确认无误的，可继续提交'),
  ],
  ['plan.platform', say('所选交易平台不存在或已停用', '请重新选择交易平台')],
  ['plan.fund_complete', say('资金来源明细不完整', '请填写资金性质和金额，或删除该行')],
  [
    'plan.item_complete',
    say('采购品目明细不完整', '请填写品目、标的名称、数量、单位、单价和金额，或删除该行'),
  ],
  [
    'plan.category',
    (p) => say(`品目与项目类别（${categoryName(p['category'])}）不一致`, '请修改品目或项目类别'),
  ],
  [
    'plan.catalogue_edition',
    (p) => say('所选品目不属于现行版本的品目分类目录', `请从${plain(p['edition'])}年版目录中重新选择`),
  ],
  ['plan.catalogue_level', say('品目代码不正确或层级过高', '请选择第三级或第四级品目')],
  ['plan.catalogue_unknown', say('系统内的目录中没有该品目代码', '请核对代码；确认无误的，可继续提交')],
  [
    'plan.catalogue_old_meaning',
    say('该代码在2013年版目录与现行目录中含义不同，标的名称像是旧版含义', '请核对是否应选择其他代码'),
  ],
  [
    'plan.org_form_central',
    say('采购品目在集中采购目录以内，不能采用分散采购', '请将采购组织形式改为政府集中采购或部门集中采购'),
  ],
  [
    'plan.org_form_dispersed',
    say('采购品目不在集中采购目录以内，却选择了集中采购', '请核对采购组织形式；确认无误的，可继续提交'),
  ],
  ['plan.item_quantity', say('数量为零', '请填写大于零的数量')],
  ['plan.item_amount', say('金额与数量乘以单价的结果不一致', '请按数量×单价（四舍五入到分）修改金额')],
  [
    'plan.items_sum',
    (p) =>
      say(
        `品目金额合计${money(p['sum'])}，与预算金额${money(p['budget'])}不一致`,
        '请核对品目金额和预算金额；确认无误的，可继续提交',
      ),
  ],
  ['plan.budget_positive', say('预算金额为零', '请填写大于零的预算金额')],
  [
    'plan.funds_sum',
    (p) =>
      say(
        `资金来源合计${money(p['sum'])}，与预算金额${money(p['budget'])}不一致`,
        '请修改资金来源明细或预算金额，使两者相等',
      ),
  ],
  [
    'plan.ceiling',
    (p) =>
      say(
        `最高限价${money(p['ceiling'])}超过预算金额${money(p['budget'])}`,
        '请将最高限价改为不超过预算金额',
      ),
  ],
  [
    'plan.below_limit',
    (p) =>
      say(
        `预算金额低于分散采购限额标准${money(p['limit'])}`,
        '请核对是否需要按政府采购程序办理；确认需要的，可继续提交',
      ),
  ],
  ['plan.section_complete', say('采购包划分不完整', '请填写包号、名称和预算，或删除该行')],
  ['plan.section_no_unique', say('包号重复', '请修改为不同的包号')],
  ['plan.section_reserve', say('采购包的预留金额超过该包预算', '请将预留金额改为不超过该包预算')],
  [
    'plan.sections_sum',
    (p) =>
      say(
        `各采购包预算合计${money(p['sum'])}，超过预算金额${money(p['budget'])}`,
        '请修改各采购包预算，使合计不超过预算金额',
      ),
  ],
  [
    'plan.sections_rest',
    (p) =>
      say(
        `各采购包预算合计${money(p['sum'])}，少于预算金额${money(p['budget'])}`,
        '请核对各采购包预算；确认其余部分不采购的，可继续提交',
      ),
  ],
  ['plan.item_package', say('该品目没有归入采购包，或所属采购包已删除', '请选择所属采购包')],
  ['plan.package_empty', say('采购包内没有品目', '请在采购品目中将品目归入该包，或删除该包')],
  [
    'plan.package_sum',
    say('包预算与包内品目金额合计不一致', '请核对包预算和包内品目；确认无误的，可继续提交'),
  ],
  [
    'plan.package_catalogue',
    say('采购包的品目不是包内任何一个品目', '请重新选择，或清除后按金额最大的品目确定'),
  ],
  [
    'plan.package_reserved',
    say(
      '采购包是否专门面向中小企业与中小企业预留方式不一致',
      '请修改该包，或将预留方式改为整体专门面向中小企业、设置专门采购包',
    ),
  ],
  [
    'plan.package_reserve',
    say(
      '专门面向中小企业的采购包，预留金额应为该包预算；其他采购包不填预留金额',
      '请修改预留金额，或修改该包是否专门面向中小企业',
    ),
  ],
  ['plan.package_eval_method', say('采购包的评审方法不适用于所选采购方式', '请重新选择评审方法')],
  ['plan.inquiry_goods_only', say('询价只适用于货物采购', '请修改采购方式')],
  [
    'plan.tender_not_works',
    say('工程招标适用招标投标法，不在本系统备案', '请修改采购方式，或按招标投标法办理'),
  ],
  [
    'plan.framework_unsupported',
    say('本系统暂不支持框架协议采购', '请改选其他采购方式；确需采用框架协议的，请在原渠道办理'),
  ],
  ['plan.method_category', say('该采购方式不适用于所选项目类别', '请修改采购方式')],
  [
    'plan.works_tender_scale',
    (p) =>
      say(
        `工程预算达到招标规模${money(p['threshold'])}，依法应当招标的应按招标投标法办理`,
        '请核对是否属于依法不进行招标的工程；确认无误的，可继续提交',
      ),
  ],
  [
    'plan.method_reason_code',
    say('采用公开招标以外的方式，须符合法定适用情形', '请选择与采购方式对应的适用情形'),
  ],
  ['plan.method_reason', say('采用公开招标以外的方式，须说明理由', '请填写理由')],
  [
    'plan.method_approval_no',
    (p) =>
      say(
        `预算金额达到公开招标数额标准${money(p['threshold'])}，采用其他方式须经设区的市级以上财政部门批准`,
        '请填写采购方式变更批复文号，或改为公开招标',
      ),
  ],
  [
    'plan.method_approval_file',
    (p) =>
      say(
        `预算金额达到公开招标数额标准${money(p['threshold'])}，采用其他方式须附批复文件`,
        '请上传采购方式变更批复文件',
      ),
  ],
  [
    'plan.change_method',
    say(
      '变更采购方式的计划，采购方式与原计划相同',
      '请选择其他采购方式；仍按原方式采购的，请删除或放弃本计划后直接起草采购公告',
    ),
  ],
  [
    'plan.change_year',
    (p) =>
      say(
        `财政年度与原采购计划（${plain(p['year'])}年）不一致`,
        '请改回原年度；原年度已结束、改用新年度预算的，可填写新的年度',
      ),
  ],
  [
    'plan.change_year_funds',
    (p) =>
      say(
        `本计划使用${plain(p['year'])}年度预算，资金来源仍是${plain(p['before'])}年度的预算项目，或未填写预算项目编码`,
        '请填写新年度的预算项目编码；属于结转资金、编码未变的，可继续提交',
      ),
  ],
  [
    'plan.change_unit',
    (p) =>
      say(
        `采购单位与原采购计划（${plain(p['unit'])}，预算单位编码 ${plain(p['budgetUnitCode'])}）不一致`,
        '变更采购方式不改变采购单位，请改回原编码',
      ),
  ],
  [
    'plan.change_items',
    (p) =>
      say(
        `原采购计划 ${plain(p['planNo'])} 中没有该品目：变更采购方式只改变方式，不改变采购内容`,
        '请选择原计划中的品目；确需采购其他内容的，另行编制采购计划。只是品目归类更正的，可继续提交',
      ),
  ],
  ['plan.change_category', say('项目类别与原采购计划不一致', '变更采购方式不改变项目类别，请改回原类别')],
  [
    'plan.change_budget',
    (p) =>
      say(
        `预算金额超过所变更标段可用的预算${money(p['limit'])}（标段预算合计，且不超过原采购计划的剩余预算）`,
        '请改为不超过该金额；确需增加预算的，请另行编制采购计划',
      ),
  ],
  [
    'plan.change_packages',
    (p) => say(`采购包应与所变更的标段一一对应（${plain(p['changed'])}）`, '请保留这些采购包，不增不减'),
  ],
  ['plan.change_package_budget', say('采购包预算超过原标段的预算', '请改为不超过原标段的预算')],
  [
    'plan.change_reserve',
    say('原计划为该标段预留的中小企业份额减少', '请保持原预留金额，或选择不预留的法定情形'),
  ],
  [
    'plan.change_approval_no',
    (p) =>
      say(
        `招标失败后改用其他方式：原招标项目预算${money(p['measured'])}，达到公开招标数额标准（${money(p['threshold'])}）的，或者与剩余两家供应商谈判的，应当报财政部门批准`,
        '请填写采购方式变更批复文号',
      ),
  ],
  [
    'plan.change_approval_file',
    say('招标失败后改用其他方式，须附财政部门的批复文件', '请上传采购方式变更批复文件'),
  ],
  [
    'plan.change_two_suppliers',
    say(
      '只有公开招标失败，且提交投标文件或者实质性响应的供应商只有两家的，才能与这两家供应商进行竞争性谈判',
      '请改选其他适用情形',
    ),
  ],
  [
    'plan.supervising_consent',
    say(
      '达到公开招标数额标准而采用其他方式的，报批前应经主管预算单位同意',
      '请上传主管预算单位同意的文件；不适用的，可继续提交',
    ),
  ],
  ['plan.import_opinion', say('采购进口产品，须附进口产品论证意见', '请上传进口产品论证意见')],
  [
    'plan.splitting',
    (p) =>
      say(
        p['by'] === 'budget'
          ? `本年度预算项目 ${plain(p['group'])} 已有${plain(p['plans'])}项非公开招标采购（含本项），累计${money(p['sum'])}，超过公开招标数额标准${money(p['threshold'])}，可能构成化整为零规避公开招标`
          : `本年度同类品目（${plain(p['group'])}）已有${plain(p['plans'])}项非公开招标采购（含本项），累计${money(p['sum'])}，超过公开招标数额标准${money(p['threshold'])}，可能构成化整为零规避公开招标`,
        '请合并采购、改用公开招标或填写批复文号；属于预算调整等情形的，可继续提交',
      ),
  ],
  ['plan.agency_needed', say('委托代理的项目须选择代理机构', '请选择代理机构，或改为自行采购')],
  ['plan.agency_not_entrusted', say('未委托代理，却选择了代理机构', '请清除代理机构，或改为委托代理')],
  ['plan.agency_active', say('所选代理机构不存在或已停用', '请重新选择代理机构')],
  ['plan.agency_agreement_no', say('委托代理须签订委托代理协议', '请填写委托代理协议编号')],
  ['plan.agency_agreement_file', say('委托代理须附委托代理协议', '请上传委托代理协议')],
  ['plan.central_agency', say('政府集中采购项目须委托集中采购机构', '请选择集中采购机构')],
  ['plan.sme_exempt_reason', say('未预留中小企业份额，须说明法定情形', '请选择不预留的情形，或选择预留方式')],
  [
    'plan.sme_whole_project',
    (p) =>
      say(
        `预算金额不超过${money(p['limit'])}的项目，适宜由中小企业提供的，应整体专门面向中小企业采购`,
        '请将预留方式改为整体专门面向中小企业，或选择不预留的情形',
      ),
  ],
  ['plan.sme_amount_needed', say('已选择预留方式，未填写预留金额', '请填写预留金额')],
  [
    'plan.sme_amount_whole',
    (p) => say('整体预留的金额应等于预算金额', `请将预留金额改为${money(p['budget'])}`),
  ],
  [
    'plan.sme_amount_within',
    (p) => say(`预留金额超过预算金额${money(p['budget'])}`, '请将预留金额改为不超过预算金额'),
  ],
  [
    'plan.sme_share',
    (p) =>
      say(
        `预留金额低于预算的${plain(p['share'])}%`,
        `请将预留金额改为不低于${money(p['least'])}，或选择不预留的情形`,
      ),
  ],
  [
    'plan.sme_small_share',
    (p) =>
      say(
        `预留给小微企业的金额低于预留金额的${plain(p['share'])}%`,
        `请将预留给小微企业的金额改为不低于${money(p['least'])}`,
      ),
  ],
  ['plan.sme_small_within', say('预留给小微企业的金额超过预留金额', '请将其改为不超过预留金额')],
  [
    'plan.sme_lots',
    (p) => say(`各采购包的预留金额合计不足${money(p['amount'])}`, '请在采购包划分中填写预留金额'),
  ],
  ['plan.sme_industry', say('预留中小企业份额，须明确采购标的所属行业', '请选择所属行业')],
  [
    'plan.policy_answered',
    (p) => say(`尚未填写“${plain(p['policy'])}”政策是否适用`, '请选择适用或不适用，不适用的填写理由'),
  ],
  [
    'plan.policy_reason',
    (p) => say(`“${plain(p['policy'])}”政策选为不适用，未填写理由`, '请填写理由，或改为适用'),
  ],
  [
    'plan.policy_rate',
    (p) =>
      p['least'] === p['most']
        ? say(`“${plain(p['policy'])}”的价格扣除比例应为${plain(p['least'])}%`, `请改为${plain(p['least'])}%`)
        : say(
            `“${plain(p['policy'])}”的价格扣除比例未填写，或不在${plain(p['least'])}%至${plain(p['most'])}%之间`,
            `请填写${plain(p['least'])}至${plain(p['most'])}之间的整数`,
          ),
  ],
  [
    'plan.policy_not_asked',
    say(
      '所填的政府采购政策在计划采购时间未施行、不适用于本项目或重复',
      '请移除该项政策，或核对项目类别和计划采购时间',
    ),
  ],
  [
    'plan.intention_missing',
    (p) =>
      p['dated'] === true
        ? say(
            '已填写采购意向公开日期，未填写是哪一份意向公告',
            '请填写采购意向公告的编号或标题；没有的，可继续提交',
          )
        : p['announced'] === true
          ? say(
              `已填写采购意向公告，未填写公开日期；意向应在采购活动开始前${plain(p['days'])}日公开`,
              '请填写采购意向公开日期',
            )
          : say(
              `未填写采购意向，意向应在采购活动开始前${plain(p['days'])}日公开`,
              '请填写采购意向公告和公开日期；依规定无需公开的，可继续提交',
            ),
  ],
  [
    'plan.intention_days',
    (p) =>
      say(
        `采购意向公开未满${plain(p['days'])}日`,
        `请将计划采购时间改为${plain(p['earliest'])}${p['provisional'] === true ? '（暂定）' : ''}或之后；确有紧急需要的，可继续提交`,
      ),
  ],
  [
    'plan.start_in_year',
    (p) =>
      say(
        `计划采购时间不在${plain(p['year'])}财政年度内`,
        '请核对计划采购时间和财政年度；确认无误的，可继续提交',
      ),
  ],
  ['plan.eval_method', say('评审方法不适用于所选采购方式', '请重新选择评审方法')],
  [
    'plan.price_weight',
    (p) =>
      say(
        `综合评分法的价格分值占比低于${plain(p['least'])}%或未填写`,
        `请填写不低于${plain(p['least'])}%的价格分值占比`,
      ),
  ],
  ['announcement.sections_chosen', say('尚未选择标段', '请至少选择一个标段')],
  [
    'announcement.sections_free',
    say(
      '所选标段中有已发布公告、已取消、正在变更采购方式、质疑成立须先处理或不属于本公告的标段',
      '请重新选择标段',
    ),
  ],
  ['announcement.required', say('此栏为必填项', '请填写')],
  ...terminationReasons.entries.flatMap(({ code, name, from }) => reasonTexts(code, name, from)),
  [
    'announcement.reason_not_filed',
    say('结果变更备案的原因不是中标（成交）供应商放弃或拒签合同，不能以此为由终止', '请改选与备案一致的原因'),
  ],
  [
    'announcement.reason_failed_before',
    say(
      '所选标段已经废标，不再采购的，只能以采购任务取消为由终止',
      '请改选“因重大变故，采购任务取消”；仍需采购的，请重新发布采购公告或变更采购方式',
    ),
  ],
  ['announcement.phone', say('联系电话中有不像电话号码的内容', '请核对；确认无误的，可继续提交')],
  ['announcement.budget', say('预算金额须公开且大于零', '请填写预算金额')],
  [
    'announcement.budget_sections',
    (p) =>
      say(
        `预算金额${money(p['budget'])}与所选标段预算合计${money(p['sum'])}不一致`,
        '请改为所选标段的预算合计，或重新选择标段',
      ),
  ],
  [
    'announcement.ceiling_sections',
    (p) =>
      say(
        `最高限价${money(p['ceiling'])}与所选标段最高限价合计${money(p['sum'])}不一致`,
        '请改为所选标段的最高限价合计，或重新选择标段',
      ),
  ],
  [
    'announcement.section_over_plan',
    (p) =>
      say(
        `标段${plain(p['numbers'])}的预算超过采购计划中对应采购包的预算`,
        '请联系交易中心更正标段，或变更采购计划后重新备案',
      ),
  ],
  [
    'announcement.section_under_plan',
    (p) =>
      say(
        `标段${plain(p['numbers'])}的预算少于采购计划中对应采购包的预算`,
        '请与交易中心核对；确认无误的，可继续提交',
      ),
  ],
  [
    'announcement.section_package',
    (p) =>
      say(
        `标段${plain(p['numbers'])}对应的采购包不在采购计划中`,
        '请联系交易中心按采购计划的采购包更正标段，或变更采购计划后重新备案',
      ),
  ],
  [
    'announcement.section_catalogue',
    (p) =>
      say(
        `标段${plain(p['numbers'])}的品目不是采购计划中对应采购包的品目`,
        '请联系交易中心更正标段，或变更采购计划后重新备案',
      ),
  ],
  [
    'announcement.section_evaluation',
    (p) =>
      say(
        `标段${plain(p['numbers'])}的评审方法与采购计划中的不同`,
        '请与交易中心核对；确以标段为准的，可继续，采购文件应与公告一致',
      ),
  ],
  [
    'announcement.section_reserved',
    (p) =>
      say(
        `标段${plain(p['numbers'])}是否专门面向中小企业采购，与采购计划不一致`,
        '请联系交易中心更正标段，或变更采购计划后重新备案',
      ),
  ],
  [
    'announcement.section_consortium',
    (p) =>
      say(
        `采购计划要求以联合体形式预留中小企业份额，标段${plain(p['numbers'])}却不接受联合体`,
        '请联系交易中心更正标段，或变更采购计划后重新备案',
      ),
  ],
  [
    'announcement.invited_at_random',
    say(
      '邀请招标应当从资格预审合格的供应商中随机抽取三家以上，发出投标邀请书',
      '请改为“采用随机抽取的方式邀请”',
    ),
  ],
  [
    'announcement.open_to_all',
    say('公开招标应当允许资格预审合格的供应商都参加投标', '请改为“邀请全部资格预审合格的供应商”'),
  ],
  ...invitationTexts(),
  [
    'announcement.consortium',
    (p) =>
      say(
        p['demanded'] === true ? '采购计划或所选标段要求接受联合体投标' : '所选标段不接受联合体投标',
        p['demanded'] === true ? '请改为“是”' : '请改为“否”，或联系交易中心更正标段',
      ),
  ],
  [
    'announcement.reserve_words',
    say(
      '对专门面向中小企业采购的表述与标段不一致',
      '请写明是哪些标段，并与“是否专门面向中小企业采购”一致；不一致的是标段的，请联系交易中心更正',
    ),
  ],
  [
    'announcement.reserve_unsaid',
    (p) =>
      say(
        `标段${plain(p['numbers'])}专门面向中小企业采购，此处没有写明`,
        '请写明该标段专门面向中小企业采购，或恢复系统填写的内容',
      ),
  ],
  [
    'announcement.reserve_open',
    say(
      '交易中心没有提供标段是否专门面向中小企业采购，也没有同名的采购包',
      '请对照采购计划，在横线处填写“是”或“否”，或联系交易中心更正标段',
    ),
  ],
  [
    'announcement.section_lines',
    say(
      '标段的预算金额、最高限价、品目或是否专门面向中小企业采购与标段信息不一致',
      '请恢复系统填写的内容，或联系交易中心更正标段',
    ),
  ],
  [
    'announcement.ceiling',
    (p) => say(`最高限价超过预算金额${money(p['budget'])}`, '请将最高限价改为不超过预算金额'),
  ],
  ['announcement.documents_order', say('文件获取的截止日期早于开始日期', '请修改起止日期')],
  [
    'announcement.documents_past',
    (p) => say('文件获取的开始日期早于今天', `请改为${plain(p['today'])}或之后`),
  ],
  [
    'announcement.documents_until',
    say('文件获取的截止日期晚于提交文件的截止时间', '请将截止日期改为不晚于提交截止日'),
  ],
  ['announcement.deadline_past', say('截止时间已过或就在今天', '请改为今后的日期')],
  ['announcement.opening', say('开启时间早于响应文件提交截止时间', '请将开启时间改为截止时间或之后')],
  [
    'announcement.correction_idle',
    say(
      '此项更正前后内容相同、原公告中没有此项、更正后的内容不符合该栏目的格式，或同一栏目更正了两次',
      '请填写更正后的内容，或删除该行',
    ),
  ],
  [
    'announcement.dates_apart',
    say('所选标段此前更正过的时间不同，更正后仍不一致', '请按标段分别发布更正公告，或将时间更正为一致'),
  ],
  [
    'announcement.result_change',
    say('采购结果的变更须先办理中标结果变更备案', '请在中标结果变更备案通过后发布结果变更公告'),
  ],
  [
    'announcement.apart_from_record',
    say('与中标结果变更备案的内容不一致', '请恢复自动内容；备案有误的，请放弃变更后重新办理备案'),
  ],
  [
    'announcement.policy_said',
    (p) =>
      say(
        `采购计划执行“${plain(p['policy'])}”政策，公告未写明`,
        `请在“落实政府采购政策”中写明（须含“${plain(p['mention'])}”），或恢复自动填入的内容`,
      ),
  ],
  [
    'announcement.policy_rate',
    (p) =>
      say(
        `采购计划中“${plain(p['policy'])}”的价格扣除比例为${plain(p['rate'])}%，公告所写的比例不同`,
        `请改为${plain(p['rate'])}%，或恢复自动填入的内容`,
      ),
  ],
  [
    'announcement.policy_declared',
    (p) =>
      say(
        `采购计划执行“${plain(p['policy'])}”政策，未附《${plain(p['declaration'])}》`,
        '中标、成交供应商享受该政策的，请上传其声明函；未享受的，可继续提交',
      ),
  ],
  ['event.not_future', say('登记的时间在今后', '请填写事项实际发生的时间')],
  ['event.opening_early', (p) => openingEarly('投标', p)],
  ['event.opening_early_response', (p) => openingEarly('响应', p)],
  [
    'event.opening_late',
    (p) =>
      say(
        `开标时间晚于投标截止时间（${localTime(p['deadline'])}），开标应当在截止的同一时间进行`,
        '请核对；确认无误的，可继续登记',
      ),
  ],
  [afterRule('opening'), (p) => outOfOrder('早于', '开标', p)],
  [afterRule('evaluation_started'), (p) => outOfOrder('早于', '评审开始', p)],
  [afterRule('evaluation_ended'), (p) => outOfOrder('早于', '评审结束', p)],
  [afterRule('winner_determined'), (p) => outOfOrder('早于', '定标', p)],
  [afterRule('bond_received'), (p) => outOfOrder('早于', '保证金收取', p)],
  [beforeRule('evaluation_started'), (p) => outOfOrder('晚于', '评审开始', p)],
  [beforeRule('evaluation_ended'), (p) => outOfOrder('晚于', '评审结束', p)],
  [beforeRule('report_delivered'), (p) => outOfOrder('晚于', '评审报告送达', p)],
  [beforeRule('winner_determined'), (p) => outOfOrder('晚于', '定标', p)],
  [beforeRule('notice_issued'), (p) => outOfOrder('晚于', '中标（成交）通知书发出', p)],
  [beforeRule('bond_returned'), (p) => outOfOrder('晚于', '保证金退还', p)],
  [
    'event.evaluation_failed',
    say('评审结论为废标，没有可以确定的中标（成交）供应商', '请起草终止公告；评审结论有误的，请交易中心更正'),
  ],
  [expectedRule('opening'), notYet('开标')],
  [expectedRule('evaluation_started'), notYet('评审开始')],
  [expectedRule('evaluation_ended'), notYet('评审结束')],
  [expectedRule('winner_determined'), notYet('定标')],
  [expectedRule('bond_received'), notYet('保证金收取')],
  [
    'event.told_by_centre',
    say(
      '交易中心已推送此事项，以交易中心的记录为准',
      '如与交易中心的记录不符，请联系其更正；仍需留存的，可继续登记',
    ),
  ],
  [
    'event.again',
    (p) =>
      say(
        `此事项已登记（${time(p['at'])}），以最后登记的为准`,
        '原登记有误的，请先撤销登记；确认无误的，可继续登记',
      ),
  ],
  ...awardRuleTexts,
  ...expertRuleTexts,
  ...contractRuleTexts,
  ...paymentRuleTexts,
  ...breachRuleTexts,
  ['announcement.too_long', say('公告内容过长，不能推送交易中心', '请精简内容，详细要求可放入采购文件')],
]);

const time = (at: Params[string] | undefined) => (typeof at === 'number' ? formatInstant(at) : '—');
const localTime = (at: Params[string] | undefined) => plain(at).replace('T', ' ');

function openingEarly(what: '投标' | '响应', params: Params): RuleText {
  return say(
    `开标（开启）时间早于${what}文件提交截止时间（${localTime(params['deadline'])}）`,
    '请核对时间；截止时间有变化的，请先发布更正公告',
  );
}

function outOfOrder(how: '早于' | '晚于', other: string, params: Params): RuleText {
  return say(`时间${how}${other}时间（${time(params['at'])}）`, '请核对时间；对方登记有误的，请联系其更正');
}

function notYet(other: string): RuleText {
  return say(`尚未登记${other}`, '请先登记；确认无误的，可继续登记');
}

/** Why a 终止公告 cannot give this reason. */
function reasonTexts(
  code: string,
  name: string,
  from: CourseStage,
): readonly (readonly [string, RuleWords])[] {
  const before = (at: Params[string] | undefined): string => {
    const time = typeof at === 'string' ? `（${at.replace('T', ' ')}）` : '';
    if (from === 'awarded') return '所选标段尚未发布中标（成交）结果公告';
    return from === 'opened' ? `所选标段尚未开标、开启${time}` : `所选标段的投标、响应截止时间${time}未到`;
  };
  const words: readonly (readonly [string, RuleWords])[] = [
    [
      reasonRule('early', code),
      (p) => say(`${before(p['at'])}，不能以“${name}”为由终止`, '请到时再办理，或改选符合实际的原因'),
    ],
    [
      reasonRule('late', code),
      say(`所选标段已发布结果公告，不能再以“${name}”为由终止`, '请改选符合实际的原因'),
    ],
    [reasonRule('method', code), say(`“${name}”不适用于本项目的采购方式`, '请改选符合实际的原因')],
  ];
  return words.filter(([rule]) => terminationRules.some(({ id }) => id === rule));
}

function invitationTexts(): readonly (readonly [string, RuleWords])[] {
  return [
    [
      'announcement.invited_prequalified',
      say('已发布资格预审公告，只能邀请资格预审合格的供应商', '请将供应商来源改为“发布资格预审公告征集”'),
    ],
    [
      'announcement.invited_unqualified',
      say(
        '没有已发布的资格预审公告',
        '招标项目请先发布资格预审公告，再从该公告起草投标邀请书；不征集的，请改选其他来源',
      ),
    ],
    [
      'announcement.invited_early',
      (p) =>
        say(
          `资格预审申请尚未截止（${localTime(p['until'])}）`,
          '请在截止并完成资格审查后再提交；资格预审公告可以先行核对',
        ),
    ],
    ...invitationGroups.map(
      (group) =>
        [
          invitationRule('announcement.invited_corrected', group),
          say(
            '受邀供应商在邀请书发出前按规定征集、抽取或推荐确定，邀请书发出后不能以更正通知书增加、更换受邀供应商或更改抽取记录',
            '请删除该行。响应的供应商不足三家的，到截止时间后以此为由终止，再重新邀请；登记有误的，由采购办撤回邀请书后重新发出',
          ),
        ] as const,
    ),
    [
      'announcement.invited_reworded',
      say(
        '更正通知书不改变受邀供应商，只有邀请书列明的供应商可以参加和中标（成交）',
        '请确认此行与受邀供应商无关；要增加、更换受邀供应商的，请终止后重新邀请',
      ),
    ],
    ...invitationGroups.map(
      (group) =>
        [
          invitationRule('announcement.invited_fewest', group),
          (p: Params) =>
            say(
              `只邀请了${plain(p['count'])}家供应商，应当邀请${plain(p['fewest'])}家以上`,
              '请增加备选供应商，或将更多供应商改为“邀请”',
            ),
        ] as const,
    ),
    [
      'announcement.invited_twice_as_many',
      (p) =>
        say(
          `备选供应商只有${plain(p['count'])}家，不得少于拟抽取家数的两倍（${plain(p['least'])}家）`,
          '请补充备选供应商，或减少抽取家数',
        ),
    ],
    [
      'announcement.invited_number',
      (p) =>
        say(
          `邀请的供应商有${plain(p['count'])}家，与抽取家数（${plain(p['number'])}家）不一致`,
          '请按抽取记录核对“是否邀请”和抽取家数',
        ),
    ],
    [
      'announcement.invited_all_passed',
      say('公开招标应当邀请全部资格预审合格的供应商', '请将名单中的供应商都改为“邀请”，并删除不合格的'),
    ],
    ...recommendingGroups.map(
      (group) =>
        [
          invitationRule('announcement.invited_half', group),
          (p: Params) =>
            say(
              `推荐的${plain(p['all'])}家供应商中，采购人推荐了${plain(p['count'])}家。采购人和评审专家应当分别推荐，采购人推荐的不得超过一半`,
              '请核对推荐人，或补充供应商',
            ),
        ] as const,
    ),
    ...invitationGroups.map(
      (group) =>
        [
          invitationRule('announcement.recommendations_unsaid', group),
          say(
            '供应商由书面推荐产生，被推荐供应商名单和推荐理由应当随结果同时公告',
            '请在附件“被推荐供应商名单和推荐理由”中上传',
          ),
        ] as const,
    ),
    [
      'announcement.invited_witnesses',
      (p) =>
        say(
          `在场的采购人工作人员只有${plain(p['count'])}名，不得少于两名`,
          '请补充登记在场人员；当时人数不足的，应重新抽取',
        ),
    ],
    ['announcement.invited_draw_later', say('抽取时间在今后', '请填写实际抽取的时间')],
    ['announcement.invited_code', say('统一社会信用代码不正确', '请核对18位代码')],
    [
      'announcement.invited_once',
      (p) => say(`“${plain(p['name'])}”重复登记`, '请核对统一社会信用代码，或删除重复的一行'),
    ],
    [
      'announcement.invited_name',
      (p) =>
        say(
          `该统一社会信用代码登记的供应商是“${plain(p['name'])}”`,
          '请核对名称和代码；供应商更名的，请先办理更名',
        ),
    ],
    [
      'announcement.invited_banned',
      (p) =>
        say(
          `“${plain(p['name'])}”被禁止参加政府采购活动至${plain(p['until'])}（${plain(p['document'])}）`,
          '请删除该供应商，另选符合条件的供应商',
        ),
    ],
  ];
}
