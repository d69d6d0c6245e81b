import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appFiles, contentPolicy, isOwnPage } from './app-protocol.ts';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhengcai-files-'));
  folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>start</p>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'a.js.map'), '{}');
  writeFileSync(join(root, 'secret.json'), '{"secret":true}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('app://desk', () => {
  it('gives its files with their kind and the policy', async () => {
    const files = appFiles(folder);
    const page = await files({ url: 'app://desk/index.html?x=1#/plans', method: 'GET' });
    expect([page.status, await page.text()]).toEqual([200, '<p>start</p>']);
    expect(page.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = await files({ url: 'app://desk/assets/a.js', method: 'GET' });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const head = await files({ url: 'app://desk/assets/a.js', method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each([
    'app://desk/',
    'app://desk/../secret.json',
    'app://desk/%2e%2e/secret.json',
    'app://desk/..%2fsecret.json',
    'app://desk/..%5csecret.json',
    'app://desk/assets/..\\..\\secret.json',
    'app://desk/assets/%00a.js',
    'app://desk//index.html',
    'app://desk/./index.html',
    'app://desk/INDEX.HTML',
    'app://desk/assets/a.js.map',
    'app://desk/assets',
    'app://desk/constructor',
    'app://desk/__proto__',
    'app://other/index.html',
    'app://desk:80/index.html',
    'app://user@desk/index.html',
    'file:///etc/passwd',
  ])('%s is not there', async (url) => {
    const answer = await appFiles(folder)({ url, method: 'GET' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-security-policy')).toBe(contentPolicy);
  });

  it('only answers reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await appFiles(folder)({ url: 'app://desk/index.html', method })).status).toBe(405);
    }
  });

  it('fails to load without a start page, and finds it when it comes back', async () => {
    rmSync(join(folder, 'index.html'));
    const files = appFiles(folder);
    expect((await files({ url: 'app://desk/index.html', method: 'GET' })).type).toBe('error');
    writeFileSync(join(folder, 'index.html'), 'again');
    expect(await (await files({ url: 'app://desk/index.html', method: 'GET' })).text()).toBe('again');
    expect((await appFiles(join(root, 'none'))({ url: 'app://desk/index.html', method: 'GET' })).type).toBe(
      'error',
    );
  });

  it('knows its own page from look-alikes', () => {
    expect(isOwnPage('app://desk/index.html#/plans')).toBe(true);
    for (const url of [
      'app://desk.example/index.html',
      'app://desk/index.html.evil',
      'app://desk@evil/index.html',
      'https://desk/index.html',
      'about:blank',
      '',
    ]) {
      expect(isOwnPage(url), url).toBe(false);
    }
  });

  it('lets no script in but our own files', () => {
    expect(contentPolicy).toContain("default-src 'none'");
    expect(contentPolicy).toMatch(/script-src 'self'(;|$)/);
    expect(contentPolicy).not.toMatch(/unsafe-eval|\*|https?:/);
  });
});
