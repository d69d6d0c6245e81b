// A server's database with a town in it: organisations, platforms, holidays, number patterns, and accounts that can sign in. The demo's
// people, so that plans are lawful; the platforms answer nowhere.
import { demoWorld } from '#demo/data/demo-world.ts';
import { demoCalendar, demoNumberPatterns, demoPlatforms } from '#demo/data/set-up.ts';
import { migrate, readMigrations } from '#server/db/migrate.ts';
import { type OpenOptions, openDatabase } from '#server/db/open.ts';
import {
  type Account,
  accounts,
  calendarYears,
  numberPatterns,
  organisations,
  platforms,
} from '#shared/domain/admin/model.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';

export const world = demoWorld();

const contents = new Map<string, PlanContent>();
for (const { goal, unit, content } of world.plans(3 * world.organisations.length, toPlainDate(Date.now()))) {
  if (goal !== 'incomplete' && !contents.has(unit.row.id)) contents.set(unit.row.id, content);
}

/** A lawful plan of the unit, as of today. */
export function contentOfUnit(organisationId: string): PlanContent {
  const content = contents.get(organisationId);
  if (content === undefined) throw new Error(`no demo plan for the unit ${organisationId}`);
  return content;
}

/** Accounts of the role, of different organisations, in a fixed order. */
export function accountsOf(role: Account['role']): readonly Account[] {
  const seen = new Set<string>();
  return world.accounts.filter((account) => {
    const home = account.organisationId ?? account.regionCodes.join();
    if (account.role !== role || seen.has(home)) return false;
    seen.add(home);
    return true;
  });
}

/** Makes the tables and the town. The database is closed again. */
export async function foundTown(where: OpenOptions): Promise<void> {
  const database = await openDatabase(where);
  try {
    const migrated = await migrate(database, await readMigrations());
    if (!migrated.ok) throw new Error(migrated.error.code);
    const address = { inboxUrl: 'http://127.0.0.1:9/exchange/inbox', keyId: 'k', publicKey: 'p' };
    await storeAll(database, [
      ...demoCalendar.map((row) => ({ entity: calendarYears.name, row })),
      ...demoNumberPatterns.map((row) => ({ entity: numberPatterns.name, row })),
      ...demoPlatforms(address).map((row) => ({ entity: platforms.name, row })),
      ...world.organisations.map(({ row }) => ({ entity: organisations.name, row })),
      ...world.accounts.map((row) => ({ entity: accounts.name, row })),
    ]);
    await givePasswords(database, world.accounts);
  } finally {
    await database.close();
  }
}
