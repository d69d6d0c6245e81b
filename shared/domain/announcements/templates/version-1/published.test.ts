// What was published in version 1 of the formats, as it was stored and as everybody read it then. The bodies and pages beside this test were written by
// the program of before version 2; they are never made again.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import { documentHtml } from '#shared/documents/html.ts';
import { presentBody } from '../../../stored-body.ts';
import { announcementDocument } from '../../document-of-row.ts';
import { announcementSchema, announcements, announcementTypeCodes } from '../../model.ts';
import { parseValues } from '../../parse-values.ts';
import { currentTemplates, templateOf } from '../index.ts';

const storedSchema = z.strictObject({
  announcement: z.unknown().transform((body) => announcementSchema.parse(presentBody(announcements, body))),
  html: z.string(),
});
const stored = readFileSync(new URL('published.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => storedSchema.parse(JSON.parse(line)));

/** Formats that came after version 2 of the others: golden documents hold theirs. */
const later: ReadonlySet<string> = new Set([...invitationTypes, 'INVITATION_CORRECTION']);

describe('what was published in the first version of its format', () => {
  it('is of every type', () => {
    const types = new Set(stored.map(({ announcement }) => announcement.type));
    expect([...types].toSorted()).toEqual(
      announcementTypeCodes.filter((type) => !later.has(type)).toSorted(),
    );
    expect(new Set(stored.map(({ announcement }) => announcement.templateVersion))).toEqual(new Set([1]));
  });

  it.each(stored.map(({ announcement, html }) => [announcement.frozen?.title, announcement, html] as const))(
    '%s reads word for word as it did',
    (_, announcement, html) => {
      const document = announcementDocument(announcement);
      expect(document.ok ? documentHtml(document.value) : document.error).toBe(html);
    },
  );

  it('holds values that suit that version alone where the format has changed', () => {
    for (const { announcement } of stored) {
      const { type, frozen } = announcement;
      const first = templateOf(type, 1);
      if (first === undefined || frozen === null) throw new Error(`${type} was published`);
      expect(parseValues(first, frozen.values).ok).toBe(true);
    }
    const changed = currentTemplates.filter(({ version }) => version > 1);
    expect(changed).toHaveLength(14);
  });
});
