// `node scripts/recover-secret.ts PRIVATE-KEY.pem SEALED`: opens the secret of an operator who does not reveal it, as the page of the draw shows it sealed. Run
// where the recovery key is kept, never on the server; the secret is then entered as 以恢复密钥公开密数.
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openEscrow } from '#server/vault/escrow.ts';

const [file, sealed] = process.argv.slice(2);
if (file === undefined || sealed === undefined) {
  process.stderr.write('usage: recover-secret.ts PRIVATE-KEY.pem SEALED\n');
  process.exitCode = 2;
} else {
  try {
    process.stdout.write(`${openEscrow(createPrivateKey(readFileSync(file, 'utf8')), sealed)}\n`);
  } catch {
    process.stderr.write('not sealed to this key, or damaged\n');
    process.exitCode = 1;
  }
}
