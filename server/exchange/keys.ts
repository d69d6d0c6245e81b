// Our signing keys: one file a key in a folder that only the server's own account may read, and a file `current` that names the one
// in use. A new key is made first, its public half registered with the platforms, and only then activated; old ones stay on record.
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { publicKeyText, type SigningKey } from './signatures.ts';

export type PublicKey = { readonly keyId: string; readonly publicKey: string; readonly current: boolean };

export type KeyRing = {
  current(): Promise<SigningKey>;
  list(): Promise<readonly PublicKey[]>;
  /** Makes a key that is not used yet; give its public half to the platforms, then activate it. */
  create(keyId: string): Promise<Result<PublicKey>>;
  activate(keyId: string): Promise<Result<PublicKey>>;
};

const keyIdPattern = /^[a-z0-9-]{1,40}$/;
const suffix = '.pem';

/** `firstKeyId` names the key that is made when the folder has none. Several processes may start on one folder at once. */
export async function openKeyRing(folder: string, firstKeyId: string): Promise<KeyRing> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (keyId: string) => join(folder, `${keyId}${suffix}`);
  const currentPath = join(folder, 'current');

  const currentKeyId = () => readFile(currentPath, 'utf8').catch(() => undefined);
  const read = async (keyId: string): Promise<SigningKey> => ({
    keyId,
    privateKey: createPrivateKey(await readFile(pathOf(keyId), 'utf8')),
  });
  const list = async (): Promise<readonly PublicKey[]> => {
    const current = await currentKeyId();
    const names = (await readdir(folder)).filter((name) => name.endsWith(suffix)).sort();
    const keyIds = names.map((name) => name.slice(0, -suffix.length)).filter((id) => keyIdPattern.test(id));
    return Promise.all(
      keyIds.map(async (keyId) => {
        const { privateKey } = await read(keyId);
        return { keyId, publicKey: publicKeyText(privateKey), current: keyId === current };
      }),
    );
  };
  const find = async (keyId: string) => (await list()).find((key) => key.keyId === keyId);
  const found = (key: PublicKey | undefined, otherwise: AppError) =>
    key === undefined ? err(otherwise) : ok(key);

  const ring: KeyRing = {
    async current() {
      const keyId = await currentKeyId();
      if (keyId === undefined) throw new Error('the key ring has no current key');
      return read(keyId);
    },
    list,
    async create(keyId) {
      if (!keyIdPattern.test(keyId)) return err({ code: 'invalid_input' });
      const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
      if (!(await writeNew(pathOf(keyId), pem.toString()))) return err({ code: 'already_exists' });
      return found(await find(keyId), { code: 'storage_damaged' });
    },
    async activate(keyId) {
      const key = await find(keyId);
      if (key === undefined) return err({ code: 'not_found' });
      const temporary = `${currentPath}.${randomUUID()}.part`;
      await writeFile(temporary, keyId, { mode: 0o600 });
      await rename(temporary, currentPath);
      return ok({ ...key, current: true });
    },
  };

  if ((await currentKeyId()) === undefined) {
    await ring.create(firstKeyId);
    await writeNew(currentPath, firstKeyId);
  }
  return ring;
}

/** Writes a file as a whole or not at all; false when it exists already. */
async function writeNew(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}.part`;
  await writeFile(temporary, text, { mode: 0o600, flush: true });
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
