// 提交: whole and lawful if it were published today, or it is not submitted. From here on it stands as it was submitted, whatever becomes of plan
// and sections: what is reviewed is what is published.
import { ok, type Result } from '#shared/kernel/result.ts';
import { mayActOnProject } from '../../projects/access.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Lawful } from '../../step.ts';
import { type Composed, compose } from '../compose.ts';
import { projectParts } from '../facts.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import type { Announcement } from '../model.ts';
import { parseValues } from '../parse-values.ts';
import { seenVersion } from '../publication.ts';

/** The plan may have come back from a change with another agency or another method. */
export function stillOfProject({
  row,
  known: facts,
  ctx,
}: Given<Announcement, AnnouncementFacts>): Result<Composed> {
  const { template, project, target } = facts;
  if (project !== undefined && !mayActOnProject(ctx.actor, project)) return refuse('not_allowed');
  const suits =
    template.methods.length === 0 ||
    template.methods.includes(project?.method ?? '') ||
    (target !== undefined && target.type === template.continues);
  if (project !== undefined && !suits) {
    return refuseField('wrong_state', 'type', 'not_startable');
  }
  return ok(compose(facts, row));
}

export function frozenAsSubmitted({
  known: { template, project, sections },
  checked: { values, title, round },
  ctx,
}: Lawful<Announcement, AnnouncementFacts, Composed>) {
  const whole = parseValues(template, values);
  if (!whole.ok) return whole;
  const seen = sections.map((section) => ({ id: section.id, platformVersion: seenVersion(section) }));
  return ok({
    ...(project === undefined ? {} : projectParts(project)),
    title,
    round,
    frozen: { title, values: whole.value, sections: seen },
    submittedBy: ctx.actor.accountId,
    submittedAt: ctx.now,
  });
}
