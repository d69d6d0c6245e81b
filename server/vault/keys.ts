// Keys as a process is given them: in the environment, or in files that are read once at the start. Nothing here ever writes a key into the database.
import { readFileSync } from 'node:fs';
import { keyBytes } from './vault.ts';

/** 32 bytes in base64, with or without a line feed behind; undefined for any other text. */
export function readKey(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, 'base64');
  return bytes.length === keyBytes && bytes.toString('base64') === trimmed ? bytes : undefined;
}

/** SPKI in base64 or PEM; whether it is a key of the right kind the vault says. */
export function readPublicKey(text: string): Uint8Array | undefined {
  const body = text.replace(/-----(?:BEGIN|END) PUBLIC KEY-----|\s/g, '');
  const bytes = Buffer.from(body, 'base64');
  return bytes.length === 44 && bytes.toString('base64') === body ? bytes : undefined;
}

/** The text of a file, or undefined: which keys are missing is said by whoever asked. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
