// Secrets sealed with a key that the operating system's safe keeps: the worker thread cannot ask the safe itself.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from '../ports.ts';

const nonceLength = 12;
const tagLength = 16;

/** Without a key nothing is kept: one signs in at every start. */
export function sealedSecrets(key: Uint8Array | null): Secrets {
  if (key === null) return { protect: () => null, reveal: () => null };
  return {
    protect(text) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    reveal(bytes) {
      if (bytes.length < nonceLength + tagLength) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength));
        decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
        const text = Buffer.concat([
          decipher.update(bytes.subarray(nonceLength + tagLength)),
          decipher.final(),
        ]);
        return text.toString('utf8');
      } catch {
        // Sealed with another key: of no use any more.
        return null;
      }
    },
  };
}
