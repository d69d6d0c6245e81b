// 起草公告: a draft of the unit or of its agency, about sections of one project, or (采购意向) of the unit alone.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { one } from '../../load.ts';
import { mayActOnProject } from '../../projects/access.ts';
import { pushNotNeeded } from '../../projects/push-state.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { compose } from '../compose.ts';
import { loadAnnouncementFacts, projectParts } from '../facts.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { type Announcement, announcements, announcementTypeCodes } from '../model.ts';
import { parseValues } from '../parse-values.ts';
import { startable } from '../startable.ts';
import { valuesSchema } from '../values.ts';

type State = {
  readonly existing: Announcement | undefined;
  readonly facts: AnnouncementFacts | undefined;
};
type Input = { readonly type: Announcement['type']; readonly projectId: string | null };

/** Of a project the unit or its agency; of none the unit itself. */
function mayBegin(actor: Actor, { facts }: State, { projectId }: Input): boolean {
  if (actor.organisationId === null) return false;
  // Of a format that only a newer program knows: nothing could be told of the project.
  if (facts === undefined) return true;
  if (projectId === null) return actor.role === 'purchaser_clerk';
  return facts.project !== undefined && mayActOnProject(actor, facts.project);
}

/** Before version 2 there was one version of each format, which is the only one that the desks of then can show. */
function inFirstFormat(input: unknown): unknown {
  return { ...z.looseObject({}).parse(input), templateVersion: 1 };
}

export const createAnnouncement = command({
  name: 'announcements.create',
  version: 2,
  upcasters: { 1: inFirstFormat },
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    type: z.enum(announcementTypeCodes),
    projectId: idSchema.nullable(),
    /** The format that the window shows; the current one, where it is not said. */
    templateVersion: z.int().min(1).optional(),
    /** For 更正 and 终止: the announcement it is about. */
    targetId: idSchema.nullable().default(null),
    sectionIds: z.array(idSchema).max(200).default([]),
    content: valuesSchema,
  }),
  access: { roles: ['purchaser_clerk', 'agency'], record: mayBegin },
  *load({ id, type, templateVersion, projectId, targetId, sectionIds }, ctx) {
    const purchaserId = projectId === null ? ctx.actor.organisationId : null;
    return {
      existing: yield* one(announcements, id),
      facts: yield* loadAnnouncementFacts(
        { id, type, templateVersion, projectId, targetId, sectionIds, purchaserId },
        ctx.now,
      ),
    };
  },
  decide({ existing, facts }, { id, type, targetId, sectionIds, content }, ctx) {
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (facts === undefined) return refuse('server_too_old');
    if (!mayStart(ctx.actor, facts, targetId)) return refuseField('wrong_state', 'type', 'not_startable');
    if (!areOwn(facts, sectionIds)) return unknownSection();
    const typed = parseValues(facts.template, content);
    if (!typed.ok) return typed;
    const parts = facts.project === undefined ? unitParts(facts) : projectParts(facts.project);
    if (parts === undefined) return refuse('reference_missing', { params: { entity: 'organisations' } });
    const draft = { type, sectionIds: [...new Set(sectionIds)], content: typed.value };
    const { title, round } = compose(facts, draft);
    return ok([
      put(announcements, {
        id,
        ...parts,
        ...draft,
        templateVersion: facts.template.version,
        status: 'draft',
        draftedBy: ctx.actor.role === 'agency' ? 'agency' : 'purchaser',
        title,
        round,
        targetId,
        fieldEdits: {},
        frozen: null,
        acknowledgedWarnings: [],
        publishedAt: null,
        displayUntil: null,
        withdrawal: null,
        push: pushNotNeeded,
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'announcements.create', ''),
      }),
    ]);
  },
});

function mayStart(actor: Actor, facts: AnnouncementFacts, targetId: string | null): boolean {
  const { template, project, allSections, announcements: others } = facts;
  if (project === undefined) return template.type === 'INTENTION' && targetId === null;
  return startable(actor, project, allSections, others).some(
    (each) => each.type === template.type && each.targetId === targetId,
  );
}

/** A section of another project is answered as one that does not exist. */
export function areOwn({ allSections }: AnnouncementFacts, sectionIds: readonly string[]): boolean {
  return sectionIds.every((id) => allSections.some((section) => section.id === id));
}

export function unknownSection() {
  return refuseField('reference_missing', 'sectionIds', 'unknown_section');
}

function unitParts({ purchaser }: AnnouncementFacts) {
  if (purchaser === undefined || purchaser.kind !== 'purchaser' || !purchaser.active) return undefined;
  return {
    projectId: null,
    planId: null,
    planNo: '',
    projectNo: '',
    projectName: '',
    purchaserId: purchaser.id,
    purchaserName: purchaser.name,
    agencyId: null,
    regionCode: purchaser.regionCode,
    method: null,
    platformId: null,
  };
}
