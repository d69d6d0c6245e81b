// Passwords are kept as argon2id. An unknown user costs the same time as a known one: there is always something to verify against.
import { hash, verify } from '@node-rs/argon2';

export type PasswordCost = {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
};

export const defaultPasswordCost: PasswordCost = { memory: 19_456, passes: 2 };

export type Passwords = {
  hash(password: string): Promise<string>;
  /** `kept` undefined: there is no such account; false after as long a time. */
  matches(password: string, kept: string | undefined): Promise<boolean>;
};

export async function createPasswords(cost: PasswordCost): Promise<Passwords> {
  // argon2id is the library's default algorithm.
  const options = { memoryCost: cost.memory, timeCost: cost.passes, parallelism: 1 };
  const nobodys = await hash('nobody has this password', options);
  return {
    hash: (password) => hash(password, options),
    async matches(password, kept) {
      const same = await verify(kept ?? nobodys, password, options);
      return same && kept !== undefined;
    },
  };
}
