// Who has signed in on this machine: where their files are, and what is needed to open them again. No password is in here, and no token that the
// operating system has not protected.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { actorSchema } from '#shared/domain/actor.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import { writeWhole } from '../files/durable.ts';
import { verifierSchema } from './passwords.ts';

const knownAccountSchema = z.object({
  origin: z.string(),
  username: z.string(),
  accountId: idSchema,
  deskId: idSchema,
  actor: actorSchema,
  verifier: verifierSchema.nullable(),
  /** Protected by the operating system, base64. */
  token: z.string().nullable(),
  mustChangePassword: z.boolean(),
  failures: z.int(),
  retryAt: z.int(),
});
export type KnownAccount = z.infer<typeof knownAccountSchema>;

const fileSchema = z.object({
  accounts: z.array(knownAccountSchema),
  /** Opened at the next start. */
  current: z.object({ origin: z.string(), accountId: idSchema, locked: z.boolean() }).nullable(),
});
type Contents = z.infer<typeof fileSchema>;

export class KnownAccounts {
  readonly #file: string;
  readonly #folder: string;
  #contents: Contents;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#file = join(folder, 'accounts.json');
    this.#contents = read(this.#file);
  }

  all(origin: string): readonly KnownAccount[] {
    return this.#contents.accounts.filter((account) => account.origin === origin);
  }

  byUsername(origin: string, username: string): KnownAccount | undefined {
    return this.all(origin).find((account) => account.username === username);
  }

  byId(origin: string, accountId: Id): KnownAccount | undefined {
    return this.all(origin).find((account) => account.accountId === accountId);
  }

  get current(): Contents['current'] {
    return this.#contents.current;
  }

  /** Adds or replaces an account. */
  save(account: KnownAccount): void {
    const others = this.#contents.accounts.filter(
      ({ origin, accountId }) => origin !== account.origin || accountId !== account.accountId,
    );
    this.#write({ ...this.#contents, accounts: [...others, account] });
  }

  setCurrent(current: Contents['current']): void {
    this.#write({ ...this.#contents, current });
  }

  /** The folder of an account's files, made if need be. */
  folderOf({ origin, accountId }: Pick<KnownAccount, 'origin' | 'accountId'>): string {
    const server = createHash('sha256').update(origin).digest('hex').slice(0, 16);
    const folder = join(this.#folder, server, accountId);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  #write(contents: Contents): void {
    writeWhole(this.#file, JSON.stringify(contents));
    this.#contents = contents;
  }
}

/** A file that cannot be read is set aside: everyone signs in once more, and finds the files by the account's id. */
function read(file: string): Contents {
  const none: Contents = { accounts: [], current: null };
  if (!existsSync(file)) return none;
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError) && !(thrown instanceof z.ZodError)) throw thrown;
    renameSync(file, `${file}.broken`);
    return none;
  }
}
