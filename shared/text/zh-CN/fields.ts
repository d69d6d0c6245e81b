// What is wrong with one field when no rule of law decides: its shape, its length, a value already taken. Codes of the parser and ours.

import { awardFieldTexts } from './awards.ts';
import { breachFieldTexts } from './contracts/breaches.ts';
import { contractFieldTexts } from './contracts/contracts.ts';
import { contractImportFieldTexts } from './contracts/imports.ts';
import { paymentFieldTexts } from './contracts/payments.ts';
import type { Params } from './errors.ts';
import { excelFieldTexts } from './excel.ts';
import { expertFieldTexts } from './experts.ts';
import { gateFieldTexts } from './gates.ts';
import { labels } from './labels.ts';
import { formatInstant } from './times.ts';
import { plain } from './values.ts';

type Words = string | ((params: Params) => string);

export const fieldTexts: ReadonlyMap<string, Words> = new Map<string, Words>([
  // the parser's
  ['invalid_type', '未填写或类型不正确，请填写'],
  ['too_big', tooBig],
  ['too_small', '长度或数值不足，请补充'],
  ['invalid_format', '格式不正确，请按提示的格式填写'],
  ['not_multiple_of', '数值的精度不正确，请修改'],
  ['unrecognized_keys', '含有系统不认识的内容，请升级客户端后重试'],
  ['invalid_union', '内容不符合要求，请重新填写'],
  ['invalid_key', '内容不符合要求，请重新填写'],
  ['invalid_element', '内容不符合要求，请重新填写'],
  ['invalid_value', '不是可选的值，请重新选择'],
  // text, dates, money
  ['invalid_characters', '含有不能显示的字符，请删除后重新输入'],
  ['name_missing', '请填写名称'],
  ['reason_short', '原因太短，请至少填写两个字'],
  ['invalid_date', '日期不存在，请按“2026-03-22”的格式填写'],
  ['money_format', noNumber('金额格式不正确，请填写数字，如 1234567.00 或 58.8万元')],
  ['money_decimals', '金额最多两位小数，请修改'],
  ['money_too_large', '金额过大，请核对'],
  ['quantity_format', noNumber('数量格式不正确，请填写数字，如 12.5')],
  ['whole_number', (p) => noNumber(`请填写${plain(p['min'])}到${plain(p['max'])}之间的整数`)(p)],
  // plans and sections
  ['too_deep', '内容嵌套过深，请减少层级'],
  ['field_twice', '同一栏提交了两次修改，请刷新后重试'],
  ['section_twice', '同一标段出现了两次'],
  ['plan_not_named', '未指明采购计划'],
  ['plan_being_changed', '采购计划正在变更或已取消，重新备案并收到标段后才能发布'],
  ['plan_not_open', '采购计划尚未备案、正在修改或已取消，暂不能接收标段'],
  ['platform_has_sections', '原交易平台已推送标段，不能更换交易平台。请先由原平台取消标段'],
  [
    'section_announced',
    (p) => `标段 ${plain(p['section'])} 已发布公告，不能再作此项操作。请通过更正公告或终止公告处理`,
  ],
  ['section_elsewhere', '该标段标识已用于其他项目'],
  ['too_long', (p) => (p['most'] === undefined ? '内容过长，请精简' : tooBig(p))],
  ['section_changed', '所选标段的信息在审核后有变化，请撤回修改，核对后重新提交'],
  ['section_not_free', '所选标段已不在该公告的本次采购之内，请撤回修改后重新选择标段'],
  ['not_startable', '当前不能起草此类公告，请刷新后查看项目进度'],
  ['filed_anew', '该草稿早于现行的中标结果变更备案，不能再用。请删除，以备案同意后生成的结果变更公告为准'],
  ['plan_changed', '采购计划变更后的项目信息与公告不一致，请撤回修改，核对后重新提交'],
  ['target_changed', '原公告或所选标段此前的公告在审核后有变化，请撤回修改，核对后重新提交'],
  ['target_not_published', '所更正（终止）的公告未发布或已撤回'],
  ['still_corrected', '该公告之后还有更正公告或终止公告，请先撤回后发布的公告'],
  ['section_not_announced', '标段尚未发布公告或已取消，不能登记事项。请先发布采购公告'],
  ['section_announced_anew', '标段在填写之后已重新公告，请刷新后在新一次公告下办理'],
  [
    'challenge_replied',
    (p) =>
      `该质疑已由${plain(p['name'])}于${typeof p['at'] === 'number' ? formatInstant(p['at']) : plain(p['repliedOn'])}答复，结论为${plain(labels.get(`challenges.conclusion.${plain(p['conclusion'])}`))}：“${plain(p['text'])}”。以该答复为准，本次填写的内容仍保留，供核对`,
  ],
  ['event_withdrawn', '该登记已撤销，请刷新后查看'],
  ['ranking_empty', '评审结果缺少供应商排名'],
  ['section_went_on', '所涉标段已进入后续环节，不能撤回'],
  ['same_method', '与原采购方式相同。仍按原方式采购的，请直接起草采购公告；需要变更的，请选择其他方式'],
  [
    'predecessor_gone',
    '所变更的标段已不在此次变更采购方式之内，不能备案。请退回单位，由单位放弃变更采购方式后重新办理',
  ],
  [
    'unknown_predecessor',
    (p) => `原标段 ${plain(p['lotUid'])} 不属于本计划变更采购方式的标段，请核对后重新发送`,
  ],
  ['predecessor_taken', (p) => `原标段 ${plain(p['section'])} 已有接续的标段，不能重复接续`],
  [
    'predecessor_of_another_package',
    (p) =>
      `推送的采购包接续原标段 ${plain(p['other'])}，与所称的原标段 ${plain(p['section'])} 不符，请核对后重新发送`,
  ],
  ['section_no_taken', (p) => `标段编号 ${plain(p['sectionNo'])} 在项目中已使用`],
  ['unknown_section', '没有找到该标段'],
  ['submitted_anew', '打开后内容已撤回修改并重新提交，请核对后再办理'],
  ['stale', '版本低于已有版本，请以最新版本重新发送'],
  ['duplicate_mismatch', '同一版本的内容与已收到的不同，请以新版本重新发送'],
  ['reference_missing', '所选对象不存在或已停用，请重新选择'],
  // challenges
  ['section_not_announced', (p) => `标段 ${plain(p['section'])} 尚未发布公告，不能登记质疑`],
  ['challenge_elsewhere', '该质疑标识已用于其他项目'],
  ['challenge_closed', '该质疑已答复或已结束，不能再更新'],
  ['day_future', (p) => `日期不能晚于今天（${plain(p['today'])}）`],
  ['day_before_reply', (p) => `日期不能早于答复日期（${plain(p['repliedOn'])}）`],
  ...awardFieldTexts,
  ...expertFieldTexts,
  ...gateFieldTexts,
  ...contractFieldTexts,
  ...paymentFieldTexts,
  ...contractImportFieldTexts,
  ...breachFieldTexts,
  // administration
  ['policy_dates', '截止日期早于起始日期，请修改'],
  ['policy_range', '价格扣除比例的上限低于下限，请修改'],
  ['policy_rate', '写法中用了“{rate}”，但没有填写价格扣除比例。请填写比例或删去“{rate}”'],
  ['policy_mention', '公告写法中没有“公告须含的词”，请补充'],
  ['policy_overlap', '同一政策在同一类别、同一时间有两条规定，请修改起止日期或类别'],
  ['policy_removed', '系统内置的政策不能删除，停止执行的请填写截止日期'],
  ['unknown_code', '代码不存在，请重新选择'],
  ['uscc_invalid', '统一社会信用代码不正确，请核对18位代码'],
  ['uscc_taken', '该统一社会信用代码已登记，请核对'],
  ['agency_kind', '代理机构须选择类别，其他单位不填'],
  ['fixed_once_saved', '保存后不能更改，请另行新增'],
  ['username_taken', '用户名已被使用，请换一个'],
  ['organisation_needed', '该岗位须选择所属单位'],
  ['organisation_kind', '该岗位与所属单位的类型不符，请重新选择'],
  ['regions_needed', '该岗位须选择负责的行政区划'],
  ['regions_not_for_role', '该岗位不需要行政区划，请清除'],
  ['unknown_setting', '没有这项设置'],
  ['unknown_pattern', '没有这类编号规则'],
  ['pattern_no_seq', '编号规则须含有流水号 {seq}，如 {seq:4}'],
  ['pattern_no_year', '编号规则须含有年度 {yyyy}'],
  ['pattern_twice', (p) => `编号规则中 ${plain(p['piece'])} 出现了两次`],
  ['pattern_placeholder', (p) => `编号规则中 ${plain(p['piece'])} 不可识别，可用 {yyyy}、{seq:4}、{region}`],
  ['pattern_too_long', '按此规则生成的编号超过64个字符，请缩短'],
  ['pattern_taken', '其他区划或者其他种类的编号已使用相同的规则，请加以区别'],
  ['public_key', '公钥格式不正确，请粘贴 Ed25519 公钥（SPKI，Base64）'],
  ['key_id_taken', '密钥编号已使用过，请换一个'],
  ['too_many_keys', (p) => `一个平台最多登记${plain(p['max'])}把公钥`],
  ['unknown_key', '没有找到该密钥'],
  // a year of holidays
  ['date_not_in_year', '日期不在该年度的范围内'],
  ['holiday_reversed', '结束日期早于开始日期'],
  ['holiday_too_long', '假期天数过长，请核对'],
  ['holidays_overlap', '假期之间有重叠'],
  ['make_up_not_weekend', '调休上班日应为周六或周日'],
  ['make_up_in_holiday', '调休上班日不能在假期之内'],
  ['make_up_twice', '调休上班日重复'],
  ...excelFieldTexts,
]);

function tooBig({ most, length }: Params): string {
  if (typeof most !== 'number') return '超过了允许的长度或大小，请减少';
  return typeof length === 'number'
    ? `最多${most}个字，现有${length}个字，请删去${length - most}个字`
    : `最多${most}个字，请删减`;
}

/** Of a text that is no number: what was seen, and why it is none. */
function noNumber(otherwise: string): (params: Params) => string {
  return ({ why, seen }) => {
    const read = seen === undefined ? '' : `“${plain(seen)}”`;
    switch (why) {
      case 'blank':
        return `${read}中间有空白，可能是几个数连在一起，请只填写一个数`;
      case 'grouping':
        return `${read}中的逗号不是千位分隔，请核对；小数请用小数点，如 1234.5`;
      case 'negative':
        return `${read}是负数，请填写不小于零的数`;
      case 'decimals':
        return '最多四位小数，请修改';
      case 'large':
        return '数量过大，整数部分最多九位，请核对';
      case 'other':
        return `${read}不是一个数。${otherwise}`;
      default:
        return otherwise;
    }
  };
}
