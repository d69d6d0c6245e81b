// The whole demo world from one seed. The same seed and day give the same world on every machine.
import type { Account } from '#shared/domain/admin/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { demoAccounts } from './accounts.ts';
import { type DemoOrganisation, demoOrganisations } from './organisations.ts';
import { type DemoPlan, generatePlans } from './plans.ts';
import { platformIdOf } from './set-up.ts';

export const demoSeed = 'xuchang-2026';
export const demoPlanCount = 400;

export type DemoWorld = {
  readonly organisations: readonly DemoOrganisation[];
  readonly accounts: readonly Account[];
  /** The account with this user name; asking for one that does not exist is a mistake of the caller. */
  account(username: string): Account;
  plans(count: number, today: PlainDate): Generator<DemoPlan>;
};

export function demoWorld(seed: string = demoSeed): DemoWorld {
  const organisations = demoOrganisations(seed);
  const accounts = demoAccounts(seed, organisations);
  const byUsername = new Map(accounts.map((account) => [account.username, account]));
  const world = { organisations, accounts, platformOf: platformIdOf };
  return {
    organisations,
    accounts,
    account(username) {
      const found = byUsername.get(username);
      if (found === undefined) throw new Error(`no demo account ${username}`);
      return found;
    },
    plans: (count, today) => generatePlans({ count, seed, world, today }),
  };
}
