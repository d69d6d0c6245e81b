// Every page and state of the window, in the order in which they can be shown. One list: `npm run screenshots` and the accessibility test both walk it.
import type { Act } from '../scene.ts';
import { usernames } from '../story.ts';
import { planForms } from './form.ts';
import { frame, lock, own } from './frame.ts';
import { planLists, projectLists } from './lists.ts';
import { agency, office, reviewer, supervisor } from './others.ts';
import { outbox } from './outbox.ts';
import { clerksPlans, clerksProjects } from './plan-pages.ts';
import { demoStart, firstStart } from './start.ts';
import { administrator, lastActs } from './system.ts';

const clerk = (name: string, scenes: Act['scenes']): Act => ({
  name,
  as: usernames.clerk,
  demo: true,
  scenes,
});

export const acts: readonly Act[] = [
  firstStart,
  demoStart,
  clerk('lists', [...planLists, ...projectLists]),
  clerk('form', planForms),
  clerk('plan', clerksPlans),
  clerk('project', clerksProjects),
  clerk('frame', [...frame, ...own]),
  reviewer,
  office,
  agency,
  supervisor,
  administrator,
  clerk('outbox', outbox),
  lock,
  ...lastActs,
];
