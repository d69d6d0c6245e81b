import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signHead } from '#server/audit/chain.ts';
import { transcriptSchema } from '#shared/draw/transcript.ts';
import { type Evidence, verifyDraw } from '../../scripts/verify-draw.ts';
import { scenes } from './scenes.ts';

describe('the verifier', () => {
  it.each([...scenes])('accepts a draw: %s', (_name, scene) => {
    const bundle = scene();
    expect(transcriptSchema.safeParse(bundle.transcript).error).toBeUndefined();
    expect(verifyDraw(bundle)).toEqual([]);
  });

  it('reads the heads that the server signs and the links that it hashes', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const bundle = scenes.get('one line, everybody attends')?.();
    if (bundle === undefined) throw new Error('no scene');
    const [today, yesterday] = bundle.heads;
    if (today === undefined || yesterday === undefined) throw new Error('no heads');
    const { day, no, hash, epoch, signedAt } = today;
    const signed = signHead({ day, no, hash, epoch, signedAt, publicKey: spki }, privateKey);
    expect(verifyDraw({ ...bundle, heads: [signed, yesterday], keys: null })).toEqual([]);
    const edited = { ...signed, signedAt: signed.signedAt + 1 };
    const problems = verifyDraw({ ...bundle, heads: [edited, yesterday], keys: null });
    expect(problems.map(({ code }) => code)).toEqual(['head_not_signed']);
  });

  it('is a program of one file, which says what it found by its output and its end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'draw-'));
    try {
      const bundle = scenes.get('disclosed')?.();
      if (bundle === undefined) throw new Error('no scene');
      const program = join(folder, 'verify-draw.ts');
      await copyFile(new URL('../../scripts/verify-draw.ts', import.meta.url), program);
      const parts = ['transcript', 'chain', 'heads', 'register', 'disclosure'] as const;
      const files = parts.map((part) => join(folder, `${part}.json`));
      for (const [at, part] of parts.entries())
        await writeFile(files[at] ?? '', JSON.stringify(bundle[part]));
      const run = (...args: readonly string[]) => {
        const { status, stdout } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
        return { status, stdout };
      };
      const keys = bundle.keys.flatMap((key) => ['--key', key]);
      expect(run(...files, ...keys)).toEqual({ status: 0, stdout: 'verified\n' });
      expect(run(...files, '--key', 'another').stdout).toContain('head_key_unknown ');
      expect(run(...files.slice(0, 3))).toEqual({ status: 2, stdout: '' });
      await writeFile(files[0] ?? '', JSON.stringify({ ...bundle.transcript, operators: [] }));
      expect(run(...files.slice(0, 4), ...keys).status).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([null, 1, 'text', [], {}, { commit: null }, [null]])('is not upset by %j', (value) => {
    const bundle = scenes.get('disclosed')?.();
    for (const part of ['transcript', 'chain', 'heads', 'register', 'disclosure']) {
      expect(() => verifyDraw({ ...bundle, [part]: value } as Evidence)).not.toThrow();
    }
  });
});
