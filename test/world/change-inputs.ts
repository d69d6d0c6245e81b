// 变更采购方式: which sections it may be begun for, and what somebody fills in who has begun it.
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { addDays, type Instant, toPlainDate } from '#shared/kernel/dates.ts';

export function mayBeChanged({ status, successor }: Section): boolean {
  return status === 'failed' && successor === null;
}

export function lacksReasons({ predecessor, content }: Plan): boolean {
  return predecessor !== null && content.plannedStart === null;
}

export function reasonsOf({ content }: Plan, now: Instant): readonly object[] {
  const negotiates = content.method === 'COMPETITIVE_NEGOTIATION';
  const to = {
    methodReasonCode: negotiates ? 'LAW_30_1' : 'D214_3_2',
    methodReason: '示例理由一（经单位内部会商确定）',
    methodApprovalNo: '示例批复1号',
    evalMethod: negotiates ? 'LOWEST_QUOTE' : 'COMPREHENSIVE_SCORE',
    priceWeight: negotiates ? null : 40,
    plannedStart: addDays(toPlainDate(now), 40),
  } as const;
  return Object.entries(to).map(([field, value]) => ({
    field,
    from: Reflect.get(content, field),
    to: value,
  }));
}
