import { createPublicKey, sign, verify } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyRing } from './keys.ts';

describe('key ring', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes a first key that only its owner may read, and keeps it', async () => {
    const first = await (await openKeyRing(join(folder, 'ring'), 'key-1')).list();
    const again = await (await openKeyRing(join(folder, 'ring'), 'key-2')).list();
    expect(again).toEqual(first);
    expect(first).toMatchObject([{ keyId: 'key-1', current: true }]);
    for (const name of await readdir(join(folder, 'ring'))) {
      expect((await stat(join(folder, 'ring', name))).mode & 0o777, name).toBe(0o600);
    }
    expect((await stat(join(folder, 'ring'))).mode & 0o777).toBe(0o700);
  });

  it('gives processes that start at once the same key', async () => {
    const rings = await Promise.all(Array.from({ length: 5 }, () => openKeyRing(folder, 'key-1')));
    const lists = await Promise.all(rings.map((ring) => ring.list()));
    expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(1);
  });

  it('makes a key, and signs with it only after it was activated', async () => {
    const ring = await openKeyRing(folder, 'key-1');
    const made = await ring.create('key-2');
    expect(made).toMatchObject({ ok: true, value: { keyId: 'key-2', current: false } });
    expect((await ring.current()).keyId).toBe('key-1');
    expect(await ring.activate('key-2')).toMatchObject({ ok: true, value: { current: true } });
    const current = await ring.current();
    expect(current.keyId).toBe('key-2');
    const [, second] = await ring.list();
    const publicKey = createPublicKey({
      key: Buffer.from(second?.publicKey ?? '', 'base64'),
      format: 'der',
      type: 'spki',
    });
    const text = Buffer.from('text');
    expect(verify(null, text, publicKey, sign(null, text, current.privateKey))).toBe(true);
  });

  it('refuses names that are taken, unknown or lead elsewhere', async () => {
    const ring = await openKeyRing(folder, 'key-1');
    expect(await ring.create('key-1')).toMatchObject({ error: { code: 'already_exists' } });
    expect(await ring.activate('nobody')).toMatchObject({ error: { code: 'not_found' } });
    for (const name of ['../key', 'a/b', '', 'x'.repeat(41), 'Key']) {
      expect(await ring.create(name)).toMatchObject({ error: { code: 'invalid_input' } });
    }
  });

  it('keeps its hands off other files in the folder', async () => {
    await writeFile(join(folder, 'Notes.pem'), 'not a key');
    const ring = await openKeyRing(folder, 'key-1');
    expect(await ring.list()).toHaveLength(1);
  });
});
