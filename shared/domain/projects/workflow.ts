// What may be done with a project now. Its later states belong to the modules that stand on it.
import type { Actor } from '../actor.ts';
import { nothing } from '../load.ts';
import { step } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayActOnProject } from './access.ts';
import { askedAgain, loadAsked, mayAskAgain, pushedAgain } from './commands/push.ts';
import { type Project, projects } from './model.ts';

const project: Subject<Project, undefined> = {
  kind: projects,
  key: 'projectId',
  mayAct: mayActOnProject,
  around: nothing,
};

export const projectWorkflow = workflow(project, [
  /** 再次请求: the plan is pushed once more, while no section has come. */
  step(project, {
    name: 'requestSections',
    from: ['waiting_for_sections'],
    to: 'same',
    when: ({ platformId }) => platformId !== null,
    roles: ['purchaser_clerk', 'purchaser_reviewer', 'procurement_office', 'agency'],
    authority: 'server',
    load: loadAsked,
    check: mayAskAgain,
    set: askedAgain,
    also: pushedAgain,
  }),
]);

/** The buttons of the project's page. */
export function availableActions(actor: Actor, row: Project): readonly string[] {
  return stepsFor(projectWorkflow, actor, row, undefined);
}
