// The program as it would be with the made-up module in the two lists of modules: composed by the same functions.
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import type { Domain } from '#electron/app/account.ts';
import { tablesOf } from '#server/command/entity-store.ts';
import type { Database } from '#server/db/database.ts';
import { entityTable } from '#server/db/entity-tables.ts';
import { commandsOf, entitiesOf, listsOf, searchKindsOf, taskKindsOf } from '#shared/domain/module.ts';
import { modules as product } from '#shared/domain/modules.ts';
import { visits } from './visits/model.ts';
import { visitsModule } from './visits/module.ts';

const modules = [...product, visitsModule] as const;
const entities = entitiesOf(modules);
const commands = commandsOf(modules);

export const domain: Domain = {
  entities,
  commands,
  lists: listsOf(modules),
  tasks: taskKindsOf(modules),
  search: searchKindsOf(modules),
};

/** For a server that knows them. */
export const serverParts = { commands, tables: tablesOf(entities) };

/** What `npm run migrations` writes for a new record type. */
export async function migrate(database: Database): Promise<void> {
  const after = generateDrizzleJson({ visits: entityTable(visits) });
  await database.exec((await generateMigration(generateDrizzleJson({}), after)).join('\n'));
}
