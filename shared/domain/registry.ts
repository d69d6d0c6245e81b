// Every command there is. A Map, so that a name from outside can never reach a prototype.
import { disableAccount, saveAccount } from './admin/commands/accounts.ts';
import { saveOrganisation } from './admin/commands/organisations.ts';
import { addPlatformKey, retirePlatformKey, savePlatform } from './admin/commands/platforms.ts';
import { publishHolidays, setNumberPattern, setSetting } from './admin/commands/settings.ts';
import { createAnnouncement } from './announcements/commands/create.ts';
import { recordAnnouncementDelivery } from './announcements/commands/delivery.ts';
import { announcementWorkflow } from './announcements/workflow.ts';
import type { Command } from './command.ts';
import { createPlan } from './plans/commands/create.ts';
import { planWorkflow } from './plans/workflow.ts';
import { recordDelivery } from './projects/commands/push.ts';
import { cancelSection, changeSection, receiveSections } from './projects/commands/sections.ts';
import { projectWorkflow } from './projects/workflow.ts';
import type { Workflow } from './workflow.ts';

const list: readonly Command[] = [
  createPlan,
  ...planWorkflow.commands,
  ...projectWorkflow.commands,
  recordDelivery,
  receiveSections,
  changeSection,
  cancelSection,
  createAnnouncement,
  ...announcementWorkflow.commands,
  recordAnnouncementDelivery,
  saveOrganisation,
  saveAccount,
  disableAccount,
  setSetting,
  publishHolidays,
  setNumberPattern,
  savePlatform,
  addPlatformKey,
  retirePlatformKey,
];

/** The way of each record type that has one. */
export const workflows: readonly Workflow[] = [planWorkflow, projectWorkflow, announcementWorkflow];

export const commands: ReadonlyMap<string, Command> = new Map(list.map((each) => [each.name, each]));
