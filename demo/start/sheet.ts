// The accounts that the sign-in page offers, one for each role, with the people and organisations as the demo world has them.
import type { DemoAccount } from '#shared/contract/host.ts';
import { demoPassword } from '../data/accounts.ts';
import { demoWorld } from '../data/demo-world.ts';
import { demoUnit } from './selection.ts';

const usernames = [`${demoUnit}-jb`, `${demoUnit}-sh`, 'zhzb-dl1', 'xc-cgb1', 'jianguan', 'guanli'];

export function demoSheet(server: string): {
  readonly server: string;
  readonly accounts: readonly DemoAccount[];
} {
  const world = demoWorld();
  return {
    server,
    accounts: usernames.map((username) => {
      const { name, role, organisationId } = world.account(username);
      const organisation = world.organisations.find(({ row }) => row.id === organisationId)?.row.name ?? '';
      return { username, password: demoPassword, name, role, organisation };
    }),
  };
}
