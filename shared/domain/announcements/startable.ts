// Which announcements may be begun now, and by whom.
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import type { Actor } from '../actor.ts';
import { mayActOnProject } from '../projects/access.ts';
import type { Project, Section } from '../projects/model.ts';
import { choosableSections, isInForce, isNotice } from './coverage.ts';
import type { Announcement, AnnouncementTypeCode } from './model.ts';
import { currentTemplates } from './templates/index.ts';

export type Startable = { readonly type: AnnouncementTypeCode; readonly targetId: string | null };

/**
 * Of a project: the notices of its method while sections wait for one, what goes on from them, the result of those for which one is determined, its change where that is approved, then
 * corrections and terminations of what is in force.
 */
export function startable(
  actor: Actor,
  project: Project,
  sections: readonly Section[],
  others: readonly Announcement[],
): readonly Startable[] {
  const drafts = actor.role === 'purchaser_clerk' || actor.role === 'agency';
  if (!drafts || !mayActOnProject(actor, project)) return [];
  const notices = currentTemplates
    .filter(({ type, module, methods, takesNewSections }) => {
      if (module !== 'announcements' || !takesNewSections || !isNotice({ type })) return false;
      return methods.length === 0 || methods.includes(project.method);
    })
    .filter(({ type }) => choosableSections(type, sections, undefined, project).length > 0)
    .map(({ type }) => ({ type, targetId: null }));
  const about = others
    .filter((other) => isNotice(other) && isInForce(other))
    .flatMap((target) =>
      followersOf(target)
        .filter((type) => choosableSections(type, sections, target, project).length > 0)
        .map((type) => ({ type, targetId: target.id })),
    );
  const changes = others
    .filter((other) => (other.type === 'RESULT' || other.type === 'RESULT_CHANGE') && isInForce(other))
    .filter((target) => choosableSections('RESULT_CHANGE', sections, target, project).length > 0)
    .map((target) => ({ type: 'RESULT_CHANGE' as const, targetId: target.id }));
  const result = choosableSections('RESULT', sections, undefined, project).length > 0;
  return [...notices, ...(result ? [{ type: 'RESULT', targetId: null } as const] : []), ...changes, ...about];
}

/** What may be about a notice: what goes on from it, its correction, its end. */
function followersOf({ type }: Announcement): readonly AnnouncementTypeCode[] {
  return [
    ...currentTemplates.filter(({ continues }) => continues === type).map((template) => template.type),
    invitationTypes.has(type) ? 'INVITATION_CORRECTION' : 'CORRECTION',
    'TERMINATION',
  ];
}
