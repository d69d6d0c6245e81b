import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFile } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes an entry a line, goes on after a restart, and shows the end of it', () => {
  const path = join(folder, 'logs', 'desk.log');
  openLogFile(path, () => 0).log({ level: 'info', event: 'start', details: { version: '1' } });
  const again = openLogFile(path, () => 1000);
  again.log({ level: 'warn', event: 'later' });
  expect(again.tail(10).map((line): unknown => JSON.parse(line))).toEqual([
    { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'start', version: '1' },
    { at: '1970-01-01T00:00:01.000Z', level: 'warn', event: 'later' },
  ]);
  expect(again.tail(1)).toHaveLength(1);
  expect(statSync(path).mode & 0o077).toBe(0);
});

it('turns over when it is full, keeps a few, and never grows beyond that', () => {
  const path = join(folder, 'desk.log');
  const { log } = openLogFile(path, () => 0, 300);
  for (let number = 0; number < 100; number += 1) log({ level: 'info', event: 'tick', details: { number } });
  expect(readdirSync(folder).toSorted()).toEqual([
    'desk.log',
    'desk.log.1',
    'desk.log.2',
    'desk.log.3',
    'desk.log.4',
  ]);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(300);
  expect(readFileSync(path, 'utf8')).toContain('"number":99');
});

it('cuts long texts short', () => {
  const file = openLogFile(join(folder, 'desk.log'), () => 0);
  file.log({ level: 'error', event: 'x', details: { reason: 'y'.repeat(5000) } });
  expect(file.tail(1)[0]?.length).toBeLessThan(400);
});

it('does not stop anything when it cannot be written', () => {
  writeFileSync(join(folder, 'file'), '');
  const file = openLogFile(join(folder, 'file', 'desk.log'), () => 0);
  expect(() => file.log({ level: 'info', event: 'start' })).not.toThrow();
  expect(file.tail(5)).toEqual([]);
  chmodSync(folder, 0o700);
  expect(existsSync(join(folder, 'file', 'desk.log'))).toBe(false);
});
