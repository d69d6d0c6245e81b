// The server's parts of the modules, put together: the rest of the server knows no module by name.
import { byName } from '#shared/kernel/by-name.ts';
import { announcementsOnServer } from './modules/announcements/module.ts';
import { challengesOnServer } from './modules/challenges/module.ts';
import { contractsOnServer } from './modules/contracts/module.ts';
import { expertsOnServer } from './modules/experts/module.ts';
import { plansOnServer } from './modules/plans/module.ts';
import { projectsOnServer } from './modules/projects/module.ts';
import type { Incoming, Outgoing, ServerModule } from './server-module.ts';

const modules: readonly ServerModule[] = [
  plansOnServer,
  projectsOnServer,
  announcementsOnServer,
  challengesOnServer,
  contractsOnServer,
  expertsOnServer,
];

export const projections = modules.flatMap((module) => module.projections);
export const moduleAnswers = () => modules.flatMap((module) => module.answers());
export const headMembers = modules.flatMap((module) => module.headMembers);
export const moduleJobs = modules.flatMap((module) => module.jobs);

/** By message type. */
export const incoming: ReadonlyMap<string, Incoming> = byName(
  modules.flatMap((module) => module.incoming),
  ({ type }) => type,
);
export const outgoing: ReadonlyMap<string, Outgoing> = byName(
  modules.flatMap((module) => module.outgoing),
  ({ type }) => type,
);
