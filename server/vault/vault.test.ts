import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VaultError } from '#shared/domain/vault.ts';
import { expertKey, expertRecoveryKey, recoveryPrivateKey } from '#test/support/experts.ts';
import { readEnvironment } from '../environment.ts';
import { openEscrow } from './escrow.ts';
import { createVault } from './vault.ts';

const vaultOf = (key: Uint8Array) => createVault({ key, recoveryKey: expertRecoveryKey, randomBytes });
const vault = vaultOf(expertKey);
const person = { name: '张示例', phone: '13900000001' };

describe('what is sealed', () => {
  it('opens where it was sealed, and never looks the same twice', () => {
    const sealed = vault.seal('experts/1', person);
    expect(vault.open('experts/1', sealed)).toEqual(person);
    expect(vault.seal('experts/1', person)).not.toBe(sealed);
    expect(sealed.startsWith(`sealed1.${vault.keyId}.`)).toBe(true);
    expect(sealed).not.toContain(Buffer.from('张示例').toString('base64').slice(0, 8));
  });

  it('opens nowhere else: not in another row, not by another key, not changed in any byte', () => {
    const sealed = vault.seal('experts/1', person);
    expect(() => vault.open('experts/2', sealed)).toThrow(VaultError);
    expect(() => vaultOf(Buffer.alloc(32, 1)).open('experts/1', sealed)).toThrow(VaultError);
    const head = sealed.slice(0, sealed.lastIndexOf('.') + 1);
    const bytes = Buffer.from(sealed.slice(head.length), 'base64');
    for (const place of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => vault.open('experts/1', head + changed.toString('base64'))).toThrow(VaultError);
    }
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = head + bytes.subarray(0, length).toString('base64');
      expect(() => vault.open('experts/1', cut)).toThrow(VaultError);
    }
  });
});

it('an index is the same for the same text, another for another kind or key', () => {
  const index = vault.index('phone', person.phone);
  expect(index).toMatch(/^[0-9a-f]{64}$/);
  expect(vaultOf(expertKey).index('phone', person.phone)).toBe(index);
  expect(vault.index('id number', person.phone)).not.toBe(index);
  expect(vaultOf(Buffer.alloc(32, 1)).index('phone', person.phone)).not.toBe(index);
});

it('a secret sealed for recovery is opened by the private half alone', () => {
  const secret = vault.secret();
  const sealed = vault.escrow?.(secret) ?? '';
  expect(openEscrow(recoveryPrivateKey, sealed)).toBe(secret);
  expect(vault.escrow?.(secret)).not.toBe(sealed);
  const changed = Buffer.from(sealed, 'base64');
  changed[70] = (changed[70] ?? 0) ^ 1;
  expect(() => openEscrow(recoveryPrivateKey, changed.toString('base64'))).toThrow();
});

describe('keys come from the environment or from files', () => {
  const text = expertKey.toString('base64');

  it('reads both, and says which it cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const file = join(folder, 'expert.key');
    writeFileSync(file, `${text}\n`);
    expect(readEnvironment({ EXPERT_KEY: text })).toMatchObject({ expertKey });
    expect(readEnvironment({ EXPERT_KEY_FILE: file })).toMatchObject({ expertKey });
    expect(readEnvironment({})).toMatchObject({ expertKey: undefined, expertRecoveryKey: undefined });
    const recovery = Buffer.from(expertRecoveryKey);
    const pem = `-----BEGIN PUBLIC KEY-----\n${recovery.toString('base64')}\n-----END PUBLIC KEY-----\n`;
    expect(readEnvironment({ EXPERT_RECOVERY_KEY: pem })).toMatchObject({ expertRecoveryKey: recovery });
    for (const [variables, names] of [
      [{ EXPERT_KEY: 'short' }, ['EXPERT_KEY']],
      [{ EXPERT_KEY: '' }, ['EXPERT_KEY']],
      [{ EXPERT_KEY_FILE: join(folder, 'nowhere') }, ['EXPERT_KEY']],
      [{ EXPERT_RECOVERY_KEY: text }, ['EXPERT_RECOVERY_KEY']],
    ] as const) {
      expect(readEnvironment(variables)).toEqual({ invalid: names });
    }
    rmSync(folder, { recursive: true });
  });
});
