// challenge.push: the trading centre has received a 质疑. It is registered as it came; whether it may affect the result is for the unit or its agency to
// say. A higher version takes the place of what the centre said before, while nobody has answered; what was typed here stays.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { type Change, type Ctx, command, put } from '../../command.ts';
import { text } from '../../fields.ts';
import { withStep } from '../../history.ts';
import { type Load, where } from '../../load.ts';
import { mayActOnProject } from '../../projects/access.ts';
import { findProject, namesPlan, planKeyShape } from '../../projects/find-project.ts';
import { isAnnounced, type Section } from '../../projects/model.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import { coursesOf } from '../courses.ts';
import { type Around, loadAround, replyPeriod } from '../facts.ts';
import {
  type Challenge,
  type ChallengeContent,
  centreContentSchema,
  challenges,
  emptyChallenge,
} from '../model.ts';
import { sectionsAfter } from '../sections.ts';
import { newChallenge } from './create.ts';

export const challengeArrivalSchema = z.strictObject({
  challengeUid: text(64).min(1),
  /** The centre's version: the same one again must say the same. */
  version: z.int().min(1),
  pushedAt: z.int(),
  lotUids: z.array(text(64).min(1)).min(1).max(200),
  content: centreContentSchema,
});

type State = { readonly around: Around | undefined; readonly held: Challenge | undefined };

export const receiveChallenge = command({
  name: 'challenges.receive',
  authority: 'server',
  input: z
    .strictObject({ ...planKeyShape, id: idSchema, ...challengeArrivalSchema.shape })
    .refine(namesPlan, 'plan_not_named'),
  access: {
    roles: ['trading_platform'],
    record: (actor: Actor, { around }: State) =>
      around !== undefined && mayActOnProject(actor, around.project),
  },
  *load(input, ctx): Load<State> {
    const project = yield* findProject(input);
    const of = yield* where(challenges, { challengeUid: input.challengeUid });
    return {
      around: project === undefined ? undefined : yield* loadAround(project.id, ctx.now),
      held: of.find(({ centre }) => centre?.platformId === ctx.actor.platformId),
    };
  },
  decide({ around, held }, input, ctx) {
    const { challengeUid, version, pushedAt, content } = input;
    const { platformId } = ctx.actor;
    if (around === undefined || platformId === null) return refuse('not_found');
    const chosen = sectionsOf(around, input.lotUids);
    if (!chosen.ok) return chosen;
    const sectionIds = chosen.value.map(({ id }) => id);
    const centre = { platformId, challengeUid, version, pushedAt, sectionIds, content };
    if (held === undefined) {
      const fresh: Challenge = {
        ...newChallenge(input.id, around.project, ctx.now),
        status: 'open',
        source: 'centre',
        centre,
        content: { ...emptyChallenge, ...content, sectionIds },
        createdBy: ctx.actor.accountId,
        submittedBy: ctx.actor.accountId,
        submittedAt: ctx.now,
        history: [],
      };
      return registered(fresh, around, ctx);
    }
    const known = held.centre;
    if (known === null || held.projectId !== around.project.id) {
      return refuseField('already_exists', 'challengeUid', 'challenge_elsewhere', { challengeUid });
    }
    if (version < known.version) {
      return refuseField('stale', 'version', 'stale', { held: known.version });
    }
    if (version === known.version) {
      return sameValue([known.sectionIds, known.content], [sectionIds, content])
        ? ok([])
        : refuseField('duplicate_mismatch', 'version', 'duplicate_mismatch', { challengeUid, version });
    }
    if (held.status !== 'open') {
      return refuseField('wrong_state', 'challengeUid', 'challenge_closed', { status: held.status });
    }
    const said: Partial<ChallengeContent> = { ...content, sectionIds };
    return registered({ ...held, centre, content: { ...held.content, ...untyped(held, said) } }, around, ctx);
  },
});

/** What nobody here has typed over. */
function untyped({ fieldEdits }: Challenge, said: Partial<ChallengeContent>): Partial<ChallengeContent> {
  return Object.fromEntries(Object.entries(said).filter(([field]) => !Object.hasOwn(fieldEdits, field)));
}

function registered(challenge: Challenge, around: Around, ctx: Ctx): Result<readonly Change[]> {
  const after: Challenge = {
    ...challenge,
    courses: coursesOf(challenge, around.sections),
    replyDue: replyPeriod(challenge.content.receivedOn, around.calendar)?.result.date ?? null,
    updatedAt: ctx.now,
    history: withStep(challenge.history, ctx, 'challenges.receive', ''),
  };
  return ok([put(challenges, after), ...sectionsAfter(after, around.sections, ctx.now)]);
}

/** Those that the centre names; each must be one that it has pushed and that was announced. */
function sectionsOf({ sections }: Around, lotUids: readonly string[]): Result<readonly Section[]> {
  const found: Section[] = [];
  for (const [index, lotUid] of lotUids.entries()) {
    const section = sections.find((each) => each.lotUid === lotUid);
    if (section === undefined) return refuseField('not_found', `lotUids.${index}`, 'unknown_section');
    if (!isAnnounced(section)) {
      return refuseField('wrong_state', `lotUids.${index}`, 'section_not_announced', {
        section: section.sectionNo,
        status: section.status,
      });
    }
    if (!found.includes(section)) found.push(section);
  }
  return ok(found);
}
