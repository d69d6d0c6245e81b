// 采购公告发布.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { createAnnouncement } from './commands/create.ts';
import { recordAnnouncementDelivery } from './commands/delivery.ts';
import { intentionList } from './list.ts';
import { announcements } from './model.ts';
import { announcementTasks } from './tasks.ts';
import { announcementWorkflow } from './workflow.ts';

export const announcementsModule = defineModule({
  name: 'announcements',
  entities: [announcements],
  commands: [createAnnouncement, recordAnnouncementDelivery],
  workflows: [announcementWorkflow],
  lists: [intentionList],
  tasks: announcementTasks,
  search: [searchKind(announcements, { place: 3, detail: 'purchaserName' })],
});
