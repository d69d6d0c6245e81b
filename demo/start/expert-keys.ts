// The keys of the demo's library of experts, made at its first start. In an installation the library's key is kept apart from the database, and the private
// half of the recovery key where no server is.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from './places.ts';

type Variables = { readonly EXPERT_KEY_FILE: string; readonly EXPERT_RECOVERY_KEY_FILE: string };

/** What the server is told of them. */
export function expertKeys({ root }: Pick<Places, 'root'>): Variables {
  const folder = join(root, 'expert-keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = {
    EXPERT_KEY_FILE: join(folder, 'library.key'),
    EXPERT_RECOVERY_KEY_FILE: join(folder, 'recovery-public.pem'),
  };
  keep(files.EXPERT_KEY_FILE, `${randomBytes(32).toString('base64')}\n`);
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  // The private half belongs to this public one, and to none that is there already.
  if (keep(files.EXPERT_RECOVERY_KEY_FILE, publicKey.export({ format: 'pem', type: 'spki' }).toString())) {
    keep(join(folder, 'recovery.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  }
  return files;
}

/** Whether it was not there before. */
function keep(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
