// Why something may not be done with a section now, or not without thinking twice, and what to do about it.
import type { ObstacleKind, SectionStep } from '#shared/codes/section-steps.ts';
import type { Params } from '#shared/rules/engine.ts';
import { formatInstant } from './times.ts';
import { plain } from './values.ts';

type Words = string | ((params: Params) => string);

const since = ({ since: at }: Params) => (typeof at === 'number' ? `${formatInstant(at)} ` : '');
/** “质疑函〔2026〕3号”, or nothing where it has no name. */
const named = ({ document }: Params) =>
  typeof document === 'string' && document.trim() !== '' ? `“${document}”` : '';

const obstacles: { readonly [K in ObstacleKind]: Words } = {
  project_not_open: '项目尚未收到标段，或已完成、已取消，不能办理',
  section_unannounced: '标段尚未发布采购公告，请先发布采购公告',
  section_in_course: '标段已发布采购公告并在执行中，不能再次公告。需要修改或终止的，请发布更正公告或终止公告',
  section_not_evaluated: '标段尚未评审结束，请在评审结束后办理',
  section_failed:
    '标段本次采购已终止，可以重新发布采购公告，或变更采购方式；不再采购的，请发布终止公告（采购任务取消）',
  section_terminated: '标段已终止，不再办理',
  section_cancelled: '标段已取消，不能再更新或办理',
  section_contracted: (p) =>
    `标段的合同${named(p)}已经签订并备案。合同尚未履行、确需变更结果的，由采购人在“合同公告及备案”中办理合同终止后再办理；供应商和金额不变，只更正结果公告内容的，由采购人办理变更备案，变更方式选择更正公告内容`,
  section_accepted: (p) =>
    `标段的合同${named(p)}已经履行并验收合格，结果不再变更。供应商和金额不变，只更正结果公告内容的，由采购人办理变更备案，变更方式选择更正公告内容；验收有误的，请先撤回验收`,
  section_not_contracted: '标段没有已公告及备案的合同，请先在“合同公告及备案”中提交合同',
  method_changed: (p) =>
    `标段正在变更采购方式（${named(p) === '' ? `${since(p)}起草的采购计划` : `采购计划${named(p)}`}），不能再按原方式公告或另行变更。该计划删除、放弃或取消后可再办理`,
  result_missing: '尚未确定中标（成交）供应商，请先确定结果',
  section_has_result: (p) => `该标段已确定${plain(p['document'])}为中标（成交）供应商，不能另行确定`,
  result_not_announced: '该标段没有已发布的结果公告，请先发布结果公告',
  result_announced: '结果公告已发布，不能在此更改。请办理中标结果变更备案',
  result_in_force: (p) =>
    `标段已公告${plain(p['document'])}为中标（成交）供应商，不能直接终止。请先由采购人办理中标结果变更备案（变更方式选择重新采购或结果无效），采购办同意后再发布终止公告`,
  letter_missing: '中标（成交）通知书尚未发出，请先发布结果公告并发出通知书',
  change_pending: (p) => `中标结果变更${named(p)}已备案，尚未公告。请先发布结果变更公告，或放弃变更`,
  change_missing: '没有已备案、待公告的结果变更，请先办理中标结果变更备案',
  challenge_period: (p) =>
    `供应商在${plain(p['until'])}（含当日）前仍可对结果提出质疑。此时签订合同，质疑成立的，合同可能中止履行或撤销，请慎重`,
  held_challenge: (p) =>
    `${since(p)}登记的质疑${named(p)}可能影响中标（成交）结果，答复前应暂停签订合同。请先答复质疑`,
  held_upheld: (p) =>
    `质疑${named(p)}已答复成立并影响结果，未按答复处理前不得发出通知书、签订合同。结果未公告的，请重新确定结果；已公告的，请办理中标结果变更备案；重新采购的，请发布终止公告`,
};

export const gateFieldTexts: readonly (readonly [string, Words])[] = Object.entries(obstacles);

const steps: { readonly [S in SectionStep]: string } = {
  announce: '发布采购公告',
  invite: '发出投标邀请书',
  change_method: '变更采购方式',
  correct: '发布更正公告',
  terminate: '发布终止公告',
  determine: '确定结果',
  publish_result: '发布结果公告',
  change_result: '办理中标结果变更备案',
  correct_result: '更正结果公告内容（变更备案）',
  publish_change: '发布结果变更公告',
  sign: '签订合同',
  accept: '履约验收',
  pay: '登记付款',
};

export const gatePages = {
  title: '当前可办事项',
  steps,
  open: '可以办理',
  refused: '暂不能办理',
  warned: '办理前请注意',
  none: '目前没有可以办理的事项。',
  reason: (stepNames: string, why: string) => `${stepNames}：${why}`,
};
