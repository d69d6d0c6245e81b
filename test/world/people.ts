// Who sits at the desks: two clerks and a reviewer of one unit, a clerk and a reviewer of another in another region, 采购办 of the first
// region, a supervisor of both, an agency and an administrator. Organisations and regions are those of the demo world.
import { demoWorld } from '#demo/data/demo-world.ts';
import { type DemoOrganisation, regionOf } from '#demo/data/organisations.ts';
import { randomOf } from '#demo/data/random.ts';
import type { Account } from '#shared/domain/admin/model.ts';

export const desks = [
  'clerk',
  'clerk2',
  'reviewer',
  'office',
  'clerkB',
  'reviewerB',
  'supervisor',
  'agency',
  'admin',
] as const;
export type DeskName = (typeof desks)[number];

const demo = demoWorld();

function organisation(slug: string): DemoOrganisation {
  const found = demo.organisations.find((each) => each.slug === slug);
  if (found === undefined) throw new Error(`no demo organisation ${slug}`);
  return found;
}

export const homeRegion = regionOf('411000').code;
export const otherRegion = regionOf('411002').code;
export const homeUnit = organisation('xc-syxx');
export const otherUnit = organisation('wd-syxx');
export const firstAgency = organisation('zhzb');
export const secondAgency = organisation('hxgl');
export const homeOffice = organisation('xc-cgb');

export const worldOrganisations: readonly DemoOrganisation[] = [
  homeOffice,
  organisation('wd-cgb'),
  homeUnit,
  otherUnit,
  organisation('jzcg'),
  firstAgency,
  secondAgency,
];

const madeAt = Date.UTC(2026, 0, 3);
/** A colleague who has an account of the same kind. */
function besides(account: Account, username: string): Account {
  return { ...account, id: randomOf(`world/account/${username}`).uuid(madeAt), username };
}

const clerk = demo.account(`${homeUnit.slug}-jb`);
export const deskAccounts: Readonly<Record<DeskName, Account>> = {
  clerk,
  clerk2: besides(clerk, `${homeUnit.slug}-jb2`),
  reviewer: demo.account(`${homeUnit.slug}-sh`),
  office: demo.account('xc-cgb1'),
  clerkB: demo.account(`${otherUnit.slug}-jb`),
  reviewerB: demo.account(`${otherUnit.slug}-sh`),
  supervisor: { ...demo.account('jianguan'), regionCodes: [homeRegion, otherRegion] },
  agency: demo.account(`${firstAgency.slug}-dl1`),
  admin: demo.account('guanli'),
};

/** What an administrator may make of an account in a history: another unit, other regions, another agency, and back again. */
export function variantsOf(name: DeskName): readonly Account[] {
  const account = deskAccounts[name];
  switch (name) {
    case 'clerk':
    case 'clerk2':
    case 'reviewer':
    case 'clerkB':
    case 'reviewerB':
      return [
        { ...account, organisationId: homeUnit.row.id },
        { ...account, organisationId: otherUnit.row.id },
        { ...account, role: account.role === 'purchaser_clerk' ? 'purchaser_reviewer' : 'purchaser_clerk' },
        account,
      ];
    case 'office':
    case 'supervisor':
      return [
        { ...account, regionCodes: [homeRegion] },
        { ...account, regionCodes: [otherRegion] },
        { ...account, regionCodes: [homeRegion, otherRegion] },
        account,
      ];
    case 'agency':
      return [
        { ...account, organisationId: secondAgency.row.id },
        { ...account, organisationId: firstAgency.row.id },
        account,
      ];
    case 'admin':
      return [{ ...account, name: `${account.name}二` }, account];
  }
}

export const startOfWorld = Date.UTC(2026, 2, 2, 1, 0, 0);
