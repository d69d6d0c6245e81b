// 修改: field by field, as plans are edited. Null stands for what nobody typed: then the generated value holds again.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits } from '../../field-changes.ts';
import type { Load } from '../../load.ts';
import type { Given } from '../../step.ts';
import { compose } from '../compose.ts';
import { loadAnnouncementFacts, subjectOf } from '../facts.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { type Announcement, announcements } from '../model.ts';
import { parseValues } from '../parse-values.ts';
import { fieldKeySchema, type Values, valueSchema } from '../values.ts';
import { areOwn, unknownSection } from './create.ts';

const sectionIdsSchema = z.array(idSchema).max(200);

/** `sectionIds` is a field like the others. */
const fieldChangeSchema = fieldChangeOf(fieldKeySchema, (field) =>
  field === 'sectionIds' ? sectionIdsSchema : valueSchema,
);
type FieldChange = z.infer<typeof fieldChangeSchema>;

export const editInput = { changes: changesOf(fieldChangeSchema, 101) };

type Told = { readonly changes: readonly FieldChange[] };

/** With the sections as they will be chosen. */
export function loadAfterEdit(
  announcement: Announcement,
  { now }: Ctx,
  { changes }: Told,
): Load<AnnouncementFacts | undefined> {
  const sectionIds = sectionIdsAfter(announcement, changes);
  return loadAnnouncementFacts({ ...subjectOf(announcement), sectionIds }, now);
}

export function edited({
  row: announcement,
  known: facts,
  input: { changes },
  ctx,
}: Given<Announcement, AnnouncementFacts, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(announcement, changes, (field) => presentValue(announcement, field));
  if (!changed.ok) return changed;
  if (changed.value.length === 0) return ok([]);
  const sectionIds = sectionIdsAfter(announcement, changed.value);
  if (!areOwn(facts, sectionIds)) return unknownSection();
  const content = parseValues(facts.template, contentAfter(announcement.content, changed.value));
  if (!content.ok) return content;
  const draft = { type: announcement.type, sectionIds: [...sectionIds], content: content.value };
  const { title, round } = compose(facts, draft);
  return ok([
    put(announcements, {
      ...announcement,
      ...draft,
      title,
      round,
      fieldEdits: { ...announcement.fieldEdits, ...markedEdits(ctx, changed.value) },
      updatedAt: ctx.now,
    }),
  ]);
}

function presentValue({ sectionIds, content }: Announcement, field: string): unknown {
  if (field === 'sectionIds') return sectionIds;
  return Object.hasOwn(content, field) ? content[field] : null;
}

function sectionIdsAfter({ sectionIds }: Announcement, changes: readonly FieldChange[]): readonly string[] {
  const change = changes.find(({ field }) => field === 'sectionIds');
  return change === undefined ? sectionIds : [...new Set(sectionIdsSchema.parse(change.to))];
}

function contentAfter(content: Values, changes: readonly FieldChange[]): Values {
  const after = new Map(Object.entries(content));
  for (const { field, to } of changes) {
    if (field === 'sectionIds') continue;
    if (to === null) after.delete(field);
    else after.set(field, valueSchema.parse(to));
  }
  return Object.fromEntries(after);
}
