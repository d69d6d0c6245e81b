// The server's parts of the modules, put together: the rest of the server knows no module by name.
import { announcementsOnServer } from './modules/announcements/module.ts';
import { plansOnServer } from './modules/plans/module.ts';
import { projectsOnServer } from './modules/projects/module.ts';
import type { Incoming, Outgoing, ServerModule } from './server-module.ts';

const modules: readonly ServerModule[] = [plansOnServer, projectsOnServer, announcementsOnServer];

export const projections = modules.flatMap((module) => module.projections);
export const moduleJobs = modules.flatMap((module) => module.jobs);

// By message type; Maps, so that a type name from outside can never reach a prototype.
export const incoming: ReadonlyMap<string, Incoming> = new Map(
  modules.flatMap((module) => module.incoming.map((each) => [each.type, each])),
);
export const outgoing: ReadonlyMap<string, Outgoing> = new Map(
  modules.flatMap((module) => module.outgoing.map((each) => [each.type, each])),
);
