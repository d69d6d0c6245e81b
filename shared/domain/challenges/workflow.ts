// The way of a challenge: written down, registered, answered in writing within seven working days; what changes the result is reported to 采购办
// (94号令 art 13, 16). The supplier may withdraw it.
import { z } from 'zod';
import { plainDateSchema, toPlainDate } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { checkChallenge, checkReply } from '#shared/rules/challenge-rules.ts';
import type { Actor } from '../actor.ts';
import { fileSchema } from '../file.ts';
import { nothing } from '../load.ts';
import { refuseField } from '../refuse.ts';
import { type Moving, step, submittedNow } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import { answeredBefore } from './answered.ts';
import { edited, editInput } from './commands/edit.ts';
import { coursesOf } from './courses.ts';
import { type Around, challengeFacts, loadAround, loadForReply, replyPeriod } from './facts.ts';
import { type Challenge, challenges, owesReport, replySchema } from './model.ts';
import { sectionsAfter } from './sections.ts';

const challenge: Subject<Challenge, undefined> = { kind: challenges, mayAct, around: nothing };
const sides = ['purchaser_clerk', 'agency'] as const;
const around = ({ projectId }: Challenge, { now }: { readonly now: number }) => loadAround(projectId, now);

/** What it holds follows from its state. */
const sectionsFollow = ({ row, known, ctx }: Pick<Moving<Challenge, Around>, 'row' | 'known' | 'ctx'>) =>
  ok(sectionsAfter(row, known.sections, ctx.now));

export const challengeWorkflow = workflow(challenge, [
  step(challenge, {
    name: 'edit',
    from: ['draft', 'open'],
    to: 'same',
    roles: sides,
    input: editInput,
    load: around,
    decide: edited,
  }),
  step(challenge, {
    name: 'submit',
    from: ['draft'],
    to: 'open',
    roles: sides,
    load: around,
    findings: ({ row, known, ctx }) => checkChallenge(challengeFacts(known, row.content, ctx.now)),
    set: (given) =>
      ok({
        ...submittedNow(given).value,
        courses: coursesOf(given.row, given.known.sections),
        replyDue: replyPeriod(given.row.content.receivedOn, given.known.calendar)?.result.date ?? null,
      }),
    also: sectionsFollow,
  }),
  step(challenge, { name: 'delete', from: ['draft'], to: 'removed', roles: sides }),
  step(challenge, {
    name: 'reply',
    from: ['open', 'replied'],
    to: 'replied',
    roles: sides,
    // Both sides may answer, each offline: the second is shown the first answer, which stands.
    unless: answeredBefore,
    input: { reply: replySchema },
    load: ({ projectId }, { now }) => loadForReply(projectId, now),
    findings: ({ row: { content, replyDue }, input: { reply }, ctx }) =>
      checkReply({
        reply,
        stage: content.stage,
        mayAffectResult: content.mayAffectResult,
        receivedOn: content.receivedOn,
        due: replyDue,
        today: toPlainDate(ctx.now),
      }),
    set: ({ input: { reply } }) => ok({ reply }),
    also: ({ row, known: { sections, events }, ctx }) => ok(sectionsAfter(row, sections, ctx.now, events)),
  }),
  step(challenge, {
    name: 'report',
    from: ['replied'],
    to: 'same',
    when: owesReport,
    roles: sides,
    input: { reportedOn: plainDateSchema, files: z.array(fileSchema).max(50) },
    check: ({ row: { reply }, input: { reportedOn }, ctx }) =>
      reportedOn > toPlainDate(ctx.now)
        ? refuseField('invalid_input', 'reportedOn', 'day_future', { today: toPlainDate(ctx.now) })
        : reply !== null && reportedOn < reply.repliedOn
          ? refuseField('invalid_input', 'reportedOn', 'day_before_reply', { repliedOn: reply.repliedOn })
          : ok(null),
    set: ({ input: { reportedOn, files } }) => ok({ report: { reportedOn, files } }),
  }),
  step(challenge, {
    name: 'withdraw',
    from: ['open'],
    to: 'withdrawn',
    roles: sides,
    note: 'demanded',
    load: around,
    also: sectionsFollow,
  }),
  // Nobody else has acted on it yet: what was registered by mistake stays to be read.
  step(challenge, {
    name: 'cancel',
    from: ['open'],
    to: 'cancelled',
    roles: sides,
    when: ({ source }) => source !== 'centre',
    note: 'demanded',
    load: around,
    also: sectionsFollow,
  }),
]);

/** The commands this actor may carry out on this challenge now; the buttons of lists and pages. */
export function availableActions(actor: Actor, row: Challenge): readonly string[] {
  return stepsFor(challengeWorkflow, actor, row, undefined);
}
