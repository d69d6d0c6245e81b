import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsFile } from './settings-file.ts';

let folder: string;
let path: string;
const log = () => undefined;
const window = { bounds: { x: 10, y: 20, width: 1280, height: 760 }, maximized: false };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the settings of this computer', () => {
  it('begin with defaults and are found again', () => {
    const first = openSettingsFile(path, log);
    expect(first.damaged).toBe(false);
    expect(first.current()).toEqual({ server: null, enrolledAt: null, theme: 'system', textSize: 'normal' });
    first.save({ server: 'http://127.0.0.1:4170', enrolledAt: 5, theme: 'dark' });
    first.save({ window });
    const again = openSettingsFile(path, log);
    expect(again.current()).toEqual({
      server: 'http://127.0.0.1:4170',
      enrolledAt: 5,
      theme: 'dark',
      textSize: 'normal',
    });
    expect(again.window()).toEqual(window);
  });

  it.each(['', '{', 'null', '[]', '"text"', '\0\0\0\0', '{"theme":"pink","server":"javascript:alert(1)"}'])(
    'that are damaged (%j) are set aside and told, and the program begins',
    (text) => {
      writeFileSync(path, text);
      const settings = openSettingsFile(path, log);
      expect(settings.damaged).toBe(true);
      expect(settings.current()).toEqual({
        server: null,
        enrolledAt: null,
        theme: 'system',
        textSize: 'normal',
      });
      expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text);
      settings.save({ theme: 'light' });
      expect(openSettingsFile(path, log).damaged).toBe(false);
    },
  );

  it('keep what still makes sense', () => {
    const text = {
      server: 'https://zfcg.example.gov.cn',
      enrolledAt: 7,
      theme: 3,
      textSize: 'large',
      window: {},
    };
    writeFileSync(path, JSON.stringify(text));
    const settings = openSettingsFile(path, log);
    expect(settings.damaged).toBe(true);
    expect(settings.current()).toEqual({
      server: 'https://zfcg.example.gov.cn',
      enrolledAt: 7,
      theme: 'system',
      textSize: 'large',
    });
    expect(settings.window()).toBeNull();
  });

  it('that cannot be read or written are said so, not lost in silence', () => {
    mkdirSync(path);
    const settings = openSettingsFile(path, log);
    expect(settings.damaged).toBe(true);
    expect(() => settings.save({ theme: 'dark' })).toThrow();
    expect(settings.current().theme).toBe('system');
    expect(existsSync(path)).toBe(true);
  });

  it('refuse what is none', () => {
    const settings = openSettingsFile(path, log);
    expect(() => settings.save({ server: 'file:///etc/passwd' })).toThrow();
    expect(settings.current().server).toBeNull();
  });
});
