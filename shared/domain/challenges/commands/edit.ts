// 修改: field by field (field-changes.ts). What is registered stays lawful, and what it holds follows.
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkChallenge } from '#shared/rules/challenge-rules.ts';
import { type Change, put } from '../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../field-changes.ts';
import { withStep } from '../../history.ts';
import { type Given, lawful } from '../../step.ts';
import { coursesOf } from '../courses.ts';
import { type Around, challengeFacts, replyPeriod } from '../facts.ts';
import { type Challenge, challengeContentSchema, challenges } from '../model.ts';
import { sectionsAfter } from '../sections.ts';

const fieldSchemas = challengeContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(challengeContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: challenge,
  known: around,
  input: { changes },
  ctx,
}: Given<Challenge, Around, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(challenge, changes, (field) => challenge.content[field]);
  if (!changed.ok) return changed;
  const content = challengeContentSchema.safeParse({ ...challenge.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...challenge.fieldEdits, ...markedEdits(ctx, changed.value) };
  const after = { ...challenge, content: content.data, fieldEdits, updatedAt: ctx.now };
  if (challenge.status === 'draft') return ok([put(challenges, after)]);
  // What was warned of was answered for when it was registered.
  const allowed = lawful(checkChallenge(challengeFacts(around, after.content, ctx.now)));
  if (!allowed.ok) return allowed;
  const registered = {
    ...after,
    courses: coursesOf(after, around.sections),
    replyDue: replyPeriod(after.content.receivedOn, around.calendar)?.result.date ?? null,
    history: withStep(challenge.history, ctx, 'challenges.edit', ''),
  };
  return ok([put(challenges, registered), ...sectionsAfter(registered, around.sections, ctx.now)]);
}
