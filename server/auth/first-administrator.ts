// The first start of an empty database makes one administrator, through a command like everything else. Its password is told to whoever
// started the process, once, and never logged.
import { z } from 'zod';
import { type Account, accountSchema, accounts } from '#shared/domain/admin/model.ts';
import { type Command, command, put } from '#shared/domain/command.ts';
import { where } from '#shared/domain/load.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { type MachineDeps, runInTransaction } from '../command/run-as-machine.ts';
import { systemActor } from '../exchange/actors.ts';
import { type AuthDeps, storePassword } from './auth.ts';

const createAdministrator = command<Account, readonly Account[]>({
  name: 'server.create_first_administrator',
  input: z.custom<Account>((value) => accountSchema.safeParse(value).success),
  authority: 'server',
  access: { roles: ['system'], record: () => true },
  *load() {
    return yield* where(accounts, { role: 'administrator' });
  },
  decide: (existing, account) =>
    existing.length > 0 ? err({ code: 'already_exists' }) : ok([put(accounts, account)]),
});
const ownCommands: ReadonlyMap<string, Command> = new Map([[createAdministrator.name, createAdministrator]]);

export const firstUsername = 'admin';

/** The password, when an administrator was made; undefined when there is one already. */
export async function createFirstAdministrator(
  deps: AuthDeps & Pick<MachineDeps, 'storeSends'>,
  given: string | undefined,
): Promise<string | undefined> {
  const { rows } = await deps.database.query("SELECT 1 FROM accounts WHERE role = 'administrator' LIMIT 1");
  if (rows.length > 0) return undefined;
  const password = given ?? Buffer.from(deps.randomBytes(12)).toString('base64url');
  const hash = await deps.passwords.hash(password);
  const now = deps.clock();
  const account: Account = {
    id: uuidV7(now, deps.randomBytes(10)),
    username: firstUsername,
    name: firstUsername,
    role: 'administrator',
    organisationId: null,
    regionCodes: [],
    phone: '',
    active: true,
  };
  return deps.database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(727411002)');
    const made = await runInTransaction(
      tx,
      { ...deps, commands: ownCommands },
      {
        commandId: uuidV7(now, deps.randomBytes(10)),
        name: createAdministrator.name,
        input: account,
        actor: systemActor,
      },
    );
    if (!made.ok) return undefined;
    await storePassword(tx, account.id, hash, given === undefined, now);
    return password;
  });
}
