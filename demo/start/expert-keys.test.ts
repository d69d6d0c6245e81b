import { createPrivateKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEnvironment } from '#server/environment.ts';
import { openEscrow } from '#server/vault/escrow.ts';
import { createVault } from '#server/vault/vault.ts';
import { expertKeys } from './expert-keys.ts';

it('makes keys that a server takes, once', () => {
  const root = mkdtempSync(join(tmpdir(), 'demo-keys-'));
  const first = expertKeys({ root });
  const environment = readEnvironment(first);
  if ('invalid' in environment || environment.expertKey === undefined) throw new Error('no key');
  const { expertKey: key, expertRecoveryKey: recoveryKey } = environment;
  const vault = createVault({ key, recoveryKey, randomBytes });
  const privateKey = createPrivateKey(readFileSync(join(root, 'expert-keys', 'recovery.pem'), 'utf8'));
  expect(openEscrow(privateKey, vault.escrow?.('a secret') ?? '')).toBe('a secret');
  expect(readEnvironment(expertKeys({ root }))).toEqual(environment);
  rmSync(root, { recursive: true });
});
