import { outbox, planOn, synced } from '../asking.ts';
import { accepted, expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

export const serverCrash: Step = {
  title: '中心服务器被强行结束后重新启动',
  async run({ desks: { clerk, office }, server, story }) {
    const id = need(story.planId, 'plan of an earlier step');
    const killed = server.pid();
    await server.kill();
    // Local work goes on meanwhile.
    accepted(
      await clerk.ask('drafts.save', {
        key: 'note',
        form: 'plans.edit',
        body: { note: 'while the server is down' },
      }),
      '草稿',
    );
    expect(
      need(await planOn(clerk, id), 'plan without a server').planNo === story.planNo,
      'the number is gone',
    );
    await server.start();
    await synced(clerk);
    await synced(office);
    expect((await outbox(clerk, 'attention')).length === 0, 'something needs attention after the restart');
    expect(
      need(await planOn(office, id), 'plan after the restart').planNo === story.planNo,
      'the number has changed',
    );
    return `SIGKILL 进程 ${killed} → ${server.pid()}，已备案的 ${story.planNo} 不变，各桌面自动恢复同步`;
  },
};
