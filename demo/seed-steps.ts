// What all parts of seeding share: the server as they need it, and steps as people take them.
import type { Actor } from '#shared/domain/actor.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What seeding needs of a server. */
export type SeedServer = {
  /** Carries out a command as this actor, by the server's own command path. */
  runAs(actor: Actor, command: string, input: unknown): Promise<Result<unknown>>;
  /** The row as it is stored now, or null. */
  row(entity: string, id: Id): Promise<unknown>;
  /** All rows whose columns equal these. */
  rows(entity: string, where: Readonly<Record<string, string>>): Promise<readonly unknown[]>;
  /** Gives the account this password unless it has one. */
  ensurePassword(accountId: Id, password: string): Promise<void>;
  /** Keeps the bytes of a file under their hash. */
  storeFile(bytes: Uint8Array): Promise<unknown>;
};

export function actorOf({ id, name, role, organisationId, regionCodes }: Account): Actor {
  return { accountId: id, name, role, organisationId, regionCodes, platformId: null };
}

/** As a person does it: where there are warnings, they are read and answered for. */
export async function submitted(
  server: SeedServer,
  actor: Actor,
  command: string,
  id: Id,
  more: object = {},
): Promise<void> {
  const first = await server.runAs(actor, command, { id, ...more });
  if (first.ok || first.error.code !== 'warning_unacknowledged') return must(first, command);
  const acknowledged = [...new Set((first.error.fields ?? []).map(({ code }) => code))];
  must(await server.runAs(actor, command, { id, ...more, acknowledged }), command);
}

/** Demo data that its own rules refuse is a mistake in the demo data. */
export function must(result: Result<unknown>, step: string): void {
  if (!result.ok) throw new Error(`demo data refused at ${step}: ${JSON.stringify(result.error)}`);
}
