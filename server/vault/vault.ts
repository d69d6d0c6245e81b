// The key for what the server keeps about people (shared/domain/vault.ts). It lives in the process's memory and comes from a file or the environment;
// from it follow one key for sealing and one for indexes, so that neither tells anything of the other.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { sealedPrefix, type Vault, VaultError } from '#shared/domain/vault.ts';
import { escrowTo } from './escrow.ts';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

export type VaultParts = {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** SPKI DER of an X25519 key; undefined where draws are not meant to be carried out. */
  readonly recoveryKey?: Uint8Array | undefined;
  randomBytes(size: number): Uint8Array;
};

/** Throws RangeError for a key of another length, TypeError for a recovery key that is none. */
export function createVault({ key, recoveryKey, randomBytes }: VaultParts): Vault {
  if (key.length !== keyBytes) throw new RangeError(`the key has ${key.length} bytes, not ${keyBytes}`);
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, '', `zhengcai vault ${purpose}`, keyBytes));
  const sealing = derived('seal');
  const indexing = derived('index');
  const keyId = derived('id').toString('hex').slice(0, 16);
  const head = `${sealedPrefix}${keyId}.`;

  return {
    keyId,
    seal(context, value) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return head + Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64');
    },
    open(context, sealed) {
      if (!sealed.startsWith(head)) throw new VaultError('sealed by another key');
      const bytes = Buffer.from(sealed.slice(head.length), 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
        const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
        return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8'));
      } catch {
        // What OpenSSL says of it tells nobody more.
        throw new VaultError('damaged, or of another row');
      }
    },
    index: (kind, text) =>
      createHmac('sha256', indexing)
        .update(JSON.stringify([kind, text]))
        .digest('hex'),
    secret: () => Buffer.from(randomBytes(keyBytes)).toString('hex'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    recoveryKey: recoveryKey === undefined ? undefined : Buffer.from(recoveryKey).toString('base64'),
    escrow: recoveryKey === undefined ? undefined : escrowTo(recoveryKey, randomBytes),
  };
}
