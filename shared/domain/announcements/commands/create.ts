// 起草公告: a draft of the unit or of its agency, about sections of one project, or (采购意向) of the unit alone.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { type Change, type Ctx, command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { one } from '../../load.ts';
import { mayActOnProject } from '../../projects/access.ts';
import { pushNotNeeded } from '../../projects/push-state.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { compose } from '../compose.ts';
import { isInForce, sectionsNotFree } from '../coverage.ts';
import { loadAnnouncementFacts, projectParts } from '../facts.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { type Announcement, announcements, announcementTypeCodes } from '../model.ts';
import { parseValues } from '../parse-values.ts';
import { startable } from '../startable.ts';
import { templateOf } from '../templates/index.ts';
import { type Values, valuesSchema } from '../values.ts';

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
  *load({ id, type, templateVersion, projectId, targetId, sectionIds, content }, ctx) {
    const purchaserId = projectId === null ? ctx.actor.organisationId : null;
    return {
      existing: yield* one(announcements, id),
      facts: yield* loadAnnouncementFacts(
        { id, type, templateVersion, projectId, targetId, sectionIds, purchaserId, content },
        ctx.now,
      ),
    };
  },
  decide({ existing, facts }, { id, targetId, sectionIds, content }, ctx) {
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (facts === undefined) return refuse('server_too_old');
    // Formats of before let people type what now follows from the records.
    if (facts.template.module !== 'announcements' && facts.template !== templateOf(facts.template.type)) {
      return refuse('client_too_old');
    }
    if (!mayStart(ctx.actor, facts, targetId)) return whyNot(facts, targetId, sectionIds);
    if (!areOwn(facts, sectionIds)) return unknownSection();
    const { role, accountId } = ctx.actor;
    const draftedBy = role === 'agency' ? 'agency' : 'purchaser';
    const made = draftOf(facts, { id, targetId, sectionIds, content, draftedBy, createdBy: accountId }, ctx);
    return made.ok ? ok([made.value]) : made;
  },
});

type NewDraft = Pick<Announcement, 'id' | 'targetId' | 'sectionIds' | 'draftedBy' | 'createdBy'> & {
  readonly content: Values;
};

/** The draft as it begins, whoever begins it: a person, or another module whose procedure has come so far. */
export function draftOf(facts: AnnouncementFacts, draft: NewDraft, ctx: Ctx): Result<Change> {
  const row = draftRow(facts, draft, ctx);
  return row.ok ? ok(put(announcements, row.value)) : row;
}

export function draftRow(
  facts: AnnouncementFacts,
  { content, sectionIds, ...own }: NewDraft,
  ctx: Ctx,
): Result<Announcement> {
  const { type, version: templateVersion } = facts.template;
  const typed = parseValues(facts.template, content);
  if (!typed.ok) return typed;
  const parts = facts.project === undefined ? unitParts(facts) : projectParts(facts.project);
  if (parts === undefined) return refuse('reference_missing', { params: { entity: 'organisations' } });
  const draft = { type, sectionIds: [...new Set(sectionIds)], content: typed.value };
  const { title, round } = compose(facts, draft);
  return ok({
    ...{ ...own, ...parts, ...draft, templateVersion, title, round },
    status: 'draft',
    fieldEdits: {},
    frozen: null,
    acknowledgedWarnings: [],
    publishedAt: null,
    displayUntil: null,
    withdrawal: null,
    push: pushNotNeeded,
    submittedBy: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    submittedAt: null,
    history: withStep([], ctx, 'announcements.create', ''),
  });
}

function mayStart(actor: Actor, facts: AnnouncementFacts, targetId: string | null): boolean {
  const { template, project, allSections, announcements: others } = facts;
  if (project === undefined) return template.type === 'INTENTION' && targetId === null;
  return startable(actor, project, allSections, others).some(
    (each) => each.type === template.type && each.targetId === targetId,
  );
}

/** What is in the way of the chosen sections, where that is why. */
function whyNot(
  { template, project, target, allSections }: AnnouncementFacts,
  targetId: string | null,
  chosen: readonly string[],
) {
  const sectionIds = chosen.filter((id) => allSections.some((section) => section.id === id));
  const closed =
    targetId === null || (target !== undefined && isInForce(target))
      ? sectionsNotFree({ type: template.type, sectionIds }, allSections, target, project)
      : undefined;
  return closed ?? refuseField('wrong_state', 'type', 'not_startable');
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
    predecessorProjectId: null,
    purchaserId: purchaser.id,
    purchaserName: purchaser.name,
    agencyId: null,
    regionCode: purchaser.regionCode,
    method: null,
    platformId: null,
  };
}
