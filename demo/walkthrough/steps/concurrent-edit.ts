import { z } from 'zod';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { outbox, planBecomes, synced } from '../asking.ts';
import { agencyOf, unitOf } from '../cast.ts';
import { accepted, expect, need } from '../outcome.ts';
import { storyPlan } from '../story-plan.ts';
import type { Step } from '../world.ts';

export const concurrentEdit: Step = {
  title: '两台电脑同时修改',
  async run(world) {
    const { clerk, clerkAtHome } = world.desks;
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const content = storyPlan({
      unit: unitOf(world),
      agency: agencyOf(world),
      today: world.today,
      title: '网络机柜采购项目',
    });
    accepted(await clerk.act('plans.create', { id, content }), '增加');
    await planBecomes(clerkAtHome, id, 'the new plan', ({ status }) => status === 'draft');
    clerk.network.set('cut');
    clerkAtHome.network.set('cut');
    const edit = (field: 'contact' | 'phone' | 'performancePlace', to: string) => ({
      id,
      changes: [{ field, from: content[field], to }],
    });
    // Different fields merge; the same field is a conflict that a person settles.
    accepted(await clerk.act('plans.edit', edit('phone', '0374-0111111')), '修改电话');
    accepted(await clerk.act('plans.edit', edit('contact', '甲')), '修改联系人');
    accepted(await clerkAtHome.act('plans.edit', edit('performancePlace', '二号楼机房')), '修改地点');
    accepted(await clerkAtHome.act('plans.edit', edit('contact', '乙')), '修改联系人');
    clerk.network.set('open');
    await synced(clerk);
    clerkAtHome.network.set('open');
    await synced(clerkAtHome);

    const merged = await planBecomes(
      clerkAtHome,
      id,
      'the merged plan',
      (plan) => plan.content.phone === '0374-0111111',
    );
    expect(merged.content.performancePlace === '二号楼机房', 'the other field was not merged');
    expect(
      merged.content.contact === '甲',
      `the contact is ${merged.content.contact} before anybody decided`,
    );
    const [item] = await outbox(clerkAtHome, 'attention');
    const commandId = need(item, 'conflict in 未通过的操作').id;
    const { conflicts, input } = accepted(await clerkAtHome.ask('conflict.get', { commandId }), '冲突');
    const conflict = need(
      conflicts.find(({ path }) => path === 'contact'),
      'conflict about the contact',
    );
    expect(conflict.mine === '乙' && conflict.theirs === '甲', 'the two values are not shown');
    expect(conflict.base === content.contact && conflict.theirAt > 0, 'base and time are not shown');

    const before = z
      .object({ id: z.string(), changes: z.array(z.looseObject({ from: z.unknown() })) })
      .parse(input);
    const mine = {
      ...before,
      changes: before.changes.map((change) => ({ ...change, from: conflict.theirs })),
    };
    accepted(await clerkAtHome.ask('outbox.resubmit', { id: commandId, input: mine }), '修改后重新提交');
    await synced(clerkAtHome);
    await planBecomes(clerk, id, 'the chosen value', (plan) => plan.content.contact === '乙');
    return `不同栏目自动合并；联系人冲突：本机“${conflict.mine}”，对方“${conflict.theirs}”（${conflict.theirAuthor}），选择本机后两台一致`;
  },
};
