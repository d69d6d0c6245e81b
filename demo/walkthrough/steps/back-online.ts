import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { planBecomes, synced } from '../asking.ts';
import { accepted, eventually, expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

export const backOnline: Step = {
  title: '恢复联网后自动同步',
  async run({ desks: { clerk, reviewer }, story }) {
    const id = need(story.planId, 'plan of an earlier step');
    const before = accepted(await clerk.ask('sync.status', {}), 'sync.status').waiting;
    // A slow line besides.
    clerk.network.delay(30);
    clerk.network.set('open');
    await synced(clerk);
    clerk.network.delay(0);
    const hashes = need(story.fileHashes, 'files of an earlier step');
    await eventually('the files to be sent', async () => {
      const { files } = accepted(await clerk.ask('files.list', { hashes: [...hashes] }), 'files.list');
      return files.every(({ state }) => state !== 'here') ? files : undefined;
    });
    await planBecomes(reviewer, id, 'the submitted plan', ({ status }) => status === 'unit_review');
    const { items } = accepted(await reviewer.ask('tasks.list', {}), '待办');
    expect(
      items.some((item) => item.id === id),
      'the plan is not among the tasks of 审核岗',
    );
    const sha256 = need(hashes[0], 'file of an earlier step');
    const fetched = accepted(await reviewer.ask('files.fetch', { sha256 }), '下载附件');
    const hash = createHash('sha256')
      .update(await readFile(fetched.path))
      .digest('hex');
    expect(hash === sha256, 'the file came with other bytes');
    return `${before} 条全部确认，附件已上传并由审核岗下载核对，审核岗待办 ${items.length} 项`;
  },
};
