import type { Actor, Role } from '#shared/domain/actor.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { exampleAgency, examplePurchaser } from '#shared/rules/plan-example.ts';
import { anId } from './ids.ts';

/** The unit whose plans the builders make. */
export const aUnit: Organisation = examplePurchaser;
/** Another unit of the same region. */
export const anotherUnit: Organisation = {
  ...examplePurchaser,
  id: anId('another unit'),
  name: 'Another Unit',
  uscc: '124110004188812399',
};
export const anAgency: Organisation = exampleAgency;
export const anOffice: Organisation = {
  ...examplePurchaser,
  id: anId('office'),
  uscc: '91110000802100433B',
  kind: 'office',
  name: 'Office',
};

/** An account of the role, for the organisation and region where the role needs them. `name` tells several of one role apart. */
export function anActor(role: Role, organisation: Organisation = homeOf(role), name: string = role): Actor {
  const ofOrganisation = role !== 'trading_platform' && role !== 'system';
  const ofRegion = role === 'procurement_office' || role === 'supervisor';
  return {
    accountId: anId(`account/${organisation.id}/${name}`),
    name,
    role,
    organisationId: ofOrganisation ? organisation.id : null,
    regionCodes: ofRegion ? [organisation.regionCode] : [],
    platformId: role === 'trading_platform' ? 'xuchang' : null,
  };
}

function homeOf(role: Role): Organisation {
  if (role === 'agency') return anAgency;
  return role === 'purchaser_clerk' || role === 'purchaser_reviewer' ? aUnit : anOffice;
}
