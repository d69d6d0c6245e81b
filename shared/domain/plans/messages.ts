// What the trading centre is told of a plan. Messages about one plan leave in the order in which they were decided.
import { type PlanWithdrawBody, planBody } from '#shared/contract/exchange.ts';
import type { ExchangeMessageDraft } from '../exchange-message.ts';
import type { FiledPlan, Plan } from './model.ts';

const businessKey = (plan: Plan) => `plan/${plan.id}`;

export function planPush(
  type: 'plan.push' | 'plan.change',
  plan: FiledPlan,
  platformId: string,
): ExchangeMessageDraft {
  const body = planBody(plan, plan.projectId);
  return { type, platformId, businessKey: businessKey(plan), body, notBefore: null };
}

export function planWithdraw(plan: FiledPlan, platformId: string, reason: string): ExchangeMessageDraft {
  const { id, planNo, projectId } = plan;
  const body: PlanWithdrawBody = { planId: id, planNo, projectId, reason };
  return { type: 'plan.withdraw', platformId, businessKey: businessKey(plan), body, notBefore: null };
}
