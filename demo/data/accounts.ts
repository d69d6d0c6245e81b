// Accounts for every role: 经办岗 and 审核岗 of each unit, two people of each agency, two of each 采购办, supervisors, an administrator, an
// auditor. All have one documented password, which is what makes this demo data and nothing else.
import type { Account } from '#shared/domain/admin/model.ts';
import { makeName, makePhone } from './names.ts';
import type { DemoOrganisation } from './organisations.ts';
import { randomOf } from './random.ts';
import { demoRegions } from './regions.ts';

/** The password of every demo account. */
export const demoPassword = 'Demo-2026-shili';

const idTime = Date.UTC(2026, 0, 2);

export function demoAccounts(seed: string, organisations: readonly DemoOrganisation[]): readonly Account[] {
  return [
    account(seed, 'guanli', 'administrator', null, []),
    account(seed, 'shenji', 'auditor', null, []),
    account(
      seed,
      'jianguan',
      'supervisor',
      null,
      demoRegions.map(({ code }) => code),
    ),
    ...demoRegions
      .filter((region) => !region.city)
      .map((region) => account(seed, `${region.short}-jianguan`, 'supervisor', null, [region.code])),
    ...organisations.flatMap((organisation) => accountsOf(seed, organisation)),
  ];
}

function accountsOf(seed: string, { row, slug, region }: DemoOrganisation): readonly Account[] {
  switch (row.kind) {
    case 'purchaser':
      return [
        account(seed, `${slug}-jb`, 'purchaser_clerk', row.id, []),
        account(seed, `${slug}-sh`, 'purchaser_reviewer', row.id, []),
      ];
    case 'agency':
      return [1, 2].map((number) => account(seed, `${slug}-dl${number}`, 'agency', row.id, []));
    case 'office':
      return [1, 2].map((number) =>
        account(seed, `${slug}${number}`, 'procurement_office', row.id, [region.code]),
      );
    case 'centre':
      return [];
  }
}

function account(
  seed: string,
  username: string,
  role: Account['role'],
  organisationId: string | null,
  regionCodes: readonly string[],
): Account {
  const random = randomOf(`${seed}/account/${username}`);
  return {
    id: random.uuid(idTime),
    username,
    name: makeName(random),
    role,
    organisationId,
    regionCodes: [...regionCodes],
    phone: makePhone(random),
    active: true,
  };
}
