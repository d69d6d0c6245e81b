// The key that seals sign-ins on this disk, kept by the operating system's safe. Without a real safe there is no key: then one signs in at every
// start, which is better than a token that anyone who copies the folder can use.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeWhole } from '../app/files/durable.ts';
import type { Log } from './log-file.ts';

/** Of Electron's safeStorage, what is used. */
export type Safe = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  /** Linux only. `basic_text` is a fixed password and protects nothing. */
  getSelectedStorageBackend?(): string;
};

const keyLength = 32;

export function deskKey(path: string, safe: Safe, log: Log): Uint8Array<ArrayBuffer> | null {
  if (!keepsSecrets(safe)) {
    log({ level: 'warn', event: 'secrets.no_safe' });
    return null;
  }
  const held = heldKey(path, safe);
  if (held !== undefined) return held;
  const key = Uint8Array.from(randomBytes(keyLength));
  try {
    writeWhole(path, safe.encryptString(Buffer.from(key).toString('base64')).toString('base64'));
    return key;
  } catch {
    log({ level: 'error', event: 'secrets.not_kept' });
    return null;
  }
}

/** Whether this computer has a safe that deserves the name. */
export function keepsSecrets(safe: Safe): boolean {
  const weak = process.platform === 'linux' && safe.getSelectedStorageBackend?.() === 'basic_text';
  return !weak && safe.isEncryptionAvailable();
}

/** A key that can no longer be read is replaced: what it sealed asks for a new sign-in. */
function heldKey(path: string, safe: Safe): Uint8Array<ArrayBuffer> | undefined {
  try {
    const sealed = Buffer.from(readFileSync(path, 'utf8'), 'base64');
    const key = Uint8Array.from(Buffer.from(safe.decryptString(sealed), 'base64'));
    return key.length === keyLength ? key : undefined;
  } catch {
    return undefined;
  }
}
