import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyDraw } from '../../scripts/verify-draw.ts';
import { forgeries } from './forgeries.ts';
import { scenes } from './scenes.ts';

describe('a forged draw', () => {
  it.each(forgeries.map((forgery) => [forgery.code, forgery] as const))(
    'shows %s',
    (code, { scene, forge }) => {
      const honest = scenes.get(scene)?.();
      if (honest === undefined) throw new Error(`no scene ${scene}`);
      expect(verifyDraw(honest)).toEqual([]);
      expect(verifyDraw(forge(honest)).map((problem) => problem.code)).toContain(code);
    },
  );

  it('stands here for every code of the page and of the verifier', () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const codes = [...new Set(forgeries.map(({ code }) => code))].sort();
    const page = read('docs/verify-a-draw.md').split('| Code |')[1]?.split('\n## ')[0] ?? '';
    const documented = page
      .split('\n')
      .flatMap((row) =>
        [...(row.split('|')[1] ?? '').matchAll(/`([a-z]+(?:_[a-z]+)*)`/g)].map(([, code]) => code),
      );
    expect([...new Set(documented)].sort()).toEqual(codes);
    const source = read('scripts/verify-draw.ts');
    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });
});
