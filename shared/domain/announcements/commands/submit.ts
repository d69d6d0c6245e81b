// 提交: whole and lawful if it were published today, or it is not submitted. From here on it stands as it was submitted, whatever becomes of plan
// and sections: what is reviewed is what is published.
import { ok, type Result } from '#shared/kernel/result.ts';
import { mayActOnProject } from '../../projects/access.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Lawful } from '../../step.ts';
import { type Composed, compose } from '../compose.ts';
import { sectionsNotFree } from '../coverage.ts';
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
  // What is to be done first, instead of that the section is not free.
  const closed =
    row.type === 'TERMINATION' ? sectionsNotFree(row, facts.allSections, target, project) : undefined;
  if (closed?.error.fields?.some(({ code }) => code === 'result_in_force')) return closed;
  if (isBeforeFiling(row, facts.sections)) return refuseField('stale', 'sectionIds', 'filed_anew');
  return ok(compose(facts, row));
}

/** A 结果变更公告 begun before the filing that counts now was approved. */
export function isBeforeFiling(
  { type, createdAt }: Announcement,
  sections: AnnouncementFacts['sections'],
): boolean {
  if (type !== 'RESULT_CHANGE') return false;
  return sections.some(({ change }) => change !== null && change.result.determinedAt > createdAt);
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
