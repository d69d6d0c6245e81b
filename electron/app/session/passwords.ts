// Checking a password without the server. Only a salted scrypt hash is kept, and wrong attempts make one wait longer and longer.
import { scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const verifierSchema = z.strictObject({ salt: z.base64(), hash: z.base64(), cost: z.int() });
export type Verifier = z.infer<typeof verifierSchema>;

const cost = 2 ** 15;
const length = 32;
const freeAttempts = 5;
const longestWaitMs = 15 * 60_000;

export async function makeVerifier(password: string, salt: Uint8Array): Promise<Verifier> {
  const hash = await derive(password, salt, cost);
  return { salt: Buffer.from(salt).toString('base64'), hash: hash.toString('base64'), cost };
}

export async function verifyPassword(password: string, verifier: Verifier): Promise<boolean> {
  const hash = await derive(password, Buffer.from(verifier.salt, 'base64'), verifier.cost);
  const expected = Buffer.from(verifier.hash, 'base64');
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}

/** How long to wait after so many wrong passwords in a row. */
export function waitAfter(failures: number): number {
  return failures < freeAttempts ? 0 : Math.min(longestWaitMs, 30_000 * 2 ** (failures - freeAttempts));
}

function derive(password: string, salt: Uint8Array, rounds: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // scrypt needs 128 bytes a round and block; Node's own limit is just below what this takes.
    const options = { N: rounds, r: 8, p: 1, maxmem: 256 * rounds * 8 };
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
