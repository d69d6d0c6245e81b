// What may be done with a section, and what may be in its way: names alone. What decides stands in shared/domain/projects/gates.ts, the words in
// shared/text/zh-CN/gates.ts.

/**
 * What may hold a section: `challenge`, a 质疑 that may affect the result is being answered (条例 art 54); `upheld`, one was upheld, and what follows
 * from that is not carried out yet (94号令 art 16).
 */
export const holdKinds = ['challenge', 'upheld'] as const;
export type HoldKind = (typeof holdKinds)[number];

export const sectionSteps = [
  /** 采购公告, the first time or again */
  'announce',
  /** 投标邀请书 to suppliers who passed the 资格预审 */
  'invite',
  /** 变更采购方式 */
  'change_method',
  /** 更正公告 */
  'correct',
  /** 终止公告 */
  'terminate',
  /** 确定中标（成交）供应商 */
  'determine',
  /** 结果公告 */
  'publish_result',
  /** 中标结果变更备案 */
  'change_result',
  /** 更正结果公告内容 by a 中标结果变更备案: supplier and price stay */
  'correct_result',
  /** 结果变更公告 */
  'publish_change',
  /** 签订合同. How many of them a section may have the contracts themselves know. */
  'sign',
  /** 履约验收 */
  'accept',
  /** 登记付款 */
  'pay',
] as const;
export type SectionStep = (typeof sectionSteps)[number];

export type ObstacleKind =
  | 'project_not_open'
  | 'section_unannounced'
  | 'section_in_course'
  | 'section_not_evaluated'
  | 'section_failed'
  | 'section_terminated'
  | 'section_cancelled'
  | 'method_changed'
  | 'section_contracted'
  | 'section_accepted'
  | 'section_not_contracted'
  | 'result_missing'
  | 'section_has_result'
  | 'result_not_announced'
  | 'result_announced'
  | 'result_in_force'
  | 'letter_missing'
  | 'change_pending'
  | 'change_missing'
  | 'challenge_period'
  | `held_${HoldKind}`;
