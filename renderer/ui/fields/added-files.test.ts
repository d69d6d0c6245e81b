import { expect, it } from 'vitest';
import { type FileOf, type Purpose, withAdded } from './added-files.ts';

type Code = 'agreement' | 'requirements' | 'other';
const purposes: readonly Purpose<Code>[] = [
  { code: 'agreement', name: 'agency agreement' },
  { code: 'requirements', name: 'requirements' },
  { code: 'other', name: 'other papers' },
];
const suggest = (files: readonly FileOf<Code>[]): Code =>
  (['agreement', 'requirements'] as const).find((code) => files.every(({ purpose }) => purpose !== code)) ??
  'other';
const file = (fileName: string) => ({
  id: fileName,
  fileName,
  mediaType: 'application/pdf',
  size: 1,
  sha256: fileName,
});
const purposesOf = (...names: readonly string[]) =>
  withAdded([], names.map(file), purposes, suggest).map(({ purpose }) => purpose);

it('gives files chosen at once what is still missing, one after the other', () => {
  expect(purposesOf('1.pdf', '2.pdf', '3.pdf')).toEqual(['agreement', 'requirements', 'other']);
});

it('takes a file that is called by a purpose for what it is called', () => {
  expect(purposesOf('requirements of the school.pdf', '2.pdf')).toEqual(['requirements', 'agreement']);
});

it('leaves the files that are there as they are', () => {
  const [there] = withAdded([], [file('1.pdf')], purposes, () => 'other');
  expect(withAdded(there === undefined ? [] : [there], [file('2.pdf')], purposes, suggest)).toMatchObject([
    { fileName: '1.pdf', purpose: 'other' },
    { fileName: '2.pdf', purpose: 'agreement' },
  ]);
});
