// 变更采购方式: a plan for sections that failed, to be bought by another method (法 art 37, 87号令 art 43). From here on it is a plan like any other: filled in, reviewed,
// filed, pushed. The sections are taken with its beginning, so that of two who begin at once only one stands.
import { z } from 'zod';
import { findCode } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { organisations } from '../../admin/model.ts';
import { loadSetting } from '../../admin/settings.ts';
import { command, put } from '../../command.ts';
import { code } from '../../fields.ts';
import { withStep } from '../../history.ts';
import { one, where } from '../../load.ts';
import { isPartyOf } from '../../projects/access.ts';
import { sectionEvents } from '../../projects/events/model.ts';
import { gate, refusedBy } from '../../projects/gates.ts';
import { type Project, projects, sections } from '../../projects/model.ts';
import { succeededBy } from '../../projects/succession.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { availableFor, changedSections, contentForChange } from '../method-change.ts';
import { isFiled, plans } from '../model.ts';

function isParty(actor: Actor, { project }: { readonly project: Project | undefined }): boolean {
  return project !== undefined && isPartyOf(actor, project);
}

export const changeMethod = command({
  name: 'plans.changeMethod',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    /** The project whose sections failed. */
    projectId: idSchema,
    sectionIds: z.array(idSchema).min(1).max(100),
    method: code,
  }),
  access: {
    roles: ['purchaser_clerk'],
    record: isParty,
  },
  *load({ id, projectId }) {
    const project = yield* one(projects, projectId);
    return {
      existing: yield* one(plans, id),
      project,
      plan: project === undefined ? undefined : yield* one(plans, project.planId),
      unit: project === undefined ? undefined : yield* one(organisations, project.purchaserId),
      allSections: yield* where(sections, { projectId }),
      events: yield* where(sectionEvents, { projectId }),
      policies: yield* loadSetting('policies'),
    };
  },
  decide({ existing, project, plan, unit, allSections, events, policies }, { id, sectionIds, method }, ctx) {
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (project === undefined || plan === undefined || !isFiled(plan)) return refuse('not_found');
    if (unit === undefined || !unit.active) {
      return refuse('reference_missing', { params: { entity: 'organisations' } });
    }
    const chosen = allSections
      .filter((section) => sectionIds.includes(section.id))
      .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1));
    if (chosen.length < new Set(sectionIds).size) {
      return refuseField('reference_missing', 'sectionIds', 'unknown_section');
    }
    for (const section of chosen) {
      const closed = refusedBy(gate(section, 'change_method', project), 'sectionIds');
      if (closed !== undefined) return closed;
    }
    if (findCode(procurementMethods, method, toPlainDate(ctx.now)) === undefined) {
      return refuseField('invalid_input', 'method', 'invalid_value');
    }
    if (method === project.method) return refuseField('invalid_input', 'method', 'same_method');
    const before = { plan, sections: allSections, events, policies, today: toPlainDate(ctx.now) };
    return ok([
      put(plans, {
        id,
        status: 'draft',
        purchaserId: unit.id,
        purchaserName: unit.name,
        purchaserUscc: unit.uscc,
        planNo: null,
        projectId: null,
        filingRound: 0,
        predecessor: {
          planId: plan.id,
          planNo: plan.planNo,
          projectId: project.id,
          projectNo: project.projectNo,
          method: project.method,
          category: plan.content.category,
          available: availableFor(before, chosen),
          budgetAmount: Math.max(project.budgetAmount, plan.predecessor?.budgetAmount ?? 0),
          platformId: project.platformId,
          sections: [...changedSections(before, chosen)],
        },
        leftUnit: false,
        content: contentForChange(before, chosen, method),
        returnedContent: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        filedAt: null,
        history: withStep([], ctx, 'plans.changeMethod', ''),
      }),
      ...chosen.map((section) => put(sections, succeededBy(section, id, ctx.now))),
    ]);
  },
});
