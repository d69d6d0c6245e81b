// Every command there is. A Map, so that a name from outside can never reach a prototype.
import { disableAccount, saveAccount } from './admin/commands/accounts.ts';
import { saveOrganisation } from './admin/commands/organisations.ts';
import { addPlatformKey, retirePlatformKey, savePlatform } from './admin/commands/platforms.ts';
import { publishHolidays, setNumberPattern, setSetting } from './admin/commands/settings.ts';
import { createAnnouncement } from './announcements/commands/create.ts';
import { recordAnnouncementDelivery } from './announcements/commands/delivery.ts';
import { editAnnouncement } from './announcements/commands/edit.ts';
import { publishAnnouncement } from './announcements/commands/publish.ts';
import { deleteAnnouncement } from './announcements/commands/remove.ts';
import {
  approveAnnouncement,
  returnAnnouncement,
  takeBackAnnouncement,
} from './announcements/commands/review.ts';
import { submitAnnouncement } from './announcements/commands/submit.ts';
import { withdrawAnnouncement } from './announcements/commands/withdraw.ts';
import type { Command } from './command.ts';
import { createPlan } from './plans/commands/create.ts';
import { editPlan } from './plans/commands/edit.ts';
import { filePlan } from './plans/commands/file.ts';
import { deletePlan } from './plans/commands/remove.ts';
import { cancelPlan, reopenPlan } from './plans/commands/reopen.ts';
import { approvePlan, officeReturnPlan, returnPlan, takeBackPlan } from './plans/commands/review.ts';
import { submitPlan } from './plans/commands/submit.ts';
import { recordDelivery, requestSections } from './projects/commands/push.ts';
import { cancelSection, changeSection, receiveSections } from './projects/commands/sections.ts';

const list: readonly Command[] = [
  createPlan,
  editPlan,
  deletePlan,
  submitPlan,
  takeBackPlan,
  approvePlan,
  returnPlan,
  officeReturnPlan,
  filePlan,
  reopenPlan,
  cancelPlan,
  requestSections,
  recordDelivery,
  receiveSections,
  changeSection,
  cancelSection,
  createAnnouncement,
  editAnnouncement,
  deleteAnnouncement,
  submitAnnouncement,
  takeBackAnnouncement,
  approveAnnouncement,
  returnAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
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

export const commands: ReadonlyMap<string, Command> = new Map(list.map((each) => [each.name, each]));
