// 采购公告发布.
import { defineModule } from '../module.ts';
import { createAnnouncement } from './commands/create.ts';
import { recordAnnouncementDelivery } from './commands/delivery.ts';
import { editAnnouncement } from './commands/edit.ts';
import { publishAnnouncement } from './commands/publish.ts';
import { deleteAnnouncement } from './commands/remove.ts';
import { approveAnnouncement, returnAnnouncement, takeBackAnnouncement } from './commands/review.ts';
import { submitAnnouncement } from './commands/submit.ts';
import { withdrawAnnouncement } from './commands/withdraw.ts';
import { announcements } from './model.ts';
import { announcementTasks } from './tasks.ts';

export const announcementsModule = defineModule({
  name: 'announcements',
  entities: [announcements],
  commands: [
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
  ],
  tasks: announcementTasks,
  search: [{ entity: announcements, place: 3, title: 'title', detail: 'purchaserName' }],
});
