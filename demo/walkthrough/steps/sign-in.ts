import { demoPassword } from '../../data/accounts.ts';
import { synced } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, expect } from '../outcome.ts';
import { everyDesk, type Step } from '../world.ts';

export const signIn: Step = {
  title: '登录与首次同步',
  async run(world) {
    const signInAt = async (desk: Desk): Promise<string> => {
      const credentials = { username: desk.account.username, password: demoPassword };
      const session = accepted(await desk.ask('session.signIn', credentials), `sign-in of ${desk.title}`);
      expect(session.actor?.accountId === desk.account.id, `${desk.title} is signed in as somebody else`);
      await synced(desk);
      const { rows } = accepted(await desk.ask('diagnostics', {}), 'diagnostics');
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      const organisations = rows['organisations'] ?? 0;
      expect(organisations >= world.demo.organisations.length, `${desk.title} misses organisations`);
      return `${desk.title} ${total} 行（计划 ${rows['plans'] ?? 0}）`;
    };
    return (await Promise.all(everyDesk(world).map(signInAt))).join('，');
  },
};
