// What there is before anybody does anything: the example unit, its agency and office, the trading centre, a number pattern.

import { publishedYears } from '#shared/codes/holidays.ts';
import {
  accounts,
  calendarYears,
  numberPatterns,
  organisations,
  platforms,
} from '#shared/domain/admin/model.ts';
import { examplePlatform } from '#shared/rules/plan-example.ts';
import { anActor, anAgency, anOffice, anotherUnit, aUnit } from './actors.ts';
import { planDay } from './plans.ts';
import { Store } from './store.ts';

export function aStore(): Store {
  const administrator = anActor('administrator');
  return new Store()
    .put(organisations, aUnit, anotherUnit, anAgency, anOffice)
    .put(platforms, examplePlatform)
    .put(numberPatterns, { id: 'plan/411000', pattern: 'XC-{yyyy}-{seq:4}', updatedAt: planDay })
    .put(
      calendarYears,
      ...publishedYears.map(({ calendar, source }) => ({
        id: String(calendar.year),
        calendar,
        source,
        publishedAt: planDay,
      })),
    )
    .put(accounts, {
      id: administrator.accountId,
      username: 'admin',
      name: administrator.name,
      role: 'administrator',
      organisationId: anOffice.id,
      regionCodes: [],
      phone: '',
      active: true,
    });
}
