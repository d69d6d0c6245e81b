import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SqliteDatabase, setReplicaPragmas, sortedOnDisk } from './connection.ts';

const inFiles = 1;
const inMemory = 2;
let db: SqliteDatabase;

beforeEach(() => {
  db = new Database(':memory:');
  setReplicaPragmas(db);
});
afterEach(() => {
  db.close();
});

const setting = (name: string): unknown => db.pragma(name, { simple: true });

it('sorts in files with a small cache for as long as the work lasts', () => {
  const usual = setting('cache_size');
  const during = sortedOnDisk(db, () => [setting('temp_store'), setting('cache_size')]);
  expect(during).toEqual([inFiles, -16384]);
  expect([setting('temp_store'), setting('cache_size')]).toEqual([inMemory, usual]);
});

it('is as before when the work fails, a full disk for one', () => {
  const work = (): never => {
    throw new Error('database or disk is full');
  };
  expect(() => sortedOnDisk(db, work)).toThrow('full');
  expect(setting('temp_store')).toBe(inMemory);
});
