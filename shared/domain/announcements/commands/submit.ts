// 提交: whole and lawful if it were published today, or it is not submitted. From here on it stands as it was submitted, whatever becomes of plan
// and sections: what is reviewed is what is published.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command } from '../../command.ts';
import { code } from '../../fields.ts';
import { one } from '../../load.ts';
import { mayActOnProject } from '../../projects/access.ts';
import { fieldErrors, refuse, refuseField } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { stepped } from '../changes.ts';
import { compose } from '../compose.ts';
import { loadAnnouncementFacts, projectParts, subjectOf } from '../facts.ts';
import { announcements } from '../model.ts';
import { parseValues } from '../parse-values.ts';
import { seenVersion } from '../publication.ts';
import { announcementTransitions } from '../workflow.ts';

export const submitAnnouncement = command({
  name: 'announcements.submit',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    /** Ids of the rules whose warnings the clerk has read and answers for. */
    acknowledged: z.array(code).max(100).default([]),
  }),
  access: { roles: ['purchaser_clerk', 'agency'], record: mayActOn },
  *load({ id }, ctx) {
    const announcement = yield* one(announcements, id);
    const facts =
      announcement === undefined ? undefined : yield* loadAnnouncementFacts(subjectOf(announcement), ctx.now);
    return { announcement, facts };
  },
  decide({ announcement, facts }, { acknowledged }, ctx) {
    if (announcement === undefined || facts === undefined) return refuse('not_found');
    const allowed = mayLeave(announcementTransitions, 'announcements.submit', announcement);
    if (!allowed.ok) return allowed;
    const { template, project } = facts;
    // The plan may have come back from a change with another agency or another method.
    if (project !== undefined && !mayActOnProject(ctx.actor, project)) return refuse('not_allowed');
    if (project !== undefined && template.methods.length > 0 && !template.methods.includes(project.method)) {
      return refuseField('wrong_state', 'type', 'not_startable');
    }
    const { values, title, round, findings } = compose(facts, announcement);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return refuse('rule_broken', { fields: errors.flatMap(fieldErrors) });
    const unread = findings.filter(({ ruleId }) => !acknowledged.includes(ruleId));
    if (unread.length > 0) return refuse('warning_unacknowledged', { fields: unread.flatMap(fieldErrors) });
    const whole = parseValues(facts.template, values);
    if (!whole.ok) return whole;
    const seen = facts.sections.map((section) => ({ id: section.id, platformVersion: seenVersion(section) }));
    return ok([
      stepped(announcement, ctx, 'announcements.submit', {
        ...(project === undefined ? {} : projectParts(project)),
        status: 'review',
        title,
        round,
        frozen: { title, values: whole.value, sections: seen },
        submittedBy: ctx.actor.accountId,
        submittedAt: ctx.now,
        acknowledgedWarnings: [...new Set(findings.map(({ ruleId }) => ruleId))],
      }),
    ]);
  },
});
