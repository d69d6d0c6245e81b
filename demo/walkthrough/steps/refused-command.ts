import { uuidV7 } from '#shared/kernel/ids.ts';
import { errorTexts } from '#shared/text/zh-CN/errors.ts';
import { outbox, planBecomes, planOn, synced } from '../asking.ts';
import { agencyOf, unitOf } from '../cast.ts';
import { accepted, eventually, expect, need } from '../outcome.ts';
import { storyPlan } from '../story-plan.ts';
import type { Step } from '../world.ts';

export const refusedCommand: Step = {
  title: '未通过的操作：服务器拒绝的，写明原因和办法',
  async run(world) {
    const { clerk, reviewer } = world.desks;
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const content = storyPlan({
      unit: unitOf(world),
      agency: agencyOf(world),
      today: world.today,
      title: '安全运维工具采购项目',
    });
    accepted(await clerk.act('plans.create', { id, content }), '增加');
    accepted(await clerk.act('plans.submit', { id, acknowledged: ['plan.splitting'] }), '提交');
    await planBecomes(reviewer, id, 'the plan', ({ status }) => status === 'unit_review');

    // Offline the clerk takes the plan back and goes on with it; meanwhile it is approved.
    clerk.network.set('cut');
    accepted(await clerk.act('plans.takeBack', { id }), '撤回');
    const from = content.contact;
    accepted(
      await clerk.act('plans.edit', { id, changes: [{ field: 'contact', from, to: `${from}（改）` }] }),
      '修改',
    );
    accepted(await reviewer.act('plans.approve', { id, note: '' }), '同意');
    await synced(reviewer);
    clerk.network.set('open');
    await synced(clerk);

    const attention = await eventually('the refused commands in 未通过的操作', async () => {
      const items = await outbox(clerk, 'attention');
      return items.length >= 2 ? items : undefined;
    });
    const takeBack = need(
      attention.find(({ name }) => name === 'plans.takeBack'),
      'refused 撤回',
    );
    const edit = need(
      attention.find(({ name }) => name === 'plans.edit'),
      'refused 修改',
    );
    expect(takeBack.error?.code === 'wrong_state', `撤回 was refused with ${takeBack.error?.code}`);
    expect(edit.dependsOnRejected === takeBack.id, 'what depended on it is not marked');
    const kept = accepted(await clerk.ask('outbox.get', { id: edit.id }), 'outbox.get');
    expect(
      JSON.stringify(kept.input).includes('（改）'),
      'the input of the refused command is not kept whole',
    );
    const plan = need(await planOn(clerk, id), 'plan');
    expect(plan.status === 'office_review', `the desk shows ${plan.status}`);
    for (const item of attention) accepted(await clerk.ask('outbox.discard', { id: item.id }), '放弃');
    expect((await outbox(clerk, 'attention')).length === 0, 'discarded commands stay in 未通过的操作');
    const words = errorTexts[takeBack.error.code];
    return `撤回被拒绝（${typeof words === 'function' ? words({}) : words}），依赖它的修改已标记，内容完整保留，放弃后清空`;
  },
};
