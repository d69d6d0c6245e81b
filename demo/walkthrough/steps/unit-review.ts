import { planBecomes, synced } from '../asking.ts';
import { accepted, expect, need, refused } from '../outcome.ts';
import type { Step } from '../world.ts';

const reason = '履约地点填写不明确，请写明交货地址。';

export const unitReview: Step = {
  title: '单位审核：退回、修改、同意',
  async run({ desks: { clerk, reviewer, office }, story }) {
    const id = need(story.planId, 'plan of an earlier step');
    accepted(await reviewer.act('plans.return', { id, reason }), '退回');
    const returned = await planBecomes(clerk, id, 'the returned plan', ({ status }) => status === 'returned');
    const told = returned.history.at(-1);
    expect(told?.note === reason, 'the reason of the return is not told');

    const from = returned.content.performancePlace;
    const to = '许昌市示例第一实验小学网络中心（一号楼三层）';
    accepted(
      await clerk.act('plans.edit', { id, changes: [{ field: 'performancePlace', from, to }] }),
      '修改',
    );
    accepted(await clerk.act('plans.submit', { id }), '再次提交');
    await synced(clerk);
    // Who submits may not approve: the clerk's role has no such right, on any side.
    refused(await clerk.act('plans.approve', { id, note: '' }), 'not_allowed', '经办岗自行同意');

    const again = await planBecomes(
      reviewer,
      id,
      'the corrected plan',
      ({ status, content }) => status === 'unit_review' && content.performancePlace === to,
    );
    expect(again.returnedContent?.performancePlace === from, 'what was returned is not kept for comparison');
    accepted(await reviewer.act('plans.approve', { id, note: '同意' }), '同意');
    await planBecomes(office, id, 'the approved plan', ({ status }) => status === 'office_review');
    return `退回（${told.note}）→ 修改履约地点 → 经办岗不能自行同意 → ${reviewer.account.name} 同意，已到采购办`;
  },
};
