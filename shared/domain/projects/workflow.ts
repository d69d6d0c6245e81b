// What may be done with a project now. Its later states belong to the modules that stand on it.
import type { Actor } from '../actor.ts';
import { actionsIn, type Transition } from '../workflow.ts';
import { mayActOnProject } from './access.ts';
import type { Project } from './model.ts';

export const projectTransitions: readonly Transition<Project['status'], Project>[] = [
  {
    command: 'projects.requestSections',
    from: ['waiting_for_sections'],
    roles: ['purchaser_clerk', 'purchaser_reviewer', 'procurement_office', 'agency'],
    to: 'same',
    when: (project) => project.platformId !== null,
  },
];

/** The buttons of the project's page. */
export function availableActions(actor: Actor, project: Project): readonly string[] {
  return mayActOnProject(actor, project) ? actionsIn(projectTransitions, actor, project) : [];
}
