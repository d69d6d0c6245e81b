import type { FieldError } from '#shared/kernel/errors.ts';
import { citation } from '#shared/text/zh-CN/articles.ts';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { planOn } from '../asking.ts';
import { agencyOf, unitOf } from '../cast.ts';
import { accepted, expect, need, refused } from '../outcome.ts';
import { storyPlan } from '../story-plan.ts';
import type { Step } from '../world.ts';
import { mistake } from './draft-offline.ts';

export const submit: Step = {
  title: '提交：规则先拒绝，改正后提交',
  async run(world) {
    const { clerk } = world.desks;
    const id = need(world.story.planId, 'plan of an earlier step');
    const error = refused(await clerk.act('plans.submit', { id }), 'rule_broken', '提交');
    const finding = need(
      error.fields?.find(({ path }) => path === 'smeExemptReason'),
      'finding about the missing reserve',
    );
    const told = words(finding);

    const right = storyPlan({
      unit: unitOf(world),
      agency: agencyOf(world),
      today: world.today,
      title: '网络安全设备采购项目',
    });
    const changes = (['smeMode', 'smeAmount', 'smeSmallAmount'] as const).map((field) => ({
      field,
      from: mistake[field],
      to: right[field],
    }));
    accepted(await clerk.act('plans.edit', { id, changes }), '修改');
    const receipt = accepted(await clerk.act('plans.submit', { id }), '提交');
    expect(receipt.state === 'applied', 'the submission does not show at once');
    const plan = need(await planOn(clerk, id), 'submitted plan');
    expect(plan.status === 'unit_review', `the plan is ${plan.status} after submission`);
    return `拒绝：${told} → 改正后已提交（离线）`;
  },
};

/** As the user reads it: what is wrong, by which clause, what to do. */
function words({ code, article, params = {} }: FieldError): string {
  const text = need(ruleTexts.get(code), `words for the rule ${code}`);
  const { what, todo } = typeof text === 'function' ? text(params) : text;
  return `${what}。依据${need(citation(article ?? ''), 'article of the finding')}。${todo}`;
}
