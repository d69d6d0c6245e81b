// The files that rows name, held against the text of the rows: every member that holds a file is one, and nothing else.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordPublished } from '#test/builders/announcement-record.ts';
import { anyContent } from '#test/builders/arbitraries.ts';
import { aPlan } from '#test/builders/plans.ts';
import { settings } from './admin/model.ts';
import { announcements, announcementTypeCodes } from './announcements/model.ts';
import { entities } from './entities.ts';
import { type Entity, noFiles, type Row } from './entity.ts';
import { sha256Schema } from './file.ts';
import { plans } from './plans/model.ts';

const member = /"sha256":"[0-9a-f]{64}"/g;

/** The row with another hash in each place of its text that has one, and these hashes. */
function told<R extends Row>(
  kind: Entity<R>,
  row: R,
): { readonly row: R; readonly hashes: readonly string[] } {
  const hashes: string[] = [];
  const text = JSON.stringify(row).replaceAll(member, () => {
    const hash = hashes.length.toString(16).padStart(64, '0');
    hashes.push(hash);
    return `"sha256":"${hash}"`;
  });
  return { row: kind.schema.parse(JSON.parse(text)), hashes };
}

function filesOf<R extends Row>(kind: Entity<R>, given: R): readonly string[] {
  const { row, hashes } = told(kind, given);
  expect([...kind.files(row)].toSorted()).toEqual(hashes);
  return hashes;
}

/** Whether the JSON Schema of something, whatever it is made of, has a member that holds the hash of a file. */
function hasHash(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { properties } = schema as z.core.JSONSchema.BaseSchema;
  if (properties !== undefined && Object.hasOwn(properties, 'sha256')) return true;
  return Object.values(schema).some(hasHash);
}
const namesFiles = ({ schema }: Pick<Entity, 'schema'>) =>
  hasHash(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

describe('record types whose rows hold hashes of files', () => {
  const withFiles = [...entities.values()].filter(namesFiles);

  it('are found in whatever their schema is made of', () => {
    expect(withFiles.map(({ name }) => name)).toEqual(
      expect.arrayContaining([plans.name, announcements.name]),
    );
    const file = z.strictObject({ sha256: sha256Schema });
    const deep = z.array(z.record(z.string(), z.union([z.null(), z.tuple([z.string(), file.optional()])])));
    expect(namesFiles({ schema: z.strictObject({ id: z.string(), deep }) })).toBe(true);
    expect(namesFiles({ schema: z.strictObject({ id: z.string() }) })).toBe(false);
  });

  it('say which files these are: what nobody names is not kept', () => {
    expect(withFiles.filter(({ files }) => files === noFiles).map(({ name }) => name)).toEqual([]);
  });
});

describe('files', () => {
  it('of a plan are those of its content and of what was returned', () => {
    const some = fc.tuple(anyContent, fc.option(anyContent));
    const counts = fc
      .sample(some, { numRuns: 100, seed: 9 })
      .map(
        ([content, returnedContent]) =>
          filesOf(plans, { ...aPlan().build(), content, returnedContent }).length,
      );
    expect(Math.max(...counts)).toBeGreaterThan(3);
  });

  it('of an announcement of any type are those that were typed and those that were frozen', () => {
    const counts = announcementTypeCodes.map((type) => filesOf(announcements, recordPublished(type)).length);
    expect(Math.max(...counts)).toBeGreaterThan(1);
    for (const type of announcementTypeCodes)
      filesOf(announcements, { ...recordPublished(type), frozen: null });
  });

  it('are not whatever bears the name of one', () => {
    const sha256 = 'a'.repeat(64);
    const value = { files: [{ fileName: 'a.pdf', sha256 }], sha256 };
    expect(settings.files({ id: 'looks-alike', value, updatedAt: 1 })).toEqual([]);
    const content = { ...aPlan().build().content, files: [], projectName: `"sha256":"${sha256}"` };
    expect(plans.files({ ...aPlan().build(), content })).toEqual([]);
  });
});
