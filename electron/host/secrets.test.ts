import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskKey, type Safe } from './secrets.ts';

let path: string;
let folder: string;
const log = () => undefined;
/** Turns the bytes over, and cannot open what another safe has closed. */
const safeOf = (mark: number): Safe => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from([mark, ...Buffer.from(text).toReversed()]),
  decryptString(bytes) {
    if (bytes[0] !== mark) throw new Error('another key');
    return Buffer.from(bytes.subarray(1).toReversed()).toString();
  },
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-key-'));
  path = join(folder, 'desk.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps one key over restarts, sealed on the disk', () => {
  const key = deskKey(path, safeOf(1), log);
  expect(key).toHaveLength(32);
  expect(deskKey(path, safeOf(1), log)).toEqual(key);
  expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from(key ?? []).toString('base64'));
});

it('takes a new one when the old cannot be opened any more', () => {
  const key = deskKey(path, safeOf(1), log);
  const other = deskKey(path, safeOf(2), log);
  expect(other).toHaveLength(32);
  expect(other).not.toEqual(key);
  writeFileSync(path, 'damaged');
  expect(deskKey(path, safeOf(2), log)).toHaveLength(32);
});

it('has none without a safe that deserves the name', () => {
  expect(deskKey(path, { ...safeOf(1), isEncryptionAvailable: () => false }, log)).toBeNull();
  if (process.platform === 'linux') {
    expect(deskKey(path, { ...safeOf(1), getSelectedStorageBackend: () => 'basic_text' }, log)).toBeNull();
  }
  expect(deskKey(join(folder, 'none', 'desk.key'), safeOf(1), log)).toBeNull();
});
