// Who acts, and what an account may see. Scopes are the unit of visibility: a row carries scopes, an account holds scopes,
// and a row reaches a replica exactly when the two sets meet.
import { z } from 'zod';
import { rowDigest } from '#shared/kernel/digest.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';

export const humanRoles = [
  'purchaser_clerk',
  'purchaser_reviewer',
  'agency',
  'procurement_office',
  'supervisor',
  'administrator',
  'auditor',
] as const;
/** `trading_platform` acts through signed messages, `system` is the server itself (deliveries, timers). Neither can sign in. */
export const machineRoles = ['trading_platform', 'system'] as const;
export const roles = [...humanRoles, ...machineRoles] as const;
export type HumanRole = (typeof humanRoles)[number];
export type Role = (typeof roles)[number];

/** Of a purchasing unit. */
export function isOfUnit(role: Role): boolean {
  return role === 'purchaser_clerk' || role === 'purchaser_reviewer';
}

export type Scope = string;
export const scopeSchema = z.string().regex(/^[a-z]+(:[A-Za-z0-9-]{1,64})?$/);

/** Everyone signed in: code tables, calendars, organisations. */
export const everyone: Scope = 'all';
/** Administrators and auditors: accounts, platforms, settings that others must not read. */
export const administration: Scope = 'admin';
export const unitScope = (organisationId: Id): Scope => `unit:${organisationId}`;
export const agencyScope = (organisationId: Id): Scope => `agency:${organisationId}`;
export const officeScope = (regionCode: string): Scope => `office:${regionCode}`;
export const regionScope = (regionCode: string): Scope => `region:${regionCode}`;
export const accountScope = (accountId: Id): Scope => `account:${accountId}`;
export const platformScope = (platformId: string): Scope => `platform:${platformId}`;

export type Actor = {
  readonly accountId: Id;
  readonly name: string;
  readonly role: Role;
  /** The unit, agency or office the account belongs to; null for machines. */
  readonly organisationId: Id | null;
  /** Regions an office or supervisor answers for. */
  readonly regionCodes: readonly string[];
  /** Set for `trading_platform` only. */
  readonly platformId: string | null;
};

export const actorSchema: z.ZodType<Actor> = z.object({
  accountId: idSchema,
  name: z.string(),
  role: z.enum(roles),
  organisationId: idSchema.nullable(),
  regionCodes: z.array(z.string()),
  platformId: z.string().nullable(),
});

/** The scopes an actor holds; sorted, without duplicates. */
export function scopesOf(actor: Actor): readonly Scope[] {
  const scopes = new Set<Scope>([everyone, accountScope(actor.accountId), ...circleOf(actor)]);
  switch (actor.role) {
    case 'procurement_office':
      for (const region of actor.regionCodes) {
        scopes.add(officeScope(region));
        scopes.add(regionScope(region));
      }
      break;
    case 'supervisor':
      for (const region of actor.regionCodes) scopes.add(regionScope(region));
      break;
    case 'trading_platform':
      if (actor.platformId !== null) scopes.add(platformScope(actor.platformId));
      break;
    default:
  }
  return [...scopes].sort();
}

/**
 * The scope of a person and their colleagues, and of nobody else: the unit, the agency, the people of one 采购办, those of one supervising body,
 * administrators and auditors together. Scopes of regions are none: several offices and supervisors hold them. Empty for machines.
 */
export function circleOf(actor: Actor): readonly Scope[] {
  const { role, organisationId } = actor;
  switch (role) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
      return organisationId === null ? [] : [unitScope(organisationId)];
    case 'agency':
      return organisationId === null ? [] : [agencyScope(organisationId)];
    case 'procurement_office':
      return [`officestaff:${bodyOf(actor)}`];
    case 'supervisor':
      return [`supervisionstaff:${bodyOf(actor)}`];
    case 'administrator':
    case 'auditor':
      return [administration];
    case 'trading_platform':
    case 'system':
      return [];
  }
}

/** Offices and supervisors need no organisation: those without one belong together where they answer for the same regions. */
function bodyOf({ organisationId, regionCodes }: Actor): string {
  if (organisationId !== null) return organisationId;
  const { hi, lo } = rowDigest([...new Set(regionCodes)].sort().join(), 0);
  return `regions-${[hi, lo].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')}`;
}
