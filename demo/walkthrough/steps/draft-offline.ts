import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment, PlanContent } from '#shared/domain/plans/model.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { demoAttachment, demoFiles } from '../../data/demo-files.ts';
import { randomOf } from '../../data/random.ts';
import { outbox, planOn } from '../asking.ts';
import { agencyOf, unitOf } from '../cast.ts';
import { accepted, eventually, expect, need } from '../outcome.ts';
import { storyPlan } from '../story-plan.ts';
import type { Step } from '../world.ts';

/** What the clerk gets wrong at first: the reserve for small enterprises is missing, and so is its reason (财库〔2020〕46号). */
export const mistake = {
  smeMode: 'NONE',
  smeAmount: null,
  smeSmallAmount: null,
} as const satisfies Partial<PlanContent>;

export const draftOffline: Step = {
  title: '断网填报采购计划',
  async run(world) {
    const { clerk } = world.desks;
    clerk.network.set('cut');
    await eventually('the desk to notice that it is offline', async () => {
      await clerk.ask('sync.now', {});
      const { state } = accepted(await clerk.ask('sync.status', {}), 'sync.status');
      return state === 'offline' ? state : undefined;
    });

    const content = storyPlan({
      unit: unitOf(world),
      agency: agencyOf(world),
      today: world.today,
      title: '网络安全设备采购项目',
    });
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    accepted(await clerk.act('plans.create', { id, content: { ...content, ...mistake, files: [] } }), '增加');
    world.story.planId = id;
    // Typed but not yet saved: kept beside the outbox.
    accepted(
      await clerk.ask('drafts.save', { key: `plan/${id}`, form: 'plans.edit', body: { contact: '…' } }),
      '草稿',
    );

    const random = randomOf('walkthrough/files');
    const files: Attachment[] = [];
    for (const purpose of ['requirements', 'agency_agreement'] as const) {
      const attachment = demoAttachment(random.uuid(0), purpose);
      const { fileName, mediaType } = attachment;
      const path = join(world.folder, `${purpose}.pdf`);
      // The server holds the demo data's own files already; these bytes it must be sent.
      await writeFile(path, Buffer.concat([demoFiles[purpose].bytes, Buffer.from(`% ${id}\n`)]));
      const { sha256, size, state } = accepted(
        await clerk.ask('files.add', { path, fileName, mediaType }),
        '附件',
      );
      expect(state === 'here', `the file is ${state} although the desk is offline`);
      files.push({ ...attachment, sha256, size });
    }
    world.story.fileHashes = files.map(({ sha256 }) => sha256);
    const edited = await clerk.act('plans.edit', { id, changes: [{ field: 'files', from: [], to: files }] });
    expect(accepted(edited, '保存').state === 'applied', 'the edit waits for the server');

    const plan = need(await planOn(clerk, id), 'plan on the desk that made it');
    const waiting = await outbox(clerk, 'waiting');
    expect(plan.content.files.length === 2, 'the files are not in the plan');
    expect(waiting.length === 2, `${waiting.length} commands wait instead of 2`);
    return `${plan.content.projectName} ${formatYuan(plan.content.budgetAmount ?? 0)}，附件 2 个，${waiting.length} 条待同步`;
  },
};
