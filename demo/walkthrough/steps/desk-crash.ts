import { demoPassword } from '../../data/accounts.ts';
import { outbox, planOn } from '../asking.ts';
import { accepted, expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

export const deskCrash: Step = {
  title: '桌面进程被强行结束后重新启动',
  async run({ desks: { clerk }, story }) {
    const id = need(story.planId, 'plan of an earlier step');
    const before = need(await planOn(clerk, id), 'plan before the crash');
    const waiting = (await outbox(clerk, 'waiting')).map((item) => item.id);
    const killed = clerk.pid();
    await clerk.kill();
    await clerk.start();
    const { username } = clerk.account;
    const session = accepted(
      await clerk.ask('session.unlock', { username, password: demoPassword }),
      '离线解锁',
    );
    expect(session.actor?.accountId === clerk.account.id, 'another account was unlocked');
    const after = need(await planOn(clerk, id), 'plan after the crash');
    expect(JSON.stringify(after) === JSON.stringify(before), 'the plan is not as it was');
    const kept = (await outbox(clerk, 'waiting')).map((item) => item.id);
    expect(
      JSON.stringify(kept) === JSON.stringify(waiting),
      `${kept.length} of ${waiting.length} commands are left`,
    );
    const { draft } = accepted(await clerk.ask('drafts.get', { key: `plan/${id}` }), '草稿');
    expect(draft !== null, 'the open form is lost');
    const hashes = need(story.fileHashes, 'files of an earlier step');
    const { files } = accepted(await clerk.ask('files.list', { hashes: [...hashes] }), '附件');
    expect(files.filter(({ state }) => state === 'here').length >= 2, 'files are lost');
    return `SIGKILL 进程 ${killed} → ${clerk.pid()}，离线解锁，${kept.length} 条待同步、草稿、附件均在`;
  },
};
