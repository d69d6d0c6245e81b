// 修改: field by field, as plans are edited. Null stands for what nobody typed: then the generated value holds again.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { jsonSchema } from '#shared/kernel/json.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { fieldConflict, isConflict, markedEdits } from '../../history.ts';
import type { Load } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import type { Given } from '../../step.ts';
import { compose } from '../compose.ts';
import { loadAnnouncementFacts, subjectOf } from '../facts.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { type Announcement, announcements } from '../model.ts';
import { parseValues } from '../parse-values.ts';
import { fieldKeySchema, type Values, valueSchema } from '../values.ts';
import { areOwn, unknownSection } from './create.ts';

const sectionIdsSchema = z.array(idSchema).max(200);

/** One field: its value when the form was opened, and the value it is to have. `sectionIds` is a field like the others. */
const fieldChangeSchema = z
  .strictObject({ field: fieldKeySchema, from: jsonSchema, to: jsonSchema })
  .superRefine(({ field, from, to }, ctx) => {
    const schema = field === 'sectionIds' ? sectionIdsSchema : valueSchema;
    for (const [side, value] of Object.entries({ from, to })) {
      const parsed = schema.safeParse(value);
      for (const issue of parsed.success ? [] : parsed.error.issues) {
        const message = issue.code === 'custom' ? issue.message : issue.code;
        ctx.addIssue({ code: 'custom', message, path: [side, ...issue.path] });
      }
    }
  });
type FieldChange = z.infer<typeof fieldChangeSchema>;

export const editInput = {
  changes: z
    .array(fieldChangeSchema)
    .min(1)
    .max(101)
    .refine((changes) => new Set(changes.map(({ field }) => field)).size === changes.length, 'field_twice'),
};

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
  const conflicts = changes.filter((change) => isConflict(change, presentValue(announcement, change.field)));
  if (conflicts.length > 0) {
    return refuse('conflict', {
      conflicts: conflicts.map((change) =>
        fieldConflict(announcement, change, presentValue(announcement, change.field)),
      ),
    });
  }
  const changed = changes.filter(({ field, to }) => !sameValue(presentValue(announcement, field), to));
  if (changed.length === 0) return ok([]);
  const sectionIds = sectionIdsAfter(announcement, changed);
  if (!areOwn(facts, sectionIds)) return unknownSection();
  const content = parseValues(facts.template, contentAfter(announcement.content, changed));
  if (!content.ok) return content;
  const edits = markedEdits(
    ctx,
    changed.map(({ field }) => field),
  );
  const draft = { type: announcement.type, sectionIds: [...sectionIds], content: content.value };
  const { title, round } = compose(facts, draft);
  return ok([
    put(announcements, {
      ...announcement,
      ...draft,
      title,
      round,
      fieldEdits: { ...announcement.fieldEdits, ...edits },
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
