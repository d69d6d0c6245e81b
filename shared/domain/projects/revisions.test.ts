// Sections as the programs of before stored them.
import { expect, it } from 'vitest';
import { anId } from '#test/builders/ids.ts';
import { aChange, aResult, aSection } from '#test/builders/sections.ts';
import { presentRow } from '../stored-body.ts';
import { type Section, sections } from './model.ts';

const notice = anId('notice');
const section = aSection('lot-1', { ...aResult(notice), change: aChange(notice, {}) });

/** What each revision did not have yet. */
const later: Readonly<Record<number, readonly (keyof Section)[]>> = {
  2: ['holds', 'results', 'change', 'contracts'],
  3: ['results', 'change', 'contracts'],
  4: ['contracts'],
};

it.each(Object.entries(later))(
  'of revision %s are raised: nothing is known of what it did not have',
  (revision, without) => {
    const missing: readonly string[] = without;
    const body = Object.fromEntries(Object.entries(section).filter(([field]) => !missing.includes(field)));
    const stored = JSON.stringify({ $revision: Number(revision), ...body });
    const empty = { ...section, contracts: [] };
    const before = missing.includes('results') ? { ...empty, results: [], change: null } : empty;
    expect(sections.schema.parse(presentRow(sections, stored))).toEqual(before);
  },
);
