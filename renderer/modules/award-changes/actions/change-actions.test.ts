import { expect, it } from 'vitest';
import { anActor, anotherUnit, aUnit } from '#test/builders/actors.ts';
import { ends, fills } from './change-actions.ts';

const agency = anActor('agency');
const own = { purchaserId: aUnit.id, agencyId: agency.organisationId };
const roles = ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office'] as const;

it('a filing that is being drafted goes on with 经办岗 of its unit, and with nobody else', () => {
  expect(roles.filter((role) => fills(anActor(role), own))).toEqual(['purchaser_clerk']);
  expect(fills(anActor('purchaser_clerk'), { ...own, purchaserId: anotherUnit.id })).toBe(false);
});

it('the 终止公告 that it leads to is drafted by either side', () => {
  expect(roles.filter((role) => ends(anActor(role), own))).toEqual(['purchaser_clerk', 'agency']);
});
