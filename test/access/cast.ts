// Who takes part in the access matrix: one actor a role, and the circumstances of a record seen from that actor. Every actor stands in one
// unit, agency or region, so that "own", "same unit", "same region" and "foreign" mean the same for all of them.

import { demoWorld } from '#demo/data/demo-world.ts';
import { type DemoOrganisation, regionOf } from '#demo/data/organisations.ts';
import { randomOf } from '#demo/data/random.ts';
import { platformIdOf } from '#demo/data/set-up.ts';
import type { Actor, HumanRole, Role } from '#shared/domain/actor.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';

/** `missing`: as `own`, but the record does not exist. */
export const relations = ['own', 'same_unit', 'same_region', 'foreign', 'missing'] as const;
export type Relation = (typeof relations)[number];

export const matrixClock = Date.UTC(2026, 2, 2, 1, 0, 0);
export const matrixToday = '2026-03-02';

export const world = demoWorld();
const madeAt = Date.UTC(2026, 0, 10);

export function idOf(label: string): string {
  return randomOf(`access/${label}`).uuid(madeAt);
}

const home = regionOf('411002');
const abroad = regionOf('411003');
const organisation = (slug: string): DemoOrganisation => {
  const found = world.organisations.find((each) => each.slug === slug);
  if (found === undefined) throw new Error(`no demo organisation ${slug}`);
  return found;
};
export const homeUnit = organisation('wd-gz1');
export const neighbourUnit = organisation('wd-syxx');
export const foreignUnit = organisation('ja-gz1');
export const homeAgency = organisation('lyzb');
export const otherAgency = organisation('bhzb');
const homePlatform = platformIn(home.code);
const foreignPlatform = platformIn(abroad.code);
/** A second platform in the home region. */
export const neighbourPlatform = `${home.short}-second`;

/** The 采购办 of a region. */
export function officeIn(regionCode: string): DemoOrganisation {
  const found = world.organisations.find(
    ({ row, region }) => row.kind === 'office' && region.code === regionCode,
  );
  if (found === undefined) throw new Error(`no demo office in ${regionCode}`);
  return found;
}

function platformIn(regionCode: string): string {
  const id = platformIdOf(regionCode);
  if (id === null) throw new Error(`no demo platform in ${regionCode}`);
  return id;
}

function firstOf(role: Account['role']): Account {
  const found = world.accounts.find((account) => account.role === role);
  if (found === undefined) throw new Error(`no demo account for ${role}`);
  return found;
}

/** The accounts that act; all can sign in. */
export const actingAccounts: Readonly<Record<HumanRole, Account>> = {
  purchaser_clerk: world.account(`${homeUnit.slug}-jb`),
  purchaser_reviewer: world.account(`${homeUnit.slug}-sh`),
  agency: world.account(`${homeAgency.slug}-dl1`),
  procurement_office: world.account(`${home.short}-cgb1`),
  supervisor: world.account(`${home.short}-jianguan`),
  administrator: firstOf('administrator'),
  auditor: firstOf('auditor'),
};

export function actorOf(role: Role): Actor {
  if (role === 'trading_platform' || role === 'system') {
    return {
      accountId: idOf(role),
      name: role,
      role,
      organisationId: null,
      regionCodes: [],
      platformId: role === 'system' ? null : homePlatform,
    };
  }
  const { id, name, organisationId, regionCodes } = actingAccounts[role];
  return { accountId: id, name, role, organisationId, regionCodes, platformId: null };
}

/** What a record is like in one relation to the actor. */
export type Circumstances = {
  readonly unit: DemoOrganisation;
  readonly agency: DemoOrganisation;
  readonly platformId: string;
  /** Who made it, submitted it, is it. */
  readonly author: string;
};

export function circumstances(role: Role, relation: Relation): Circumstances {
  const actor = actorOf(role).accountId;
  const colleague = idOf('colleague');
  switch (relation) {
    case 'own':
    case 'missing':
      return { unit: homeUnit, agency: homeAgency, platformId: homePlatform, author: actor };
    case 'same_unit':
      return { unit: homeUnit, agency: homeAgency, platformId: homePlatform, author: colleague };
    case 'same_region':
      return {
        unit: neighbourUnit,
        agency: otherAgency,
        platformId: neighbourPlatform,
        author: colleague,
      };
    case 'foreign':
      return { unit: foreignUnit, agency: otherAgency, platformId: foreignPlatform, author: colleague };
  }
}

const contents = new Map<string, PlanContent>();
for (const plan of world.plans(3 * world.organisations.length, matrixToday)) {
  if (plan.goal !== 'incomplete' && !contents.has(plan.unit.slug)) contents.set(plan.unit.slug, plan.content);
}

/** Whether the plan of this unit is for small and medium enterprises as a whole: the trading centre says the same of its sections. */
export function isReserved(purchaserId: string): boolean {
  const unit = world.organisations.find(({ row }) => row.id === purchaserId);
  return unit !== undefined && contents.get(unit.slug)?.smeMode === 'WHOLE_PROJECT';
}

/** A lawful plan of the unit. */
export function contentOf(unit: DemoOrganisation): PlanContent {
  const content = contents.get(unit.slug);
  if (content === undefined) throw new Error(`no demo plan of ${unit.slug}`);
  return content;
}
