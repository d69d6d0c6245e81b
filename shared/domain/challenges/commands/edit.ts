// 修改: field by field (content-edit.ts). What is registered stays lawful, and what it holds follows.
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkChallenge } from '#shared/rules/challenge-rules.ts';
import { type Change, put } from '../../command.ts';
import { contentEdit } from '../../content-edit.ts';
import { withStep } from '../../history.ts';
import { type Given, lawful } from '../../step.ts';
import { coursesOf } from '../courses.ts';
import { type Around, challengeFacts, replyPeriod } from '../facts.ts';
import { type Challenge, challengeContentSchema, challenges } from '../model.ts';
import { sectionsAfter } from '../sections.ts';

const edit = contentEdit(challengeContentSchema);
export const editInput = edit.input;

export function edited({
  row,
  known: around,
  input: { changes },
  ctx,
}: Given<Challenge, Around, typeof editInput>): Result<readonly Change[]> {
  const after = edit.apply(row, changes, ctx);
  if (!after.ok) return after;
  const { row: challenge, fields } = after.value;
  if (fields.length === 0) return ok([]);
  if (challenge.status === 'draft') return ok([put(challenges, challenge)]);
  // What was warned of was answered for when it was registered.
  const allowed = lawful(checkChallenge(challengeFacts(around, challenge.content, ctx.now)));
  if (!allowed.ok) return allowed;
  const registered = {
    ...challenge,
    courses: coursesOf(challenge, around.sections),
    replyDue: replyPeriod(challenge.content.receivedOn, around.calendar)?.result.date ?? null,
    history: withStep(challenge.history, ctx, 'challenges.edit', ''),
  };
  return ok([put(challenges, registered), ...sectionsAfter(registered, around.sections, ctx.now)]);
}
